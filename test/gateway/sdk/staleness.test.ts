import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { App } from '../../../src/server/app.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { askFlags, LAUNCHED, publicTours, sdkRequest } from '../../support/sdk.ts';

/** How long browsers may be told what was true before; one question after that has to be answered with what is true. */
const SECOND = 1000;

const it = gatewayTest();
let app: TestApp;
let nodes: Pick<App, 'url'>[];
let tours: RestTours;

// A second is over for the nodes when a case says so, whether or not a notification has come before.
beforeAll(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterAll(() => void vi.useRealTimers());

it.beforeAll(async ({ gateway: started }) => {
  app = started;
  nodes = [app, await app.startNode()];
  tours = restTours(app, app.projectId);
});

/** Asks every node before and a second after a change, once. */
async function around<T>(change: () => Promise<unknown>, ask: (url: string) => Promise<T>): Promise<{ before: T[]; after: T[] }> {
  const all = () => Promise.all(nodes.map(({ url }) => ask(url)));
  const before = await all();
  await change();
  vi.advanceTimersByTime(SECOND);
  return { before, after: await all() };
}

const names = async (url: string) => (await publicTours(url, app.token)).map(({ name }) => name);
const hasTours = async (url: string) => (await sdkRequest(url, `/array/${app.token}/config`)).body.productTours;
const flag = (key: string) => async (url: string) =>
  (await askFlags(url, { token: app.token, distinct_id: 'ada' })).body.flags[key]?.enabled ?? 'absent';
const both = <T>(value: T): T[] => nodes.map(() => value);

it('never tells browsers what was true more than a second ago, on any node, however a tour changes', async () => {
  expect(await around(async () => {}, hasTours)).toMatchObject({ before: both(false) });
  const { id } = await tours.create({ ...LAUNCHED, name: 'First' });
  vi.advanceTimersByTime(SECOND);
  expect(await around(() => tours.change(id, { name: 'Second' }), names)).toEqual({ before: both(['First']), after: both(['Second']) });
  await tours.draft(id, { name: 'Third' });
  expect(await around(() => tours.publish(id), names)).toEqual({ before: both(['Second']), after: both(['Third']) });
  const byHand = () => app.app.db.sql.query(`UPDATE tours SET name = 'By hand' WHERE id = $1`, [id]);
  expect(await around(byHand, names)).toEqual({ before: both(['Third']), after: both(['By hand']) });
  expect(await around(() => tours.change(id, { archived: true }), hasTours)).toEqual({ before: both(true), after: both(false) });
  expect(await around(() => tours.change(id, { archived: false }), names)).toEqual({ before: both([]), after: both(['By hand']) });
  expect(await around(() => tours.send('DELETE', `/${id}/`), names)).toEqual({ before: both(['By hand']), after: both([]) });
  expect(await hasTours(app.url)).toBe(false);
});

it('nor of a flag: on, off by its filters, inactive, deleted', async () => {
  const made = await mutate(
    app.graphql,
    'createFeatureFlag',
    { projectId: app.projectId, key: 'f', filters: { groups: [{}] } },
    'featureFlag { databaseId }',
  );
  const flagId = made.featureFlag.databaseId;
  const update = (changes: object) => () => mutate(app.graphql, 'updateFeatureFlag', { flagId, ...changes }, '__typename');
  vi.advanceTimersByTime(SECOND);
  expect(await around(update({ filters: { groups: [] } }), flag('f'))).toEqual({ before: both(true), after: both(false) });
  expect(await around(update({ filters: { groups: [{}] } }), flag('f'))).toEqual({ before: both(false), after: both(true) });
  expect(await around(update({ active: false }), flag('f'))).toEqual({ before: both(true), after: both(false) });
  const remove = () => mutate(app.graphql, 'deleteFeatureFlag', { flagId }, '__typename');
  expect(await around(remove, flag('f'))).toEqual({ before: both(false), after: both('absent') });
});

it('nor of a token that was replaced', async () => {
  const rotate = () => mutate(app.graphql, 'updateProject', { id: app.projectId, rotateToken: true }, '__typename');
  const status = async (url: string) => (await sdkRequest(url, `/api/product_tours/?token=${app.token}`)).status;
  expect(await around(rotate, status)).toEqual({ before: both(200), after: both(401) });
});
