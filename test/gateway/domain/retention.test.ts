import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { purgeAuditLog } from '../../../src/domain/purge-audit-log.ts';
import { purge, type Retention } from '../../../src/domain/retention.ts';
import { addToken } from '../../support/access-token.ts';
import type { TestApp } from '../../support/app.ts';
import { CREATE_TOUR, SAVE_DRAFT, TOUR_CHANGED } from '../../support/documents.ts';
import { browserOf } from '../../support/events.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { addPreviewToken } from '../../support/preview-token.ts';
import { subscribe } from '../../support/socket.ts';

interface DraftEvent {
  cursor: string;
  kind: string;
  revision: number;
}

const KEEP: Retention = { days: 30, maxEventsPerProject: 100_000, browserEventDays: 90, identifiedPersonDays: null };
const NOTHING = {
  events: 0,
  deletedTours: 0,
  idempotencyKeys: 0,
  accessTokens: 0,
  auditEntries: 0,
  browserEvents: 0,
  anonymousPersons: 0,
  identifiedPersons: 0,
  captureUsage: 0,
  tourCounts: 0,
};

const it = gatewayTest();
let gateway: TestApp;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

function run(retention = KEEP, signal = new AbortController().signal) {
  return purge({ db: gateway.app.db, clock: () => new Date(), contentWriter: null } as never, retention, signal);
}

function sql<Row>(statement: string, ...values: unknown[]): Promise<Row[]> {
  return gateway.app.db.sql.query<Row>(statement, values);
}

async function createTour(name: string, saves = 0): Promise<string> {
  const { createTour } = await gateway.graphql(CREATE_TOUR, { input: { projectId: gateway.projectId, name } });
  const tourId = createTour.tour.uuid;
  for (let n = 1; n <= saves; n++) await gateway.graphql(SAVE_DRAFT, { input: { tourId, name: `${name} ${n}` } });
  return tourId;
}

async function bounds(): Promise<{ first: number | null; last: number; pruned: number }> {
  const [row] = await sql<{ first: number | null; last: number; pruned: number }>(
    `SELECT last_sequence AS last, pruned_through AS pruned, (SELECT min(sequence) FROM draft_events WHERE project_id = $1) AS first
     FROM draft_feeds WHERE project_id = $1`,
    gateway.projectId,
  );
  if (!row) throw new Error('There is no feed.');
  return row;
}

it('removes nothing that is young enough', async () => {
  await createTour('Young', 3);
  expect(await run()).toEqual(NOTHING);
  expect(await bounds()).toMatchObject({ first: 1, pruned: 0 });
});

it('removes old events up to the first that is young enough, and says RESET to whoever left off before', async () => {
  const tourId = await createTour('Old');
  const before = subscribe<DraftEvent>(gateway.url, gateway.key, TOUR_CHANGED, { tourId });
  const snapshot = await before.next();
  await before.close();
  for (const name of ['One', 'Two', 'Three']) await gateway.graphql(SAVE_DRAFT, { input: { tourId, name } });
  const { last } = await bounds();
  await sql(`UPDATE draft_events SET occurred_at = occurred_at - interval '31 days' WHERE sequence <= $1`, last - 1);
  // Old, but after a young one: it stays.
  await gateway.graphql(SAVE_DRAFT, { input: { tourId, name: 'Four' } });
  await sql(`UPDATE draft_events SET occurred_at = occurred_at - interval '31 days' WHERE sequence = $1`, last + 1);

  expect(await run()).toMatchObject({ events: last - 1 });
  expect(await bounds()).toEqual({ first: last, last: last + 1, pruned: last - 1 });
  const after = subscribe<DraftEvent>(gateway.url, gateway.key, TOUR_CHANGED, { tourId, after: snapshot.cursor });
  expect(await after.next()).toMatchObject({ kind: 'RESET', revision: 5 });
  await gateway.graphql(SAVE_DRAFT, { input: { tourId, name: 'Five' } });
  expect(await after.next()).toMatchObject({ kind: 'SAVED', revision: 6 });
  await after.close();
  expect(await run()).toMatchObject({ events: 0 });
});

it('keeps no more events of a project than its limit, in as many transactions as it takes', async () => {
  await sql(
    `INSERT INTO draft_events (project_id, sequence, tour_id, kind, revision, has_draft)
     SELECT $1, last_sequence + n, gen_random_uuid(), 'SAVED', 1, true FROM draft_feeds, generate_series(1, 3500) n WHERE project_id = $1`,
    gateway.projectId,
  );
  await sql('UPDATE draft_feeds SET last_sequence = last_sequence + 3500 WHERE project_id = $1', gateway.projectId);
  const { events } = await run({ ...KEEP, maxEventsPerProject: 10 });
  expect(events).toBeGreaterThan(3400);
  const { first, last, pruned } = await bounds();
  expect([first, pruned]).toEqual([last - 9, last - 10]);
});

