import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDatabase, type Database } from '../../../src/db/database.ts';
import { createDatabaseBus } from '../../../src/db/database-bus.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

const CHANNEL = 'test_announcements';
/** What quoting, and a message of several statements, could stumble over. */
const MESSAGE = `It's "one" \\ two; COMMIT; $1 ü\n{"p":1}`;

/** A statement that announces a message and the row that it writes. */
const WRITE = {
  name: 'write_and_announce',
  text: `WITH row AS (INSERT INTO written VALUES ($1) RETURNING $2::text AS announcement)
    SELECT announcement, CASE WHEN $3::text IS NOT NULL THEN pg_notify($3, announcement) END FROM row`,
};

describe.each(['with the commit', 'by other means'])('a transaction that announces %s', (means) => {
  const heard: string[] = [];
  let test: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    test = await createTestDatabase();
    const announce = async (channel: string, message: string) => void (channel === CHANNEL && heard.push(message));
    db = await createDatabase(test.config, () => {}, means === 'by other means' ? announce : null);
    await db.listen(
      CHANNEL,
      (message) => heard.push(message),
      () => {},
    );
    await db.sql.query('CREATE TABLE written (n int)');
  });

  afterAll(async () => {
    await db?.close();
    await test?.drop();
  });

  it('is heard once it is committed, with all it has said, each message once', async () => {
    await db.transaction(async (tx) => {
      expect(await tx.announce(CHANNEL, WRITE, [1, MESSAGE])).toMatchObject([{ announcement: MESSAGE }]);
      await tx.announce(CHANNEL, WRITE, [2, 'second']);
      expect(heard).toEqual([]);
    });
    await vi.waitFor(() => expect(heard).toEqual([MESSAGE, 'second']));
    expect(await db.sql.query('SELECT n FROM written')).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it('is not heard when it is rolled back, even at the last moment', async () => {
    heard.length = 0;
    await expect(
      db.transaction(async (tx) => {
        await tx.announce(CHANNEL, WRITE, [3, 'never']);
        await tx.query('SELECT 1 / 0');
      }),
    ).rejects.toThrow('division by zero');
    await expect(
      db.transaction(async (tx) => {
        await tx.announce(CHANNEL, WRITE, [4, 'never']);
        await tx.query('SELECT 1 / 0').catch(() => {});
      }),
    ).rejects.toThrow();
    await db.transaction((tx) => tx.announce(CHANNEL, WRITE, [5, 'last']));
    await vi.waitFor(() => expect(heard).toEqual(['last']));
  });

  it('is heard of a single statement that is its own transaction, and not when that fails', async () => {
    heard.length = 0;
    await expect(db.sql.announce(CHANNEL, WRITE, ['no number', 'never'])).rejects.toThrow('invalid input syntax');
    await db.sql.announce(CHANNEL, WRITE, [6, 'alone']);
    await vi.waitFor(() => expect(heard).toEqual(['alone']));
  });

  it('costs no statement of its own', async () => {
    const before = db.stats().queries;
    await db.transaction((tx) => tx.announce(CHANNEL, WRITE, [7, 'x']));
    expect(db.stats().queries - before).toBe(3);
  });
});

it('announces outside of a transaction as well', async () => {
  const test = await createTestDatabase();
  const db = await createDatabase(test.config);
  const bus = createDatabaseBus(db);
  const heard: string[] = [];
  await bus.listen(
    CHANNEL,
    (message) => heard.push(message),
    () => {},
  );
  await bus.announce(CHANNEL, MESSAGE);
  await vi.waitFor(() => expect(heard).toEqual([MESSAGE]));
  await bus.close();
  await db.close();
  await test.drop();
});
