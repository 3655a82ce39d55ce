import { beforeEach, expect } from 'vitest';
import { purge, type Retention } from '../../../src/domain/retention.ts';
import type { TestApp } from '../../support/app.ts';
import { type BrowserEvent, browserEvent, sendEvents } from '../../support/events.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { LAUNCHED } from '../../support/sdk.ts';

const it = gatewayTest({
  CAPTURE_PERSONS_PER_HOUR: '3',
  CAPTURE_PERSONS_PER_DAY: '5',
  CAPTURE_EVENTS_PER_HOUR: '4',
  CAPTURE_PERSON_BYTES: '4096',
});
let gateway: TestApp;
let projectId: number;
let token: string;
let tours: RestTours;
let tourId: string;
let count = 0;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

/** Each case has a project with its own quotas. */
beforeEach(async () => {
  projectId = await newProject(gateway.graphql, `Project ${++count}`);
  token = (await gateway.graphql('query ($id: Int!) { project(id: $id) { token } }', { id: projectId })).project.token;
  tours = restTours(gateway, projectId);
  tourId = (await tours.create({ name: 'Launched', ...LAUNCHED })).id;
});

const set = (person: string, properties: object) => browserEvent(token, '$set', person, { $set: properties });
const shown = (person: string, more: object = {}) =>
  browserEvent(token, 'product tour shown', person, { $product_tour_id: tourId }, { ...more });
const identify = (person: string, anonymous: string) => browserEvent(token, '$identify', person, { $anon_distinct_id: anonymous });

async function send(events: readonly BrowserEvent[], url = gateway.url) {
  const { status, body } = await sendEvents(url, token, events);
  expect(status).toBe(200);
  return body;
}

async function sql<Row>(statement: string, ...values: unknown[]): Promise<Row[]> {
  return JSON.parse(JSON.stringify(await gateway.app.db.sql.query<Row>(statement, values)));
}

/** The persons of the project, by distinct id. */
async function persons(): Promise<Record<string, unknown>> {
  const rows = await sql<{ id: string; properties: unknown }>(
    `SELECT d.distinct_id AS id, p.properties FROM person_distinct_ids d JOIN persons p ON p.id = d.person_id
     WHERE d.project_id = $1 ORDER BY d.distinct_id`,
    projectId,
  );
  return Object.fromEntries(rows.map(({ id, properties }) => [id, properties]));
}

async function storedEvents(): Promise<number> {
  return (await sql<{ count: number }>('SELECT count(*)::int AS count FROM tour_events WHERE project_id = $1', projectId))[0]?.count ?? 0;
}

const passDay = () => sql(`UPDATE capture_usage SET hour = hour - interval '1 day'`);

it('adds as many persons as the hour allows, and goes on to update those who are known', async () => {
  const batch = Array.from({ length: 10 }, (_, n) => set(`person-${n}`, { n }));
  expect(await send(batch)).toEqual({ status: 1, quota_limited: ['persons'] });
  expect(await persons()).toEqual({ 'person-0': { n: 0 }, 'person-1': { n: 1 }, 'person-2': { n: 2 } });
  expect(await send([set('person-1', { n: 'changed' })])).toEqual({ status: 1 });
  expect(await send([set('person-9', { n: 9 }), set('person-2', { n: 'too' })])).toEqual({ status: 1, quota_limited: ['persons'] });
  expect(await persons()).toEqual({ 'person-0': { n: 0 }, 'person-1': { n: 'changed' }, 'person-2': { n: 'too' } });
});

it('identifies a known person without another id when no id may be added', async () => {
  await send([set('ada', { plan: 'pro' }), set('b', {}), identify('ada', 'first'), identify('ben', 'visitor')]);
  expect(Object.keys(await persons())).toEqual(['ada', 'ben', 'first']);
  expect(await send([identify('ada', 'second')])).toEqual({ status: 1, quota_limited: ['persons'] });
  expect(Object.keys(await persons())).toEqual(['ada', 'ben', 'first']);
});

it('counts the events of all nodes, in simultaneous requests', async () => {
  const urls = [gateway.url, (await gateway.startNode()).url];
  await Promise.all(Array.from({ length: 20 }, (_, n) => send([set(`person-${n}`, { n })], urls[n % 2] as string)));
  expect(Object.keys(await persons())).toHaveLength(3);
});

