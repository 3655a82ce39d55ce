import { openAsBlob } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type EmbeddedServer, openPglite } from '../../../src/db/pglite.ts';

const origin = inject('testDatabase');

let server: EmbeddedServer;
const clients: pg.Client[] = [];

beforeAll(async () => {
  server = await openPglite(':memory:', origin.kind === 'embedded' ? await openAsBlob(origin.image) : undefined);
});

afterAll(async () => {
  for (const client of clients) await client.end();
  await server?.close();
});

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ stream: server.connect, ssl: false });
  client.on('error', () => {});
  await client.connect();
  clients.push(client);
  return client;
}

function destroy(client: pg.Client): void {
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy();
}

it('makes others wait while a transaction is open', async () => {
  const [first, second] = [await connect(), await connect()];
  await first.query('CREATE TABLE waiting (id int)');
  await first.query('BEGIN');
  const answers: string[] = [];
  const counted = second.query('SELECT count(*)::int AS n FROM waiting').then((result) => answers.push(`second saw ${result.rows[0].n}`));
  await first.query('INSERT INTO waiting VALUES (1)');
  await first.query('COMMIT').then(() => answers.push('first is done'));
  await counted;
  expect(answers).toEqual(['first is done', 'second saw 1']);
});

it('rolls back and gives the session free when a connection dies in a transaction', async () => {
  const [first, second] = [await connect(), await connect()];
  await first.query('CREATE TABLE dying (id int)');
  await first.query('BEGIN');
  await first.query('INSERT INTO dying VALUES (1)');
  const counted = second.query('SELECT count(*)::int AS n FROM dying');
  destroy(first);
  expect((await counted).rows).toEqual([{ n: 0 }]);
});

it('does the same when a connection dies in the middle of a statement, or while it waits', async () => {
  const [first, second, third] = [await connect(), await connect(), await connect()];
  await first.query('CREATE TABLE dying_too (id int)');
  const begun = first.query('BEGIN; INSERT INTO dying_too SELECT generate_series(1, 10000)').catch((error: Error) => error.message);
  const waiting = second.query('INSERT INTO dying_too VALUES (0)').catch((error: Error) => error.message);
  const counted = third.query('SELECT count(*)::int AS n FROM dying_too');
  destroy(second);
  destroy(first);
  expect(await begun).toBe('Connection terminated unexpectedly');
  expect(await waiting).toBe('Connection terminated unexpectedly');
  expect((await counted).rows).toEqual([{ n: 0 }]);
});

it('gives a new connection a clean session', async () => {
  const first = await connect();
  await first.query("SET TimeZone = 'Asia/Kathmandu'");
  await first.query({ name: 'left_behind', text: 'SELECT 1', values: [] });
  await first.query('LISTEN left_behind');
  await first.end();
  const second = await connect();
  const { rows } = await second.query(
    "SELECT current_setting('TimeZone') AS zone, (SELECT count(*)::int FROM pg_prepared_statements) AS prepared, ARRAY(SELECT pg_listening_channels()) AS channels",
  );
  expect(rows).toEqual([{ zone: 'UTC', prepared: 0, channels: [] }]);
});

it('is usable after an error, in and out of a transaction', async () => {
  const client = await connect();
  for (const bad of ['SELECT nonsense', 'SELECT $1::int', 'SELECT 1; SELECT 1 / 0; SELECT 2']) {
    await expect(client.query(bad, bad.includes('$1') ? ['ten'] : undefined)).rejects.toThrow();
    expect((await client.query('SELECT $1::int AS n', [1])).rows).toEqual([{ n: 1 }]);
  }
  await client.query('BEGIN');
  await client.query('SAVEPOINT here');
  await expect(client.query('SELECT nonsense')).rejects.toThrow();
  await client.query('ROLLBACK TO here');
  expect((await client.query('SELECT 2 AS n')).rows).toEqual([{ n: 2 }]);
  await client.query('COMMIT');
});

it('answers each statement of a pipeline, those after a failed one as well', async () => {
  const client = new pg.Client({ stream: server.connect, ssl: false, pipeline: true });
  await client.connect();
  clients.push(client);
  const answers = await Promise.allSettled([
    client.query('SELECT $1::int AS n', [1]),
    client.query('SELECT nonsense + $1', [1]),
    client.query({ name: 'named', text: 'SELECT $1::int AS n', values: [3] }),
    client.query({ name: 'named', text: 'SELECT $1::int AS n', values: [4] }),
  ]);
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value.rows[0].n : 'failed'))).toEqual([1, 'failed', 3, 4]);
});

it('passes 20 MB both ways, in one value and in many rows', async () => {
  const client = await connect();
  const text = 'x'.repeat(20_000_000);
  const { rows } = await client.query('SELECT $1::text AS text', [text]);
  expect(rows[0].text === text).toBe(true);
  const many = await client.query("SELECT repeat('y', 1000) AS text FROM generate_series(1, 20000)");
  expect(many.rows).toHaveLength(20_000);
  expect(many.rows.every((row) => row.text.length === 1000)).toBe(true);
});
