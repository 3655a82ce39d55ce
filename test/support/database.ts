import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { inject } from 'vitest';
import type { DatabaseConfig } from '../../src/db/server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test databases are cloned from; see setup/. */
    testDatabase: { kind: 'postgresql'; server: string; prefix: string; template: string } | { kind: 'embedded'; image: string };
  }
}

export interface TestDatabase {
  kind: 'postgresql' | 'embedded';
  /** For `createDatabase`: a migrated, empty database. PostgreSQL: opened twice, it is the same one; embedded: each time a new one. */
  config: DatabaseConfig;
  /** To be called when all that was opened is closed. */
  drop(): Promise<void>;
}

/** A database of this test file's own: on the server of TEST_DATABASE_URL when that is set, else embedded, in memory. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const origin = inject('testDatabase');
  if (origin.kind === 'embedded') {
    // A concurrent run touches the file, after which a Blob that was opened from it can no longer be read.
    const dataImage = new Blob([await readFile(origin.image)]);
    return {
      kind: 'embedded',
      config: { databaseUrl: undefined, dataDir: ':memory:', databasePoolSize: 1, dataImage },
      drop: async () => {},
    };
  }
  const name = `${origin.prefix}${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await runOnServer(origin.server, `CREATE DATABASE ${name} TEMPLATE ${origin.template}`);
  const url = new URL(origin.server);
  url.pathname = name;
  return {
    kind: 'postgresql',
    config: { databaseUrl: url.href, dataDir: ':memory:', databasePoolSize: 5 },
    drop: () => runOnServer(origin.server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function runOnServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
