import type pg from 'pg';
import type { Config } from '../config.ts';
import { createListener } from './listen.ts';
import { createPgliteListener } from './pglite-listen.ts';
import { SESSION } from './session.ts';
import type { Listener } from './subscriber.ts';

export type DatabaseConfig = Pick<Config, 'databaseUrl' | 'dataDir' | 'databasePoolSize'> & {
  /** The largest content of a tour, in bytes; absent: none that matters to how much a statement may return. */
  maxContentBytes?: number;
  /** What a new embedded database starts from: a dump of another one. */
  dataImage?: Blob | undefined;
};

/** What happens to connections, migrations and the data folder, in sentences; `warn`: the operator should do something about it. */
export type DatabaseLog = (message: string, level?: 'warn') => void;

/** What differs between a PostgreSQL server and an embedded database; everything above sees node-postgres. */
export interface DatabaseServer {
  connection: pg.ClientConfig;
  maxConnections: number;
  /** To be called before the pool is used. */
  createListener(pool: pg.Pool): Listener;
  /** To be called when the database is migrated: makes its files private, where they are this process's. */
  secure(): Promise<void>;
  close(): Promise<void>;
}

/** @throws when the folder of an embedded database is in use; PostgreSQL is not asked yet */
export async function openServer(config: DatabaseConfig, log: DatabaseLog): Promise<DatabaseServer> {
  if (config.databaseUrl) return postgresServer(config.databaseUrl, config.databasePoolSize, log);
  return embeddedServer(config.dataDir, config.dataImage, log);
}

function postgresServer(databaseUrl: string, maxConnections: number, log: DatabaseLog): DatabaseServer {
  const url = new URL(databaseUrl);
  url.searchParams.set(
    'options',
    [url.searchParams.get('options') ?? '', ...Object.entries(SESSION).map(([name, value]) => `-c ${name}=${value.replaceAll(' ', '\\ ')}`)]
      .join(' ')
      .trim(),
  );
  const connection: pg.ClientConfig = {
    connectionString: url.href,
    application_name: 'tour-gateway',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
  return {
    connection,
    maxConnections,
    createListener: () => createListener({ connection, log }),
    secure: async () => {},
    close: async () => {},
  };
}

async function embeddedServer(dataDir: string, image: Blob | undefined, log: DatabaseLog): Promise<DatabaseServer> {
  const { openPglite } = await import('./pglite.ts');
  const embedded = await openPglite(dataDir, image, (message) => log(message, 'warn'));
  return {
    // Said in full, because node-postgres reads the environment (PGSSLMODE and its like) for what is left out.
    connection: { stream: embedded.connect, ssl: false, user: 'postgres', database: 'postgres', host: 'localhost' },
    maxConnections: 1,
    createListener: createPgliteListener,
    secure: embedded.secure,
    close: embedded.close,
  };
}
