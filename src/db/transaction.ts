import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Announce } from './bus.ts';
import { isGivenUp } from './pg-errors.ts';
import { createAnnouncingSql, createSql } from './pg-sql.ts';
import type { Sql, Transaction } from './sql.ts';

/** How often a transaction is tried that PostgreSQL ends for the sake of another one. */
const MAX_ATTEMPTS = 3;

/** At least so long a transaction waits before it is tried again, in milliseconds: at once, it may take the lock once more that the other one is about to get. */
const PAUSE_MS = 50;

/**
 * Runs `work` between BEGIN and COMMIT on one connection, and rolls back when it throws. A connection that cannot even be rolled back is destroyed. Where two
 * transactions wait for each other, PostgreSQL ends one of them: that one begins again, so `work` may do nothing outside of the transaction.
 *
 * @param maxRead how much one statement may return, as of readLimit
 * @param announce tells what the work announces; null: its statements do, with NOTIFY
 * @throws what `work` threw; the database's error when COMMIT fails; an error when `work` passed over a failed statement, because nothing was kept then
 */
export async function runTransaction<T>(
  pool: Pool,
  maxRead: number,
  work: (tx: Transaction) => Promise<T>,
  announce: Announce | null = null,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(pool, maxRead, work, announce);
    } catch (error) {
      if (attempt === MAX_ATTEMPTS || !isGivenUp(error)) throw error;
      await sleep(attempt * PAUSE_MS * (1 + Math.random()));
    }
  }
}

async function runOnce<T>(pool: Pool, maxRead: number, work: (tx: Transaction) => Promise<T>, announce: Announce | null): Promise<T> {
  const client = await pool.connect();
  // The statement under way rejects when the connection breaks; the event says the same again, and without a listener it would end the process.
  const onError = () => {};
  client.on('error', onError);
  const sql = createSql(client, maxRead);
  let isOver = false;
  let broken: Error | undefined;
  // The connection may be somebody else's by now.
  const checked: Sql = {
    query: (statement, values) =>
      isOver ? Promise.reject(new Error('This transaction is over: a statement came after its end')) : sql.query(statement, values),
  };
  const announcements: { channel: string; message: string }[] = [];
  const tx = createAnnouncingSql(checked, announce && ((channel, message) => void announcements.push({ channel, message })));
  try {
    await client.query('BEGIN');
    const result = await work(tx);
    isOver = true;
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new Error('Nothing was committed: a statement of this transaction had failed');
    for (const { channel, message } of announcements) announce?.(channel, message).catch(() => {});
    return result;
  } catch (error) {
    isOver = true;
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
