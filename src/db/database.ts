import pg from 'pg';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Announce } from './bus.ts';
import { createPrismaClient } from './client.ts';
import { MIGRATIONS, migrate } from './migrate.ts';
import { createAnnouncingSql, createSql } from './pg-sql.ts';
import { createPool } from './pool.ts';
import { readLimit } from './read-budget.ts';
import { type DatabaseConfig, type DatabaseLog, type DatabaseServer, openServer } from './server.ts';
import type { AnnouncingSql, Transaction } from './sql.ts';
import { runTransaction } from './transaction.ts';

export interface Database {
  prisma: PrismaClient;
  /** How much one statement may return, in UTF-16 code units of its texts and JSON. */
  maxRead: number;
  /** Each statement is a transaction of its own. */
  sql: AnnouncingSql;
  /**
   * Runs `work` between BEGIN and COMMIT on one connection; ROLLBACK and the same error when it throws. After a deadlock it is run again, from the beginning. An
   * embedded database has one connection: inside, nothing but `tx` may be used.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Hears what is announced on a channel, by any node. `onReconnect`: the connection was lost and is back, and messages may have been missed. Neither may
   * throw.
   *
   * @returns the end of the subscription
   */
  listen(channel: string, onMessage: (payload: string) => void, onReconnect: () => void): Promise<() => Promise<void>>;
  /** `queries`: statements sent since the start, through `sql` and Prisma alike, BEGIN and COMMIT included. */
  stats(): { queries: number };
  /** Waits for what is under way. May be called twice. */
  close(): Promise<void>;
}

/**
 * Opens the database, PostgreSQL or embedded, migrates it, and gives it ready for use.
 *
 * @param announce tells what statements announce; null: they do so themselves, with NOTIFY
 * @throws when it cannot be reached, is another process's (embedded), or cannot be migrated
 */
export async function createDatabase(
  config: DatabaseConfig,
  log: DatabaseLog = () => {},
  announce: Announce | null = null,
): Promise<Database> {
  const server = await openServer(config, log);
  try {
    await migrateServer(server, log);
    await server.secure();
  } catch (error) {
    await server.close();
    throw error;
  }
  return connect(server, readLimit(config.maxContentBytes ?? 0), log, announce);
}

async function migrateServer(server: DatabaseServer, log: DatabaseLog): Promise<void> {
  const client = new pg.Client(server.connection);
  // What is under way rejects as well.
  client.on('error', () => {});
  try {
    await client.connect();
    await migrate(client, MIGRATIONS, log);
  } finally {
    await client.end();
  }
}

/** A statement that runs longer is a mistake, and so is a transaction that its node has forgotten: neither may hold locks for ever. */
const LIMITS = { statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 };

function connect(server: DatabaseServer, maxRead: number, log: DatabaseLog, announce: Announce | null): Database {
  const { pool, queries } = createPool({ connection: { ...server.connection, ...LIMITS }, max: server.maxConnections, log });
  const listener = server.createListener(pool);
  const prisma = createPrismaClient(pool);
  let closed: Promise<void> | undefined;

  async function close(): Promise<void> {
    await listener.close();
    await prisma.$disconnect();
    await pool.end();
    await server.close();
  }

  return {
    prisma,
    maxRead,
    sql: createAnnouncingSql(createSql(pool, maxRead), announce && ((channel, message) => void announce(channel, message).catch(() => {}))),
    transaction: (work) => runTransaction(pool, maxRead, work, announce),
    listen: (channel, onMessage, onReconnect) => listener.listen(channel, { onMessage, onReconnect }),
    stats: () => ({ queries: queries() }),
    close() {
      closed ??= close();
      return closed;
    },
  };
}
