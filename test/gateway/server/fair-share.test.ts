import { afterEach, describe, expect, vi } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { CREATE_TOUR } from '../../support/documents.ts';
import { openEventStream } from '../../support/event-stream.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import type { GraphqlClient } from '../../support/graphql.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson, type Person } from '../../support/people.ts';
import { addPreviewToken, PREVIEW_CHANGED } from '../../support/preview-token.ts';
import { openRawSocket, type RawSocket } from '../../support/raw-socket.ts';

/** Of 20 subscriptions, WebSockets, event streams and present clients, one project may use 16, one user 12 and one key 8. */
const it = gatewayTest({ MAX_SUBSCRIPTIONS: '20', MAX_STREAMING_CONNECTIONS: '20', MAX_PRESENT_CLIENTS: '20' });
const FOLLOW = 'subscription ($tourId: UUID!) { tourDraftChanged(tourId: $tourId) { kind } }';

let gateway: TestApp;
let greedy: Person;
let colleague: Person;
let neighbour: Person;
let tourId: string;
let otherTourId: string;
const open: { close(): void }[] = [];
let tours = 0;

async function createTour(graphql: GraphqlClient, projectId: number): Promise<string> {
  return (await graphql(CREATE_TOUR, { input: { projectId, name: `Tour ${++tours}` } })).createTour.tour.uuid;
}

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  const otherProjectId = await newProject(gateway.graphql);
  greedy = await addPerson(gateway, { scopes: ['product_tour:read'] });
  colleague = await addPerson(gateway);
  neighbour = await addPerson(gateway, { projectIds: [otherProjectId] });
  tourId = await createTour(gateway.graphql, gateway.projectId);
  otherTourId = await createTour(neighbour.graphql, otherProjectId);
});

afterEach(async () => {
  for (const { close } of open.splice(0)) close();
  await vi.waitFor(() => expect(gateway.app.stats()).toEqual({ sockets: 0, eventStreams: 0, subscriptions: 0 }));
});

async function openSocket(key: string): Promise<RawSocket> {
  const socket = await openRawSocket(gateway.url, key);
  open.push({ close: () => socket.ws.terminate() });
  return socket;
}

/** Asks for `count` subscriptions at once. @returns how many were let in, and the messages of the others */
async function subscribeAll({ send, next }: RawSocket, count: number, id = tourId, query = FOLLOW) {
  for (let n = 0; n < count; n++) send({ id: `${id} ${n}`, type: 'subscribe', payload: { query, variables: { tourId: id } } });
  const messages = new Set<string>();
  let admitted = 0;
  for (let answered = 0; answered < count; ) {
    const { type, payload } = (await next()) as { type: string; payload: { errors?: { message: string }[] } };
    if (type !== 'next') continue;
    answered += 1;
    if (payload.errors) messages.add(payload.errors[0]?.message ?? '');
    else admitted += 1;
  }
  return { admitted, messages: [...messages] };
}

describe('subscriptions', () => {
  it('of one key leave room for another key, and those of one project for another project', async () => {
    const socket = await openSocket(greedy.key);
    await socket.next();
    const withKey = 'Too many subscriptions with this key or token: the limit is 8.';
    expect(await subscribeAll(socket, 50)).toEqual({ admitted: 8, messages: [withKey] });
    const second = await openSocket(colleague.key);
    await second.next();
    expect(await subscribeAll(second, 20)).toEqual({ admitted: 8, messages: [withKey] });
    const third = await openSocket(gateway.key);
    await third.next();
    expect(await subscribeAll(third, 5)).toEqual({ admitted: 0, messages: ['Too many subscriptions for this project: the limit is 16.'] });
    const other = await openSocket(neighbour.key);
    await other.next();
    expect((await subscribeAll(other, 1, otherTourId)).admitted).toBe(1);
  });

  it('of preview tokens count for the user who created them', async () => {
    const tokens = [await addPreviewToken({ ...gateway, graphql: greedy.graphql }, tourId)];
    tokens.push(await addPreviewToken({ ...gateway, graphql: greedy.graphql }, tourId));
    let admitted = 0;
    const messages: string[] = [];
    for (const { secret } of tokens) {
      const socket = await openSocket(secret);
      await socket.next();
      const result = await subscribeAll(socket, 10, tourId, PREVIEW_CHANGED);
      admitted += result.admitted;
      messages.push(...result.messages);
    }
    expect(admitted).toBe(12);
    expect(messages).toEqual([
      'Too many subscriptions with this key or token: the limit is 8.',
      'Too many subscriptions for this user, with all keys and tokens: the limit is 12.',
    ]);
    const second = await openSocket(colleague.key);
    await second.next();
    expect((await subscribeAll(second, 1)).admitted).toBe(1);
  });
});

