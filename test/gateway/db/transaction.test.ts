import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createDatabase, type Database } from '../../../src/db/database.ts';
import { isUnavailable } from '../../../src/db/pg-errors.ts';
import type { Sql } from '../../../src/db/sql.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { deferred } from '../../support/deferred.ts';
import { createOwner, OWNER } from '../../support/owner.ts';

const { kind } = inject('testDatabase');

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

function insertProject(sql: Sql, token: string): Promise<unknown> {
  return sql.query('INSERT INTO projects (name, token, organization_id) VALUES ($1, $1, $2)', [token, OWNER]);
}

async function exists(token: string): Promise<boolean> {
  return (await db.prisma.project.count({ where: { token } })) === 1;
}

it('keeps what was written, and gives the result of the work', async () => {
  const result = await db.transaction(async (tx) => {
    await insertProject(tx, 'phc_kept');
    return 'done';
  });
  expect(result).toBe('done');
  expect(await exists('phc_kept')).toBe(true);
});

it('leaves nothing behind when the work throws, and throws the same', async () => {
  const problem = new Error('changed my mind');
  const work = db.transaction(async (tx) => {
    await insertProject(tx, 'phc_thrown');
    throw problem;
  });
  await expect(work).rejects.toBe(problem);
  expect(await exists('phc_thrown')).toBe(false);
});

it('leaves nothing behind when a statement fails', async () => {
  const work = db.transaction(async (tx) => {
    await insertProject(tx, 'phc_failed');
    await insertProject(tx, 'phc_failed');
  });
  await expect(work).rejects.toMatchObject({ code: '23505', constraint: 'projects_token_key' });
  expect(await exists('phc_failed')).toBe(false);
});

it('does not pretend to have committed when the work passed over a failed statement', async () => {
  const work = db.transaction(async (tx) => {
    await insertProject(tx, 'phc_swallowed');
    await tx.query('SELECT 1 / 0').catch(() => {});
  });
  await expect(work).rejects.toThrow('Nothing was committed');
  expect(await exists('phc_swallowed')).toBe(false);
});

it('rejects when COMMIT itself fails', async () => {
  await db.sql.query('CREATE TABLE parents (id int PRIMARY KEY)');
  await db.sql.query('CREATE TABLE children (parent_id int REFERENCES parents DEFERRABLE INITIALLY DEFERRED)');
  await expect(db.transaction((tx) => tx.query('INSERT INTO children VALUES (1)'))).rejects.toMatchObject({ code: '23503' });
  expect(await db.sql.query('SELECT * FROM children')).toEqual([]);
});

it('refuses a statement that comes after the end', async () => {
  const leaked = await db.transaction(async (tx) => ({ tx }));
  await expect(leaked.tx.query('SELECT 1')).rejects.toThrow('This transaction is over');
});

it('lets ten transactions on one row take turns', async () => {
  await insertProject(db.sql, 'phc_turns');
  const add = () =>
    db.transaction(async (tx) => {
      const [row] = await tx.query<{ name: string }>("SELECT name FROM projects WHERE token = 'phc_turns' FOR UPDATE");
      await tx.query("UPDATE projects SET name = $1 WHERE token = 'phc_turns'", [`${row?.name}+`]);
    });
  await Promise.all(Array.from({ length: 10 }, add));
  expect(await db.sql.query("SELECT name FROM projects WHERE token = 'phc_turns'")).toEqual([{ name: 'phc_turns++++++++++' }]);
});

it('does the work again when the database could not go on with it, from the beginning, and three times at most', async () => {
  await db.sql.query('CREATE SEQUENCE attempts');
  const fail = (times: number) => `DO $$ BEGIN
    IF nextval('attempts') <= ${times} THEN RAISE EXCEPTION 'not now' USING ERRCODE = '40P01'; END IF;
  END $$`;
  const work = (token: string, times: number) =>
    db.transaction(async (tx) => {
      await insertProject(tx, token);
      await tx.query(fail(times));
      return 'done';
    });
  expect(await work('phc_again', 2)).toBe('done');
  expect(await exists('phc_again')).toBe(true);
  const error = await work('phc_never', 100).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: '40P01' });
  expect(isUnavailable(error)).toBe(true);
  expect(await exists('phc_never')).toBe(false);
  expect(await db.sql.query("SELECT nextval('attempts') AS next")).toEqual([{ next: 3 + 3 + 1 }]);
});

it('shows Prisma what was committed, and only that', async () => {
  const work = db.prisma.$transaction(async (tx) => {
    await tx.project.create({ data: { name: 'gone', token: 'phc_prisma', organizationId: OWNER } });
    throw new Error('changed my mind');
  });
  await expect(work).rejects.toThrow('changed my mind');
  expect(await exists('phc_prisma')).toBe(false);
});

if (kind === 'postgresql') {
  it('completes two transactions that wait for each other', async () => {
    await Promise.all(['phc_left', 'phc_right'].map((token) => insertProject(db.sql, token)));
    let waiting = 0;
    let meet: () => void = () => {};
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const append = (tokens: string[]) =>
      db.transaction(async (tx) => {
        for (const token of tokens) {
          await tx.query('UPDATE projects SET name = name || $2 WHERE token = $1', [token, '+']);
          waiting += 1;
          if (waiting === 2) meet();
          await met;
        }
      });
    await Promise.all([append(['phc_left', 'phc_right']), append(['phc_right', 'phc_left'])]);
    expect(waiting).toBe(5);
    const rows = await db.sql.query("SELECT name FROM projects WHERE token IN ('phc_left', 'phc_right') ORDER BY token");
    expect(rows).toEqual([{ name: 'phc_left++' }, { name: 'phc_right++' }]);
  });

  it('survives the loss of its connection in the middle, and of every other connection', async () => {
    const work = db.transaction(async (tx) => {
      await insertProject(tx, 'phc_killed');
      await tx.query('SELECT pg_terminate_backend(pg_backend_pid())');
    });
    const error = await work.catch((reason: unknown) => reason);
    expect(isUnavailable(error)).toBe(true);
    expect(await exists('phc_killed')).toBe(false);

    const others = 'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()';
    const all = deferred();
    let open = 0;
    await Promise.all(
      [1, 2, 3].map(() =>
        db.transaction(async (tx) => {
          await tx.query('SELECT 1');
          if (++open === 3) all.resolve();
          await all.promise;
        }),
      ),
    );
    await db.sql.query(others);
    expect(await db.transaction((tx) => tx.query('SELECT 1 AS one'))).toEqual([{ one: 1 }]);
  });
}
