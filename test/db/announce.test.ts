import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDatabase, type Database } from '../../src/db/database.ts';
import { createDatabaseBus } from '../../src/db/database-bus.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

const CHANNEL = 'test_announcements';
/** What quoting, and a message of several statements, could stumble over. */
const MESSAGE = `It's "one" \\ two; COMMIT; $1 ü\n{"p":1}`;

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
      tx.announce(CHANNEL, MESSAGE);
      await tx.query('INSERT INTO written VALUES (1)');
      tx.announce(CHANNEL, 'second');
      expect(heard).toEqual([]);
    });
    await vi.waitFor(() => expect(heard).toEqual([MESSAGE, 'second']));
    expect(await db.sql.query('SELECT n FROM written')).toEqual([{ n: 1 }]);
  });

  it('is not heard when it is rolled back, even at the last moment', async () => {
    heard.length = 0;
    await expect(
      db.transaction(async (tx) => {
        tx.announce(CHANNEL, 'never');
        await tx.query('SELECT 1 / 0');
      }),
    ).rejects.toThrow('division by zero');
    await expect(
      db.transaction(async (tx) => {
        tx.announce(CHANNEL, 'never');
        await tx.query('SELECT 1 / 0').catch(() => {});
      }),
    ).rejects.toThrow();
    await db.transaction(async (tx) => tx.announce(CHANNEL, 'last'));
    await vi.waitFor(() => expect(heard).toEqual(['last']));
  });

  it('costs no statement of its own', async () => {
    const before = db.stats().queries;
    await db.transaction(async (tx) => tx.announce(CHANNEL, 'x'));
    expect(db.stats().queries - before).toBe(2);
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