it('opens no more WebSockets than a key may have, and leaves room for others', async () => {
  const sockets = await Promise.all(Array.from({ length: 30 }, () => openSocket(greedy.key)));
  const outcomes = await Promise.all(sockets.map(({ next, closed }) => Promise.race([next(), closed])));
  const refused = outcomes.filter((outcome) => 'code' in outcome);
  expect(refused).toHaveLength(22);
  expect(refused[0]).toEqual({ code: 4429, reason: 'Too many WebSockets with this key or token: the limit is 8.' });
  for (const { key } of [colleague, neighbour]) expect(await (await openSocket(key)).next()).toEqual({ type: 'connection_ack' });
});

it('opens no more event streams than a key may have, and leaves room for others', async () => {
  const stream = async (key: string, id = tourId) => {
    const reader = new AbortController();
    open.push({ close: () => reader.abort() });
    const { response } = await openEventStream(gateway.url, key, { query: FOLLOW, variables: { tourId: id } }, { signal: reader.signal });
    return response;
  };
  const responses = await Promise.all(Array.from({ length: 30 }, () => stream(greedy.key)));
  const refused = responses.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(22);
  expect(await refused[0]?.json()).toEqual({
    errors: [{ message: 'Too many event streams with this key or token: the limit is 8.', extensions: { code: 'RATE_LIMITED' } }],
  });
  expect((await stream(colleague.key)).status).toBe(200);
  expect((await stream(neighbour.key, otherTourId)).status).toBe(200);
});

const REPORT = `mutation ($input: ReportTourPresenceInput!) {
  reportTourPresence(input: $input) { __typename ... on Error { message } }
}`;

it('keeps no more present clients than a key may have, in whatever tours, and leaves room for others', async () => {
  const tourIds = [tourId, await createTour(gateway.graphql, gateway.projectId)];
  const report = ({ graphql }: Person, id: string, clientId: string) => graphql.send(REPORT, { input: { tourId: id, clientId } });
  const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => report(greedy, tourIds[n % 2] as string, `tab ${n}`)));
  const refused = answers.filter(({ errors }) => errors);
  expect(refused).toHaveLength(22);
  expect(refused[0]?.errors?.[0]?.message).toBe('Too many present clients with this key or token: the limit is 8.');
  for (const [person, id] of [
    [colleague, tourId],
    [neighbour, otherTourId],
  ] as const) {
    expect((await report(person, id, 'tab')).data.reportTourPresence).toEqual({ __typename: 'ReportTourPresenceSuccess' });
  }
});

describe('clients without a credential', () => {
  it('share what one key may use, and are told so', async () => {
    const sockets = await Promise.all(Array.from({ length: 9 }, () => openRawSocket(gateway.url, null)));
    for (const { ws } of sockets) open.push({ close: () => ws.terminate() });
    const ends = await Promise.race(sockets.map(({ closed }) => closed));
    expect(ends).toEqual({ code: 4429, reason: 'Too many WebSockets without a credential: the limit is 8.' });
  });
});
