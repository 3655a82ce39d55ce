import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type Database } from '../../../src/db/database.ts';
import { parseTimestamp } from '../../../src/db/type-parser.ts';
import { RawJson } from '../../../src/json/raw-json.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createOwner, OWNER } from '../../support/owner.ts';

let test: TestDatabase;
let db: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  db = await createDatabase(test.config);
  await createOwner(db);
});

afterAll(async () => {
  await db?.close();
  await test?.drop();
});

async function value(expression: string, values: unknown[] = []): Promise<unknown> {
  const [row] = await db.sql.query<{ value: unknown }>(`SELECT ${expression} AS value`, values);
  return row?.value;
}

describe('timestamps', () => {
  it.each([
    ['2026-11-23 04:04:14.677854+00', '2026-11-23T04:04:14.677854Z'],
    ['2026-11-23 04:04:14.5+00', '2026-11-23T04:04:14.500000Z'],
    ['2024-01-01 00:00:00+00', '2024-01-01T00:00:00Z'],
    ['2026-11-22 23:04:14.000001-05', '2026-11-23T04:04:14.000001Z'],
    ['2026-11-23 09:49:14+05:45', '2026-11-23T04:04:14Z'],
  ])('reads %s as %s', async (text, expected) => {
    expect(await value('$1::timestamptz', [text])).toBe(expected);
    expect(parseTimestamp(text)).toBe(expected);
  });

  it('leaves what RFC 3339 cannot say', async () => {
    expect(await value("'infinity'::timestamptz")).toBe('infinity');
  });

  it('is in UTC in a session that was set elsewhere', async () => {
    const found = await db.transaction(async (tx) => {
      await tx.query("SET LOCAL TimeZone = 'America/New_York'");
      return tx.query<{ value: string }>("SELECT '2026-11-23 04:04:14.677854+00'::timestamptz AS value");
    });
    expect(found).toEqual([{ value: '2026-11-23T04:04:14.677854Z' }]);
  });

  it('runs every session in UTC, so that Prisma stores what it was given', async () => {
    expect(await value("current_setting('TimeZone')")).toBe('UTC');
    const createdAt = new Date('2026-11-23T12:00:00.123Z');
    await db.prisma.project.create({ data: { name: 'Time', token: 'phc_time', createdAt, organizationId: OWNER } });
    expect((await db.prisma.project.findFirstOrThrow({ where: { token: 'phc_time' } })).createdAt).toEqual(createdAt);
    expect(await value("(SELECT created_at FROM projects WHERE token = 'phc_time')")).toBe('2026-11-23T12:00:00.123000Z');
  });
});

describe('JSON', () => {
  const text = '{"big": 12345678901234567890, "price": 1.50, "none": null}';

  it('comes back as the text that the database has', async () => {
    const json = await value('$1::jsonb', [text]);
    expect(json).toBeInstanceOf(RawJson);
    expect((json as RawJson).text).toBe('{"big": 12345678901234567890, "none": null, "price": 1.50}');
    expect(await value('$1::json', ['{"b":1,  "a":1.50}'])).toMatchObject({ text: '{"b":1,  "a":1.50}' });
  });

  it('goes in as the text it came out with, alone or inside an object', async () => {
    const json = new RawJson(text);
    expect(await value('$1::jsonb::text', [json])).toContain('12345678901234567890');
    expect(await value('$1::jsonb::text', [{ inner: json }])).toContain('1.50');
  });
});

it('reads bigint and count as numbers', async () => {
  expect(await value('9007199254740991::int8')).toBe(9007199254740991);
  expect(await value('(SELECT count(*) FROM generate_series(1, 3))')).toBe(3);
});

it('leaves the parsers of Prisma and of node-postgres alone', async () => {
  const user = await db.prisma.user.create({ data: { email: 'json@example.com', hedgehogConfig: { size: 1 } } });
  expect(user.hedgehogConfig).toEqual({ size: 1 });
  expect(user.createdAt).toBeInstanceOf(Date);
});
