import pg from 'pg';
import type { PrismaClient } from '../generated/prisma/client.ts';
import type { Announce } from './bus.ts';
import { createPrismaClient } from './client.ts';
import { DatabaseError, explainDatabaseError } from './database-error.ts';
import { MIGRATIONS, migrate } from './migrate.ts';
import { createAnnouncingSql, createSql } from './pg-sql.ts';
import { createPool } from './pool.ts';
import { type DatabaseConfig, type DatabaseLog, type DatabaseServer, openServer } from './server.ts';
import type { AnnouncingSql, Transaction } from './sql.ts';
import { runTransaction } from './transaction.ts';

export interface Database {
  prisma: PrismaClient;
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
 * Opens the database, PostgreSQL or embedded, migrates it, and gives it ready for use. An embedded one that does not exist is created.
 *
 * @param announce tells what statements announce; null: they do so themselves, with NOTIFY
 * @throws SetupError when it cannot be reached, is another process's (embedded), or cannot be migrated
 */
export async function createDatabase(
  config: DatabaseConfig,
  log: DatabaseLog = () => {},
  announce: Announce | null = null,
): Promise<Database> {
  return openDatabase(config, log, announce, (client) => migrate(client, MIGRATIONS, log));
}

/** Opens the database as it is. `prepare` is given a connection of its own before anything else uses the database. */
export async function openDatabase(
  config: DatabaseConfig,
  log: DatabaseLog,
  announce: Announce | null,
  prepare: (client: pg.Client) => Promise<unknown>,
): Promise<Database> {
  const server = await openServer(config, log);
  try {
    await withClient(config, server, prepare);
    await server.secure();
  } catch (error) {
    await server.close();
    throw error;
  }
  return connect(server, log, announce);
}

async function withClient(
  { databaseUrl }: DatabaseConfig,
  server: DatabaseServer,
  work: (client: pg.Client) => Promise<unknown>,
): Promise<void> {
  const client = createClient(server);
  // What is under way rejects as well.
  client.on('error', () => {});
  try {
    await client.connect();
    await work(client);
  } catch (error) {
    throw databaseUrl === undefined ? error : explainDatabaseError(error, client);
  } finally {
    await client.end();
  }
}

/** @throws DatabaseError for a file that the URL names and that cannot be read, such as a certificate */
function createClient({ connection }: DatabaseServer): pg.Client {
  try {
    return new pg.Client(connection);
  } catch (error) {
    throw new DatabaseError(`DATABASE_URL cannot be used: ${(error as Error).message}.`, { cause: error });
  }
}

/** A statement that runs longer is a mistake, and so is a transaction that its node has forgotten: neither may hold locks for ever. */
const LIMITS = { statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 };

function connect(server: DatabaseServer, log: DatabaseLog, announce: Announce | null): Database {
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
    sql: createAnnouncingSql(createSql(pool), announce && ((channel, message) => void announce(channel, message).catch(() => {}))),
    transaction: (work) => runTransaction(pool, work, announce),
    listen: (channel, onMessage, onReconnect) => listener.listen(channel, { onMessage, onReconnect }),
    stats: () => ({ queries: queries() }),
    close() {
      closed ??= close();
      return closed;
    },
  };
}
