import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createDatabase, type Database } from '../../../src/db/database.ts';
import { createStatementNames } from '../../../src/db/statement-name.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createOwner, OWNER } from '../../support/owner.ts';

const { kind } = inject('testDatabase');

let test: TestDatabase;
let db: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  db = await createDatabase(test.config);
  await createOwner(db);
  await db.prisma.project.create({ data: { id: 1, name: 'One', token: 'phc_one', organizationId: OWNER } });
});

afterAll(async () => {
  await db?.close();
  await test?.drop();
});

async function countQueries(work: () => Promise<unknown>): Promise<number> {
  const before = db.stats().queries;
  await work();
  return db.stats().queries - before;
}

it('counts the statements of SQL and of Prisma, and the ends of transactions', async () => {
  expect(await countQueries(() => db.sql.query('SELECT 1'))).toBe(1);
  expect(await countQueries(() => db.prisma.project.findMany())).toBe(1);
  expect(await countQueries(() => db.transaction((tx) => tx.query('SELECT 1')))).toBe(3);
});

it('prepares named statements and those of Prisma, once for each connection', async () => {
  const statement = { name: 'find_project', text: 'SELECT name FROM projects WHERE id = $1' };
  for (const id of [1, 2]) {
    await db.sql.query(statement, [id]);
    await db.prisma.project.findMany({ where: { id } });
  }
  const prepared = await db.sql.query<{ name: string }>("SELECT name FROM pg_prepared_statements WHERE name NOT LIKE 'prisma%'");
  const byPrisma = await db.sql.query<{ name: string }>(
    "SELECT name FROM pg_prepared_statements WHERE name LIKE 'prisma%' AND statement LIKE '%projects%'",
  );
  expect(prepared).toEqual([{ name: 'find_project' }]);
  expect(byPrisma.length).toBeGreaterThanOrEqual(1);
});

it('stops naming texts when there are very many', () => {
  const nameOf = createStatementNames('some', 500);
  const name = nameOf('SELECT 0');
  expect(name).toMatch(/^some_[0-9a-f]{32}$/);
  const names = Array.from({ length: 600 }, (_, n) => nameOf(`SELECT ${n}`));
  expect(new Set(names.slice(0, 500)).size).toBe(500);
  expect(new Set(names.slice(500))).toEqual(new Set(['']));
  expect(nameOf('SELECT 0')).toBe(name);
});

it('passes 20 MB of JSON in and out', async () => {
  const text = JSON.stringify({ text: 'x'.repeat(20_000_000) });
  await db.sql.query('INSERT INTO activities (project_id, scope, item_id, activity, detail) VALUES (1, $1, $2, $3, $4)', [
    'Test',
    '1',
    'created',
    text,
  ]);
  const [row] = await db.sql.query<{ length: number; detail: { text: string } }>(
    'SELECT length(detail::text) AS length, detail FROM activities',
  );
  expect(row?.length).toBeGreaterThan(20_000_000);
  expect(row?.detail.text.length).toBe(row?.length);
});

it('answers many callers at once', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => db.sql.query<{ n: number }>('SELECT $1::int AS n', [n])));
  expect(answers.map(([row]) => row?.n)).toEqual(Array.from({ length: 200 }, (_, n) => n));
});

if (kind === 'postgresql') {
  it('names its sessions, and ends what takes too long', async () => {
    const names = ['application_name', 'idle_in_transaction_session_timeout', 'statement_timeout', 'TimeZone'];
    const found = await db.sql.query<{ value: string }>('SELECT current_setting(name) AS value FROM unnest($1::text[]) AS name', [names]);
    expect(found.map((row) => row.value)).toEqual(['tour-gateway', '1min', '30s', 'UTC']);
  });

  it('waits for a row and goes on with what it has become, even when the URL asks for an isolation that fails then', async () => {
    const url = new URL(test.config.databaseUrl as string);
    url.searchParams.set('options', '-c default_transaction_isolation=serializable');
    const other = await createDatabase({ ...test.config, databaseUrl: url.href });
    await other.sql.query('CREATE TABLE counters AS SELECT 0 AS n');
    const add = () => other.transaction((tx) => tx.query('UPDATE counters SET n = n + 1'));
    const added = await Promise.allSettled(Array.from({ length: 20 }, add));
    const [counter] = await other.sql.query('SELECT n FROM counters');
    await other.sql.query('DROP TABLE counters');
    await other.close();
    expect(added.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 'fulfilled'));
    expect(counter).toEqual({ n: 20 });
  });

  it('runs in UTC even when the URL asks for another zone, and keeps the other options of the URL', async () => {
    const url = new URL(test.config.databaseUrl as string);
    url.searchParams.set('options', '-c TimeZone=America/New_York -c work_mem=5MB');
    const other = await createDatabase({ ...test.config, databaseUrl: url.href });
    const [row] = await other.sql.query("SELECT current_setting('TimeZone') AS zone, current_setting('work_mem') AS memory");
    await other.close();
    expect(row).toEqual({ zone: 'UTC', memory: '5MB' });
  });
}
