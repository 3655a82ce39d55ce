import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDatabase, type Database } from '../../../src/db/database.ts';
import { isForeignKeyViolation, isInvalidText, isUnavailable, isUniqueViolation } from '../../../src/db/pg-errors.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createOwner, OWNER } from '../../support/owner.ts';

let test: TestDatabase;
let db: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  db = await createDatabase(test.config);
  await createOwner(db);
  await db.prisma.project.create({ data: { name: 'One', token: 'phc_one', organizationId: OWNER } });
});

afterAll(async () => {
  await db?.close();
  await test?.drop();
});

// The embedded database ignores the timeout.
it.runIf(inject('testDatabase').kind === 'postgresql')(
  'takes a statement that is cut off by its timeout for a passing failure',
  async () => {
    const slow = db.transaction(async (tx) => {
      await tx.query("SET LOCAL statement_timeout = '20ms'");
      await tx.query('SELECT pg_sleep(5)');
    });
    expect(isUnavailable(await errorOf(slow))).toBe(true);
  },
);

async function errorOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail');
}

const bySql = (text: string, values: unknown[] = []) => errorOf(db.sql.query(text, values));

it('knows a unique violation, and which, through SQL and through Prisma', async () => {
  const errors = [
    await bySql("INSERT INTO projects (name, token, organization_id) VALUES ('a', 'phc_one', $1)", [OWNER]),
    await errorOf(db.prisma.project.create({ data: { name: 'a', token: 'phc_one', organizationId: OWNER } })),
  ];
  for (const error of errors) {
    expect(isUniqueViolation(error)).toBe(true);
    expect(isUniqueViolation(error, 'projects_token_key')).toBe(true);
    expect(isUniqueViolation(error, 'users_email_key')).toBe(false);
    expect(isForeignKeyViolation(error)).toBe(false);
  }
});

it('knows a foreign key violation, and which, through SQL and through Prisma', async () => {
  const errors = [
    await bySql("INSERT INTO tours (project_id, name) VALUES (999, 'a')"),
    await errorOf(db.prisma.featureFlag.create({ data: { projectId: 999, key: 'a' } })),
  ];
  expect(errors.map((error) => isForeignKeyViolation(error))).toEqual([true, true]);
  expect(isForeignKeyViolation(errors[0], 'tours_project_id_fkey')).toBe(true);
  expect(isForeignKeyViolation(errors[1], 'feature_flags_project_id_fkey')).toBe(true);
  expect(isUniqueViolation(errors[0])).toBe(false);
});

describe('knows a value that its type cannot take', () => {
  it.each([
    ['an id that is none', 'SELECT $1::uuid', 'not-a-uuid'],
    ['a number that is none', 'SELECT $1::int', 'ten'],
    ['a number out of range', 'SELECT $1::int', '99999999999'],
    ['a date that is none', 'SELECT $1::timestamptz', 'yesterday-ish'],
    ['a date out of range', 'SELECT $1::timestamptz', '2026-13-45'],
    ['a text with a zero byte', 'SELECT $1::text', 'a\0b'],
    ['JSON text that has one', "SELECT $1::jsonb->>'a'", '{"a": "\\u0000"}'],
  ])('%s', async (_what, text, value) => {
    const error = await bySql(text, [value]);
    expect(isInvalidText(error)).toBe(true);
    expect(isUnavailable(error)).toBe(false);
    expect(await db.sql.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

it('knows that the database cannot be reached', async () => {
  const config = { ...test.config, databaseUrl: 'postgresql://nobody@127.0.0.1:1/nothing' };
  expect(isUnavailable(await errorOf(createDatabase(config)))).toBe(true);
});

it('knows that the database is closed', async () => {
  const closed = await createDatabase(test.config);
  await closed.close();
  await closed.close();
  expect(isUnavailable(await errorOf(closed.sql.query('SELECT 1')))).toBe(true);
});

it('takes no other error for one of these', () => {
  for (const error of [new Error('23505'), new TypeError('x'), null, '23505', { code: '23505' }]) {
    expect([isUniqueViolation(error), isForeignKeyViolation(error), isInvalidText(error), isUnavailable(error)]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  }
});
