import pg, { type Pool, type PoolClient } from 'pg';
import type { Announce } from './bus.ts';
import { createSql } from './pg-sql.ts';
import type { Transaction } from './sql.ts';

/**
 * Runs `work` between BEGIN and COMMIT on one connection, and rolls back when it throws. A connection that cannot even be rolled back is destroyed.
 *
 * @param announce tells what the work announces; null: the database itself does, with NOTIFY
 * @throws what `work` threw; the database's error when COMMIT fails; an error when `work` passed over a failed statement, because nothing was kept then
 */
export async function runTransaction<T>(pool: Pool, work: (tx: Transaction) => Promise<T>, announce: Announce | null = null): Promise<T> {
  const client = await pool.connect();
  // The statement under way rejects when the connection breaks; the event says the same again, and without a listener it would end the process.
  const onError = () => {};
  client.on('error', onError);
  const sql = createSql(client);
  let isOver = false;
  let broken: Error | undefined;
  const announcements: Announcement[] = [];
  const tx: Transaction = {
    query(statement, values) {
      // The connection may be somebody else's by now.
      if (isOver) return Promise.reject(new Error('This transaction is over: a statement came after its end'));
      return sql.query(statement, values);
    },
    announce: (channel, message) => void announcements.push({ channel, message }),
  };
  try {
    await client.query('BEGIN');
    const result = await work(tx);
    isOver = true;
    const isCommitted = await commit(client, announce ? [] : announcements);
    if (!isCommitted) throw new Error('Nothing was committed: a statement of this transaction had failed');
    if (announce) for (const { channel, message } of announcements) announce(channel, message).catch(() => {});
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

interface Announcement {
  channel: string;
  message: string;
}

/** In one message with the notifications, which so cost no round trip. @returns false when the server has rolled back instead */
async function commit(client: PoolClient, notifications: Announcement[]): Promise<boolean> {
  const notify = notifications.map(
    ({ channel, message }) => `SELECT pg_notify(${pg.escapeLiteral(channel)}, ${pg.escapeLiteral(message)});`,
  );
  const results = [await client.query([...notify, 'COMMIT'].join(' '))].flat();
  return results.at(-1)?.command === 'COMMIT';
}