it('removes all events of a project where nothing has happened for long, and its newest cursor stays good', async () => {
  const tourId = await createTour('Quiet', 2);
  const events = subscribe<DraftEvent>(gateway.url, gateway.key, TOUR_CHANGED, { tourId });
  const { cursor } = await events.next();
  await events.close();
  await sql(`UPDATE draft_events SET occurred_at = occurred_at - interval '31 days'`);
  await run();
  const { first, last, pruned } = await bounds();
  expect({ first, pruned }).toEqual({ first: null, pruned: last });
  const after = subscribe<DraftEvent>(gateway.url, gateway.key, TOUR_CHANGED, { tourId, after: cursor });
  expect(await after.next()).toMatchObject({ kind: 'RESUMED', revision: 3 });
  await after.close();
});

it('removes deleted tours of long ago, which cannot be restored then, and idempotency keys after a day', async () => {
  const [kept, lost] = [await createTour('Kept'), await createTour('Lost')];
  await gateway.graphql(CREATE_TOUR, { input: { projectId: gateway.projectId, name: 'Once', idempotencyKey: 'once' } });
  for (const tourId of [kept, lost])
    await gateway.graphql(`mutation ($input: DeleteTourInput!) { deleteTour(input: $input) { __typename } }`, { input: { tourId } });
  await sql(`UPDATE deleted_tours SET deleted_at = deleted_at - interval '31 days' WHERE id = $1`, lost);
  expect(await run()).toMatchObject({ deletedTours: 1, idempotencyKeys: 0 });
  await sql(`UPDATE idempotency_keys SET created_at = created_at - interval '25 hours'`);
  expect(await run()).toMatchObject({ deletedTours: 0, idempotencyKeys: 1 });
  expect(await sql('SELECT id FROM deleted_tours')).toEqual([{ id: kept }]);
});

it('removes access tokens a day after they have expired, and no key', async () => {
  const [token, recent] = [await addToken(gateway, { userId: 1 }), await addToken(gateway, { userId: 1 })];
  const preview = await addPreviewToken(gateway, await createTour('Shown'));
  const keys = await sql<{ id: string }>('SELECT id FROM personal_api_keys WHERE NOT is_access_token');
  await sql(`UPDATE personal_api_keys SET expires_at = now() - interval '23 hours' WHERE id = $1`, recent.id);
  await sql(`UPDATE personal_api_keys SET expires_at = now() - interval '25 hours' WHERE id <> $1`, recent.id);
  expect(await run()).toMatchObject({ accessTokens: 2 });
  const left = await sql<{ id: string }>('SELECT id FROM personal_api_keys');
  expect(left.map(({ id }) => id).sort()).toEqual([recent.id, ...keys.map(({ id }) => id)].sort());
  for (const { id } of [token, preview]) expect(left).not.toContainEqual({ id });
  await sql('UPDATE personal_api_keys SET expires_at = NULL WHERE NOT is_access_token');
});

it('removes events of browsers of long ago, and forgets persons without a name of whom nothing was heard since', async () => {
  await sql(
    `INSERT INTO tour_events (project_id, id, tour_id, name, distinct_id, occurred_at, properties)
     SELECT $1, gen_random_uuid(), gen_random_uuid(), 'product tour shown', 'ada', now() - n * interval '1 day', '{}' FROM generate_series(80, 99) n`,
    gateway.projectId,
  );
  await sql(
    `WITH made AS (
       INSERT INTO persons (project_id, is_identified, updated_at)
       SELECT $1, n % 2 = 0, now() - n * interval '1 day' FROM generate_series(80, 99) n RETURNING id, project_id
     ) INSERT INTO person_distinct_ids SELECT project_id, 'person ' || id, id FROM made`,
    gateway.projectId,
  );
  expect(await run()).toMatchObject({ browserEvents: 10, anonymousPersons: 5 });
  expect(await sql('SELECT count(*) AS count FROM tour_events')).toEqual([{ count: 10 }]);
  expect(await sql('SELECT is_identified AS named, count(*) AS count FROM persons GROUP BY 1 ORDER BY 1')).toEqual([
    { named: false, count: 5 },
    { named: true, count: 10 },
  ]);
  expect(await sql('SELECT count(*) AS count FROM person_distinct_ids')).toEqual([{ count: 15 }]);
});