it('stores as many events as the hour allows, and changes the persons of the others', async () => {
  await send([set('ada', { plan: 'free' })]);
  expect(await send(Array.from({ length: 4 }, () => shown('ada')))).toEqual({ status: 1 });
  expect(await send([shown('ada', { $set: { plan: 'pro' } })])).toEqual({ status: 1, quota_limited: ['tour_events'] });
  expect(await storedEvents()).toBe(4);
  expect(await persons()).toEqual({ ada: { plan: 'pro' } });
  expect(await send([shown('stranger')])).toEqual({ status: 1, quota_limited: ['events'] });
  expect(Object.keys(await persons())).toEqual(['ada']);
});

it('counts an event once that is sent again', async () => {
  const events = [shown('ada'), shown('ada')];
  for (let n = 0; n < 5; n++) expect(await send([...events, ...events])).toEqual({ status: 1 });
  expect(await send([shown('ada'), shown('ada')])).toEqual({ status: 1 });
  const late = shown('ada');
  expect(await send([late])).toEqual({ status: 1, quota_limited: ['tour_events'] });
  expect(await send(events)).toEqual({ status: 1 });
  await passDay();
  expect(await send([late])).toEqual({ status: 1 });
  expect(await storedEvents()).toBe(5);
});

it('spares other projects, and begins anew after the day', async () => {
  await send(Array.from({ length: 4 }, (_, n) => set(`person-${n}`, { n })));
  expect(
    (await sendEvents(gateway.url, gateway.token, [browserEvent(gateway.token, '$set', `other-${count}`, { $set: { a: 1 } })])).body,
  ).toEqual({
    status: 1,
  });
  await passDay();
  expect(await send(Array.from({ length: 3 }, (_, n) => set(`later-${n}`, { n })))).toEqual({ status: 1 });
  expect(Object.keys(await persons())).toHaveLength(6);
  const KEEP: Retention = { days: 30, maxEventsPerProject: 100_000, browserEventDays: 90, identifiedPersonDays: null };
  await passDay();
  const run = () => purge({ db: gateway.app.db, clock: () => new Date() } as never, KEEP, new AbortController().signal);
  expect((await run()).captureUsage).toBeGreaterThan(0);
  expect(await run()).toMatchObject({ captureUsage: 0 });
});

it('keeps persons with a name for as long as it is set up', async () => {
  await send([identify('ada', 'visitor'), set('anonymous-one', { a: 1 })]);
  const run = (identifiedPersonDays: number | null) =>
    purge(
      { db: gateway.app.db, clock: () => new Date() } as never,
      { days: 30, maxEventsPerProject: 100_000, browserEventDays: 36_500, identifiedPersonDays },
      new AbortController().signal,
    );
  await sql(`UPDATE persons SET updated_at = now() - interval '400 days' WHERE project_id = $1`, projectId);
  expect(await run(null)).toMatchObject({ identifiedPersons: 0 });
  expect(await run(500)).toMatchObject({ identifiedPersons: 0 });
  expect(await run(300)).toMatchObject({ identifiedPersons: 1, anonymousPersons: 0 });
  expect(Object.keys(await persons())).toEqual(['anonymous-one']);
});

it('keeps a person with a name about whom it hears', async () => {
  await send([identify('ada', 'visitor')]);
  await sql(`UPDATE persons SET updated_at = now() - interval '400 days' WHERE project_id = $1`, projectId);
  await send([shown('ada')]);
  const [row] = await sql<{ isRecent: boolean }>(
    `SELECT updated_at > now() - interval '1 hour' AS "isRecent" FROM persons WHERE project_id = $1`,
    projectId,
  );
  expect(row).toEqual({ isRecent: true });
});

it('reports that a person has more properties than are kept, and keeps the small ones', async () => {
  const large = Array.from({ length: 100 }, (_, n) => `${n} ${'x'.repeat(100)} ${Math.random()}`);
  expect(await send([set('ada', { plan: 'free' })])).toEqual({ status: 1 });
  for (const person of ['ada', 'grace']) {
    expect(await send([set(person, { large, role: 'admin' })])).toEqual({ status: 1, quota_limited: ['person_properties'] });
  }
  expect(await persons()).toEqual({ ada: { plan: 'free', role: 'admin' }, grace: { role: 'admin' } });
  expect(await send([set('ada', { plan: 'pro' })])).toEqual({ status: 1 });
});
