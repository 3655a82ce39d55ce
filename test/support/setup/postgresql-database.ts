import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { createDatabase } from '../../../src/db/database.ts';

/** Provides a migrated template database on the server of TEST_DATABASE_URL, which each test file clones. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = process.env.TEST_DATABASE_URL as string;
  const prefix = `tour_gateway_test_${randomUUID().slice(0, 8)}_`;
  const template = `${prefix}template`;
  project.provide('testDatabase', { kind: 'postgresql', server, prefix, template });
  await makeTemplate(server, template);
  return () => dropAll(server, prefix);
}

async function makeTemplate(server: string, template: string): Promise<void> {
  await onServer(server, (client) => client.query(`CREATE DATABASE ${template}`));
  const url = new URL(server);
  url.pathname = template;
  const database = await createDatabase({ databaseUrl: url.href, dataDir: '', databasePoolSize: 1 });
  await database.close();
}

/** Includes the databases that failed test files left behind. */
async function dropAll(server: string, prefix: string): Promise<void> {
  await onServer(server, async (client) => {
    const { rows } = await client.query<{ name: string }>('SELECT datname AS name FROM pg_database WHERE starts_with(datname, $1)', [
      prefix,
    ]);
    for (const { name } of rows) await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