it('removes what was counted of tours that can be restored no more', async () => {
  const [kept, deleted, gone] = [await createTour('Counted'), await createTour('Counted and deleted'), randomUUID()];
  await gateway.graphql(`mutation ($input: DeleteTourInput!) { deleteTour(input: $input) { __typename } }`, { input: { tourId: deleted } });
  for (const tourId of [kept, deleted, gone]) {
    await sql(
      `WITH metric AS (INSERT INTO tour_metrics (project_id, tour_id, kind) VALUES ($1, $2, 'SHOWN') RETURNING id),
         day AS (INSERT INTO tour_metric_days SELECT id, '2026-01-01', 2500, 2500 FROM metric)
       INSERT INTO tour_metric_persons (person_id, metric_id, day) SELECT n, id, '2026-01-01' FROM metric, generate_series(1, 2500) n`,
      gateway.projectId,
      tourId,
    );
  }
  const survey = randomUUID();
  await sql(`INSERT INTO surveys (id, project_id, name) VALUES ($1, $2, 'Answered')`, survey, gateway.projectId);
  for (const tourId of [kept, gone]) {
    await sql(
      `INSERT INTO survey_answers (project_id, event_id, question_id, tour_id, survey_id, text, answered_at)
       VALUES ($1, gen_random_uuid(), 'q', $2, $3, 'Yes', now())`,
      gateway.projectId,
      tourId,
      survey,
    );
  }
  expect(await run()).toMatchObject({ tourCounts: 2501 });
  expect(await sql('SELECT tour_id AS id FROM tour_metrics ORDER BY 1')).toEqual([kept, deleted].sort().map((id) => ({ id })));
  expect(await sql('SELECT count(*) AS count FROM tour_metric_persons')).toEqual([{ count: 5000 }]);
  expect(await sql('SELECT count(*) AS count FROM tour_metric_days')).toEqual([{ count: 2 }]);
  expect(await sql('SELECT tour_id AS id FROM survey_answers')).toEqual([{ id: kept }]);
});

it('remembers persons without a name who come again, even when they tell nothing new of themselves', async () => {
  const tourId = await createTour('Seen again and again');
  const [same, tour, away] = ['tells the same', 'sees a tour', 'stays away'].map((id) =>
    browserOf({ url: gateway.url, token: gateway.token }, id),
  );
  for (const visitor of [same, tour, away]) await visitor?.set({ plan: 'free' });
  await sql(`UPDATE persons SET updated_at = now() - interval '91 days' WHERE properties ? 'plan'`);
  await same?.set({ plan: 'free' });
  await tour?.tell('product tour step shown', { $product_tour_id: tourId, $product_tour_step_id: 'one' });
  expect(await run()).toMatchObject({ anonymousPersons: 1 });
  const left = `SELECT d.distinct_id AS id FROM person_distinct_ids d JOIN persons p ON p.id = d.person_id WHERE p.properties ? 'plan' ORDER BY 1`;
  expect(await sql(left)).toEqual([{ id: 'sees a tour' }, { id: 'tells the same' }]);
});

it('removes the entries of the audit log beyond their time, and the oldest of an organization that has too many', async () => {
  await sql('DELETE FROM audit_entries');
  await sql(
    `INSERT INTO audit_entries (organization_id, action, actor_name, subject_id, subject_name, occurred_at)
     SELECT organization_id, 'USER_CREATED', 'Ada', n::text, '', now() - n * interval '5 days' FROM projects, generate_series(1, 8) n WHERE id = $1`,
    gateway.projectId,
  );
  const kept = async () => (await sql<{ id: string }>('SELECT subject_id AS id FROM audit_entries ORDER BY 1')).map(({ id }) => id);
  expect(await run()).toMatchObject({ auditEntries: 3 });
  expect(await kept()).toEqual(['1', '2', '3', '4', '5']);
  const all = new Date(0);
  expect(await gateway.app.db.transaction((tx) => purgeAuditLog(tx, all, 1000, 2))).toBe(3);
  expect(await kept()).toEqual(['1', '2']);
});

it('keeps the idempotency keys of one project when the same key of another one is old', async () => {
  const other = await newProject(gateway.graphql);
  for (const [projectId, days] of [
    [gateway.projectId, 2],
    [other, 0],
  ]) {
    await sql(
      `INSERT INTO idempotency_keys (user_id, project_id, operation, key, request_hash, tour_id, created_at)
       SELECT id, $1, 'createTour', 'shared', '', gen_random_uuid(), now() - $2::int * interval '1 day' FROM users LIMIT 1`,
      projectId,
      days,
    );
  }
  expect(await run()).toMatchObject({ idempotencyKeys: 1 });
  expect(await sql(`SELECT project_id AS id FROM idempotency_keys WHERE key = 'shared'`)).toEqual([{ id: other }]);
});

it('removes nothing more once it is to stop', async () => {
  await sql(`UPDATE draft_events SET occurred_at = occurred_at - interval '31 days'`);
  expect(await run(KEEP, AbortSignal.abort())).toEqual(NOTHING);
  expect((await run()).events).toBeGreaterThan(0);
});
