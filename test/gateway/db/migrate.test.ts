import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { createDatabase } from '../../../src/db/database.ts';
import { findMigrations, MIGRATIONS, migrate } from '../../../src/db/migrate.ts';
import { type DatabaseServer, openServer } from '../../../src/db/server.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const { kind } = inject('testDatabase');
const ignore = () => {};

let test: TestDatabase;
let server: DatabaseServer;
let client: pg.Client;
let folder: string;
let schemas = 0;

beforeAll(async () => {
  test = await createTestDatabase();
  server = await openServer(test.config, ignore);
  client = await connect();
});

// Each test has a schema of its own, which is an empty database as far as the migrations can see.
beforeEach(async () => {
  schemas += 1;
  await client.query(`CREATE SCHEMA fresh_${schemas}`);
  await client.query(`SET search_path = fresh_${schemas}`);
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
});

afterEach(() => rm(folder, { recursive: true }));

afterAll(async () => {
  await client?.end();
  await server?.close();
  await test?.drop();
});

async function connect(): Promise<pg.Client> {
  const connected = new pg.Client(server.connection);
  await connected.connect();
  return connected;
}

async function addMigration(name: string, script: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true });
  await writeFile(path.join(folder, name, 'migration.sql'), script);
}

async function rows(sql: string): Promise<unknown[]> {
  return (await client.query(sql)).rows;
}

it('applies what is missing, in order, and nothing the second time', async () => {
  await addMigration('2_second', "ALTER TABLE things ADD COLUMN name text; -- a ; in a comment\nINSERT INTO things VALUES (1, 'one;two');");
  await addMigration('1_first', 'CREATE TABLE things (id int);');
  expect(await migrate(client, folder, ignore)).toEqual(['1_first', '2_second']);
  expect(await migrate(client, folder, ignore)).toEqual([]);
  await addMigration('3_third', 'INSERT INTO things VALUES (2);');
  expect(await migrate(client, folder, ignore)).toEqual(['3_third']);
  expect(await rows('SELECT * FROM things')).toEqual([
    { id: 1, name: 'one;two' },
    { id: 2, name: null },
  ]);
});

it('writes the ledger as Prisma reads it', async () => {
  const script = 'SELECT 1;\n';
  await addMigration('1_first', script);
  await migrate(client, folder, ignore);
  expect(await rows('SELECT * FROM _prisma_migrations')).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: createHash('sha256').update(script).digest('hex'),
      migration_name: '1_first',
      started_at: expect.any(Date),
      finished_at: expect.any(Date),
      applied_steps_count: 1,
      logs: null,
      rolled_back_at: null,
    },
  ]);
});

it('rolls a failed migration back, notes why, and refuses the next start until somebody has looked', async () => {
  await addMigration('1_first', 'CREATE TABLE things (id int);');
  await addMigration('2_bad', 'INSERT INTO things VALUES (1); CREATE TABLE more (id int); SELECT nonsense;');
  await expect(migrate(client, folder, ignore)).rejects.toThrow(
    'Migration 2_bad failed and was rolled back: column "nonsense" does not exist',
  );
  expect(await rows('SELECT * FROM things')).toEqual([]);
  expect(await rows("SELECT to_regclass('more') AS more")).toEqual([{ more: null }]);
  expect(await rows('SELECT migration_name, logs FROM _prisma_migrations WHERE finished_at IS NULL')).toEqual([
    { migration_name: '2_bad', logs: 'column "nonsense" does not exist' },
  ]);

  await addMigration('2_bad', 'INSERT INTO things VALUES (1);');
  await expect(migrate(client, folder, ignore)).rejects.toThrow('Migration 2_bad failed on an earlier start');
  await client.query('UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL');
  expect(await migrate(client, folder, ignore)).toEqual(['2_bad']);
});

