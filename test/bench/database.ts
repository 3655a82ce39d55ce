import { randomUUID } from 'node:crypto';
import pg from 'pg';

const SERVER = process.env.BENCH_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

export interface Database {
  url: string;
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Ends whoever is still connected, and removes it. */
  drop(): Promise<void>;
}

/** An empty database of the run's own. */
export async function createDatabase(): Promise<Database> {
  const admin = new pg.Client(SERVER);
  await admin.connect();
  const name = `bench_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await admin.query(`CREATE DATABASE ${name}`);
  const url = new URL(SERVER);
  url.pathname = name;
  const client = new pg.Client(url.href);
  await client.connect();
  return {
    url: url.href,
    query: async (text, values) => (await client.query(text, values)).rows,
    async drop() {
      await client.end();
      await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await admin.end();
    },
  };
}

export async function postgresVersion(): Promise<string> {
  const client = new pg.Client(SERVER);
  await client.connect();
  const { rows } = await client.query('SHOW server_version');
  await client.end();
  return rows[0].server_version;
}
