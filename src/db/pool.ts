import pg from 'pg';

export interface CountedPool {
  pool: pg.Pool;
  /** Statements sent since the pool was made, whoever sent them, BEGIN and COMMIT included. */
  queries(): number;
}

/**
 * How long a connection may be idle, in milliseconds. A new one has to be opened, and to prepare each statement again: one that was closed after seconds is missed by the
 * next burst.
 */
const IDLE_MS = 300_000;

interface PoolOptions {
  connection: pg.ClientConfig;
  max: number;
  log: (message: string) => void;
}

/** The pool behind both `Sql` and Prisma. A statement waits at most ten seconds for a connection, then it fails. */
export function createPool({ connection, max, log }: PoolOptions): CountedPool {
  const pool = new pg.Pool({ ...connection, max, connectionTimeoutMillis: 10_000, idleTimeoutMillis: IDLE_MS });
  let queries = 0;
  // An idle connection that breaks is replaced when one is needed; without a listener the event would end the process.
  pool.on('error', (error) => log(`An idle database connection was lost: ${error.message}`));
  pool.on('connect', (client) => {
    const query = client.query;
    client.query = ((...args: unknown[]) => {
      queries += 1;
      return Reflect.apply(query, client, args);
    }) as typeof query;
  });
  return { pool, queries: () => queries };
}
