import { beforeEach, expect, vi } from 'vitest';
import type { App } from '../../../src/server/app.ts';
import type { TestApp } from '../../support/app.ts';
import { CREATE_TOUR } from '../../support/documents.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { graphqlClient } from '../../support/graphql.ts';
import { addPerson, type Person } from '../../support/people.ts';
import { type Subscription, subscribe } from '../../support/socket.ts';

type Presence = { user: { email: string }; clientId: string; stepId: string | null; since: string; lastSeenAt: string }[];

const WATCH = `subscription ($tourId: UUID!) { tourPresence(tourId: $tourId) { user { email } clientId stepId since lastSeenAt } }`;
const REPORT = `mutation ($input: ReportTourPresenceInput!) {
  reportTourPresence(input: $input) {
    __typename
    ... on ReportTourPresenceSuccess { expiresAt }
    ... on Error { code message }
    ... on ValidationError { fields { path code } }
  }
}`;

const it = gatewayTest();
let gateway: TestApp;
let other: App;
let ada: Person;
let ben: Person;
let tourId: string;
let count = 0;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  other = await gateway.startNode();
  ada = await addPerson(gateway, { scopes: ['product_tour:read'] });
  ben = await addPerson(gateway);
});

beforeEach(async () => {
  tourId = (await gateway.graphql(CREATE_TOUR, { input: { projectId: gateway.projectId, name: `Tour ${++count}` } })).createTour.tour.uuid;
});

function watch(person = ben, url = other.url): Subscription<Presence> {
  return subscribe<Presence>(url, person.key, WATCH, { tourId });
}

async function report(person: Person, input: Record<string, unknown> = {}, url = gateway.url) {
  const { reportTourPresence } = await graphqlClient(url, person.key)(REPORT, { input: { tourId, clientId: 'tab', ...input } });
  return reportTourPresence;
}

it('shows on every node who comes, moves and leaves, and since when', async () => {
  const events = watch();
  expect(await events.next()).toEqual([]);
  const before = Date.now();
  const { expiresAt } = await report(ada, { stepId: 'step-1' });
  expect(Date.parse(expiresAt)).toBeGreaterThanOrEqual(before + 15_000);
  const [first] = await events.next();
  expect(first).toMatchObject({ user: { email: ada.email }, clientId: 'tab', stepId: 'step-1' });

  await report(ben, { clientId: 'phone' }, other.url);
  expect(await events.next()).toMatchObject([{ clientId: 'tab' }, { user: { email: ben.email }, clientId: 'phone', stepId: null }]);
  // The same again is no news; another step is.
  await report(ada, { stepId: 'step-1' });
  await report(ada, { stepId: 'step-2' }, other.url);
  expect(await events.next()).toMatchObject([{ clientId: 'tab', stepId: 'step-2', since: first?.since }, { clientId: 'phone' }]);

  await report(ada, { leaving: true });
  expect(await events.next()).toMatchObject([{ clientId: 'phone' }]);
  await events.close();
});

it('forgets whoever has been silent for 15 seconds', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const events = watch();
    await events.next();
    await report(ada);
    expect(await events.next()).toHaveLength(1);
    vi.advanceTimersByTime(10_000);
    await report(ben);
    expect(await events.next()).toHaveLength(2);
    vi.advanceTimersByTime(5_000);
    expect(await events.next()).toMatchObject([{ user: { email: ben.email } }]);
    vi.advanceTimersByTime(10_000);
    expect(await events.next()).toEqual([]);
    await events.close();
  } finally {
    vi.useRealTimers();
  }
});

it('ends on every node when the tour is deleted', async () => {
  const watches = [watch(), watch(ben, gateway.url)];
  for (const events of watches) expect(await events.next()).toEqual([]);
  await gateway.rest('DELETE', `${gateway.projectId}/product_tours/${tourId}/`);
  for (const events of watches) {
    await expect(events.next()).rejects.toThrow('has ended');
    expect(await events.ended).toBeUndefined();
    await events.close();
  }
});

it('is known to a node that starts late once everybody has reported again, first come first', async () => {
  const early = watch(ben, gateway.url);
  await early.next();
  await report(ada);
  const [entry] = await early.next();
  const late = await gateway.startNode();
  await report(ada, { stepId: 'step-1' });
  await early.next();
  const events = watch(ben, late.url);
  expect(await events.until((clients) => clients.length > 0)).toBeDefined();
  await report(ada, { stepId: 'step-2' });
  expect(await events.next()).toMatchObject([{ stepId: 'step-2', since: entry?.since }]);
  await Promise.all([early.close(), events.close()]);
});

it('gives the newest to a reader that was busy meanwhile', async () => {
  const events = watch();
  await events.next();
  for (let n = 1; n <= 20; n++) await report(ada, { stepId: `step-${n}` });
  const seen = await events.until(([client]) => client?.stepId === 'step-20');
  expect(seen.length).toBeLessThanOrEqual(20);
  await events.close();
});

it('is for those who may read the tour', async () => {
  const stranger = await addPerson(gateway, { projectIds: [] });
  expect(await report(stranger)).toMatchObject({ __typename: 'NotFoundError' });
  await expect(watch(stranger).next()).rejects.toThrow('Not found');
  const events = watch(ada);
  await events.next();
  await gateway.app.db.sql.query('DELETE FROM memberships WHERE user_id = $1', [ada.userId]);
  await expect(events.next()).rejects.toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  await gateway.app.db.sql.query('INSERT INTO memberships (user_id, project_id) VALUES ($1, $2)', [ada.userId, gateway.projectId]);
  await events.close();
});

it('refuses names that are empty or too long, and more clients than it keeps', async () => {
  for (const input of [{ clientId: ' ' }, { clientId: 'x'.repeat(201) }]) {
    expect(await report(ben, input)).toMatchObject({ __typename: 'ValidationError', fields: [{ path: 'clientId' }] });
  }
  expect(await report(ben, { stepId: '\n'.repeat(201) })).toMatchObject({ fields: [{ path: 'stepId' }] });
  const longest = '\u0007'.repeat(200);
  expect(await report(ben, { clientId: longest, stepId: longest })).toMatchObject({ __typename: 'ReportTourPresenceSuccess' });
});

it('takes a hundred clients of one user in a tour, however many come at once, and leaves room for others', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 150 }, (_, n) => ben.graphql.send(REPORT, { input: { tourId, clientId: `tab ${n}` } })),
  );
  const refused = outcomes.filter(({ errors }) => errors);
  expect(refused).toHaveLength(50);
  const message = 'Too many present clients for this user in this tour: the limit is 100.';
  expect(refused[0]?.errors).toMatchObject([{ message, extensions: { code: 'RATE_LIMITED' } }]);
  expect(await report(ada)).toMatchObject({ __typename: 'ReportTourPresenceSuccess' });
  await report(ben, { clientId: 'tab 0', leaving: true });
  await report(ben, { clientId: 'tab 1', leaving: true });
  await expect.poll(async () => (await ben.graphql.send(REPORT, { input: { tourId, clientId: 'late' } })).errors).toBeUndefined();
});

it('passes over messages that are not its own, and keeps nothing of those who went', async () => {
  for (const payload of ['', 'x', '[]', '{}', '["a","b"]'])
    await gateway.app.db.sql.query(`SELECT pg_notify('tour_gateway_presence', $1)`, [payload]);
  const events = watch();
  await events.next();
  await report(ada);
  expect(await events.next()).toHaveLength(1);
  await events.close();
  await vi.waitFor(() => expect(other.stats().subscriptions).toBe(0));
});