it('refuses a database that a newer build has migrated', async () => {
  await addMigration('1_first', 'SELECT 1;');
  await addMigration('2_newer', 'SELECT 2;');
  await migrate(client, folder, ignore);
  await rm(path.join(folder, '2_newer'), { recursive: true });
  await expect(migrate(client, folder, ignore)).rejects.toThrow('The database has migration 2_newer, which this build does not know');
});

it('says when an applied migration was edited, and starts', async () => {
  await addMigration('1_first', 'SELECT 1;');
  await migrate(client, folder, ignore);
  await addMigration('1_first', 'SELECT 2;');
  const said: string[] = [];
  expect(await migrate(client, folder, (message) => said.push(message))).toEqual([]);
  expect(said).toEqual(['Migration 1_first was edited after it had been applied to this database']);
});

it('has applied every migration of this build to a database that is ready', async () => {
  const names = await findMigrations(MIGRATIONS);
  expect(names.length).toBeGreaterThanOrEqual(2);
  const checksums = await Promise.all(
    names.map(async (name) => ({
      migration_name: name,
      checksum: createHash('sha256')
        .update(await readFile(path.join(MIGRATIONS, name, 'migration.sql')))
        .digest('hex'),
    })),
  );
  expect(await rows('SELECT migration_name, checksum FROM public._prisma_migrations ORDER BY migration_name')).toEqual(checksums);
});

it('gives the projects of an older build one organization', async () => {
  const own = await createTestDatabase();
  const ownServer = await openServer(own.config, ignore);
  const old = new pg.Client(ownServer.connection);
  await old.connect();
  await old.query('DROP SCHEMA public CASCADE');
  await old.query('CREATE SCHEMA public');

  const names = await findMigrations(MIGRATIONS);
  const copy = (name: string) => cp(path.join(MIGRATIONS, name), path.join(folder, name), { recursive: true });
  const since = names.findIndex((name) => name.endsWith('_organizations'));
  await Promise.all(names.slice(0, since).map(copy));
  await migrate(old, folder, ignore);
  await old.query("INSERT INTO projects (name, token) VALUES ('One', 'phc_1'), ('Two', 'phc_2')");
  await Promise.all(names.slice(since).map(copy));
  expect(await migrate(old, folder, ignore)).toEqual(names.slice(since));

  const found = await old.query(
    'SELECT p.name, o.name AS "of", o.members_can_use_personal_api_keys AS open FROM projects p JOIN organizations o ON o.id = p.organization_id ORDER BY p.id',
  );
  expect(found.rows).toEqual(['One', 'Two'].map((name) => ({ name, of: 'Default organization', open: true })));
  expect((await old.query('SELECT id FROM organizations')).rows).toHaveLength(1);
  await old.end();
  await ownServer.close();
  await own.drop();
});

if (kind === 'postgresql') {
  it('is done once when five nodes start together', async () => {
    await addMigration('1_first', 'SELECT pg_sleep(0.1); CREATE TABLE things (id int);');
    await addMigration('2_second', 'INSERT INTO things VALUES (1);');
    const clients = await Promise.all([1, 2, 3, 4, 5].map(connect));
    for (const other of clients) await other.query(`SET search_path = fresh_${schemas}`);
    const applied = await Promise.all(clients.map((other) => migrate(other, folder, ignore)));
    for (const other of clients) await other.end();
    expect(applied.flat()).toEqual(['1_first', '2_second']);
    expect(await rows('SELECT * FROM things')).toEqual([{ id: 1 }]);
  });

  it('lets five nodes open an empty database together', async () => {
    await client.query('DROP SCHEMA public CASCADE');
    await client.query('CREATE SCHEMA public');
    const databases = await Promise.all([1, 2, 3, 4, 5].map(() => createDatabase(test.config)));
    expect(await Promise.all(databases.map((db) => db.prisma.project.count()))).toEqual([0, 0, 0, 0, 0]);
    for (const db of databases) await db.close();
  });
}
