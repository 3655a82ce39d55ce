import pg from 'pg';
import { describe, expect, inject } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const database = inject('testDatabase');

const it = gatewayTest({}, { capture: ({ event }) => void captured.push(event) });
let gateway: TestApp;
let tours: RestTours;
const captured: string[] = [];

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

describe('a write that the database could not go on with', () => {
  it('is made again, and everything that comes of it comes once', async () => {
    const { id } = await tours.create();
    const { sql } = gateway.app.db;
    await sql.query('CREATE SEQUENCE attempts');
    await sql.query(`CREATE FUNCTION fail_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF nextval('attempts') = 1 THEN RAISE EXCEPTION 'not now' USING ERRCODE = '40P01'; END IF;
      RETURN NULL;
    END $$`);
    await sql.query('CREATE TRIGGER fail_once AFTER UPDATE ON tours FOR EACH STATEMENT EXECUTE FUNCTION fail_once()');
    captured.length = 0;
    try {
      await tours.change(id, { start_date: '2024-01-01' });
    } finally {
      await sql.query('DROP TRIGGER fail_once ON tours');
    }
    expect(await sql.query("SELECT nextval('attempts') AS next")).toEqual([{ next: 3 }]);
    expect(captured).toEqual(['product tour updated', 'product tour launched']);
    const { tour } = await gateway.graphql(`{ tour(id: "${id}") { revision activity { totalCount } versions { totalCount } } }`);
    expect(tour).toEqual({ revision: 2, activity: { totalCount: 2 }, versions: { totalCount: 1 } });
  });

  it.runIf(database.kind === 'postgresql')('succeeds where the deletion of a flag and a write of a tour wait for each other', async () => {
    const flagId = await createFlag(gateway.graphql, gateway.projectId, 'wanted');
    const { id } = await tours.create();
    await gateway.app.db.sql.query(`CREATE FUNCTION wait_for_test() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM pg_advisory_xact_lock(1);
      RETURN NULL;
    END $$`);
    await gateway.app.db.sql.query(
      'CREATE TRIGGER wait_for_test AFTER UPDATE ON feature_flags FOR EACH STATEMENT EXECUTE FUNCTION wait_for_test()',
    );
    const other = await connect();
    try {
      await other.query('SELECT pg_advisory_lock(1)');
      await other.query('BEGIN');
      await other.query('UPDATE tours SET linked_flag_id = $1 WHERE id = $2', [flagId, id]);
      // The deletion has seen no linked tour and waits for the flag; once it has that, the trigger holds it up.
      const deleted = mutate(gateway.graphql, 'deleteFeatureFlag', { flagId }, 'featureFlag { deleted }');
      await waiting(other, LOCKED, 1);
      await other.query('COMMIT');
      await waiting(other, BY_THE_TRIGGER, 1);
      // The write has the tour and waits for the flag; the deletion is about to ask for the tour.
      const written = tours.send('PATCH', `/${id}/`, { content: { steps: [] } });
      await waiting(other, BEHIND_THE_TRIGGER, 1);
      const before = await deadlocks(other);
      await other.query('SELECT pg_advisory_unlock(1)');
      expect(await deleted).toMatchObject({ featureFlag: { deleted: true } });
      expect(await written).toMatchObject({ status: 200 });
      expect(await tours.read(id)).toMatchObject({ linked_flag: null, content: { steps: [] } });
      // A connection tells the statistics ten seconds after its last statement at the latest.
      await expect.poll(() => deadlocks(other), { timeout: 30_000 }).toBe(before + 1);
    } finally {
      await other.end();
    }
  });
});

async function connect(): Promise<pg.Client> {
  const [row] = await gateway.app.db.sql.query<{ name: string }>('SELECT current_database() AS name');
  const url = new URL(database.kind === 'postgresql' ? database.server : '');
  url.pathname = row?.name ?? '';
  const client = new pg.Client(url.href);
  await client.connect();
  return client;
}

const LOCKED = "wait_event_type = 'Lock'";
const BY_THE_TRIGGER = "wait_event = 'advisory'";
const BEHIND_THE_TRIGGER = `EXISTS (
  SELECT FROM pg_stat_activity holder WHERE holder.pid = ANY(pg_blocking_pids(waiter.pid)) AND holder.wait_event = 'advisory')`;

/** Waits until so many sessions of this database wait in this way. */
async function waiting(client: pg.Client, way: string, count: number): Promise<void> {
  const text = `SELECT count(*)::int AS count FROM pg_stat_activity waiter WHERE datname = current_database() AND ${way}`;
  const ask = async () => (await client.query(text)).rows[0].count;
  await expect.poll(ask, { timeout: 10_000 }).toBe(count);
}

async function deadlocks(client: pg.Client): Promise<number> {
  const { rows } = await client.query('SELECT deadlocks::int AS count FROM pg_stat_database WHERE datname = current_database()');
  return rows[0].count;
}
