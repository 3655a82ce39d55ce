import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findMigrations, MIGRATIONS, migrate } from '../../../src/db/migrate.ts';
import { type DatabaseServer, openServer } from '../../../src/db/server.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const [A, B, EMPTY] = ['a', 'b', 'e'].map((digit) => `00000000-0000-4000-8000-00000000000${digit}`);

let test: TestDatabase;
let server: DatabaseServer;
let client: pg.Client;
let folder: string;

beforeAll(async () => {
  test = await createTestDatabase();
  server = await openServer(test.config, () => {});
  client = new pg.Client(server.connection);
  await client.connect();
  await client.query('DROP SCHEMA public CASCADE');
  await client.query('CREATE SCHEMA public');
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
});

afterAll(async () => {
  await client.end();
  await server.close();
  await test.drop();
  await rm(folder, { recursive: true });
});

it('gives users and empty organizations of an older build an organization, and its first key the scope installation', async () => {
  const names = await findMigrations(MIGRATIONS);
  const copy = (name: string) => cp(path.join(MIGRATIONS, name), path.join(folder, name), { recursive: true });
  const since = names.findIndex((name) => name.endsWith('_user_organizations'));
  await Promise.all(names.slice(0, since).map(copy));
  await migrate(client, folder, () => {});
  await client.query(`
    INSERT INTO organizations (id, name, created_at) VALUES ('${A}', 'A', '2026-01-01'), ('${B}', 'B', '2026-01-02'), ('${EMPTY}', 'E', '2026-01-03');
    INSERT INTO projects (id, name, token, organization_id) VALUES (1, 'A', 'phc_a', '${A}'), (2, 'B', 'phc_b', '${B}');
    INSERT INTO users (id, email) VALUES (1, 'first@example.com'), (2, 'of-b@example.com'), (3, 'both@example.com'), (4, 'none@example.com');
    INSERT INTO memberships (user_id, project_id, created_at)
      VALUES (1, 1, '2026-01-01'), (2, 2, '2026-01-01'), (3, 1, '2026-01-02'), (3, 2, '2026-01-01');
    INSERT INTO personal_api_keys (user_id, label, hash, mask, scopes, created_at) VALUES
      (1, 'First key', 'sha256$1', '1', '{*}', '2026-01-01'), (1, 'First key', 'sha256$2', '2', '{*}', '2026-01-02'),
      (2, 'First key', 'sha256$3', '3', '{*}', '2025-01-01');`);
  await Promise.all(names.slice(since).map(copy));
  await migrate(client, folder, () => {});

  const rows = async (sql: string) => (await client.query({ text: sql, rowMode: 'array' })).rows;
  expect(await rows('SELECT id, organization_id FROM users ORDER BY id')).toEqual([
    [1, A],
    [2, B],
    [3, B],
    [4, A],
  ]);
  expect(await rows('SELECT id, owner_id FROM organizations ORDER BY name')).toEqual([
    [A, null],
    [B, null],
    [EMPTY, A],
  ]);
  expect(await rows('SELECT mask, scopes FROM personal_api_keys ORDER BY mask')).toEqual([
    ['1', ['*', 'installation']],
    ['2', ['*']],
    ['3', ['*']],
  ]);
  await client.query(`INSERT INTO users (id, email, organization_id) VALUES (10, 'FIRST@example.com', '${B}')`);
  await expect(client.query(`INSERT INTO users (id, email, organization_id) VALUES (11, 'FIRST@example.com', '${A}')`)).rejects.toThrow(
    'users_email_lower_key',
  );
});
