import { expect, vi } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { CREATE_TOUR, SAVE_DRAFT } from '../../support/documents.ts';
import { openEventStream } from '../../support/event-stream.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { addPerson } from '../../support/people.ts';
import { openRawSocket } from '../../support/raw-socket.ts';

const FOLLOW = 'subscription ($tourId: UUID!) { tourDraftChanged(tourId: $tourId) { kind } }';
const NOTHING_OPEN = { sockets: 0, eventStreams: 0, subscriptions: 0 };
const FULL = {
  errors: [{ message: 'Too many subscriptions with this key or token: the limit is 150.', extensions: { code: 'RATE_LIMITED' } }],
};
const told = (kind: string) => ({ type: 'next', payload: { data: { tourDraftChanged: { kind } } } });

/** One project may use all of them, and one key half. */
const it = gatewayTest({ MAX_SUBSCRIPTIONS: '300', PROJECT_SHARE_PERCENT: '100' });
let gateway: TestApp;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tourId = (await gateway.graphql(CREATE_TOUR, { input: { projectId: gateway.projectId, name: 'Followed' } })).createTour.tour.uuid;
});

const request = () => ({ query: FOLLOW, variables: { tourId } });

it('answers 429 when a key has a hundred event streams open, until one is gone', async () => {
  const { key } = await addPerson(gateway);
  const readers = Array.from({ length: 100 }, () => new AbortController());
  const streams = await Promise.all(readers.map(({ signal }) => openEventStream(gateway.url, key, request(), { signal })));
  await Promise.all(streams.map(({ messages }) => messages.next()));
  const { response } = await openEventStream(gateway.url, key, request());
  expect(response.status).toBe(429);
  expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
  const other = await openEventStream(gateway.url, gateway.key, request(), { signal: readers[0]?.signal as AbortSignal });
  expect(other.response.status).toBe(200);
  readers[0]?.abort();
  await vi.waitFor(() => expect(gateway.app.stats().eventStreams).toBe(99));
  const again = await openEventStream(gateway.url, key, request(), { signal: readers[1]?.signal as AbortSignal });
  expect(again.response.status).toBe(200);
  for (const reader of readers) reader.abort();
  await vi.waitFor(() => expect(gateway.app.stats()).toEqual(NOTHING_OPEN));
});

it('refuses a subscription beyond what a key may have open, over events and sockets, disturbs no other, and takes one again when another ends', async () => {
  const sockets = await Promise.all([openRawSocket(gateway.url, gateway.key), openRawSocket(gateway.url, gateway.key)]);
  for (const socket of sockets) {
    await socket.next();
    for (let n = 0; n < 75; n++) socket.send({ id: String(n), type: 'subscribe', payload: request() });
    for (let n = 0; n < 75; n++) expect(await socket.next()).toMatchObject(told('SNAPSHOT'));
  }
  const stream = await openEventStream(gateway.url, gateway.key, request());
  expect(JSON.parse((await stream.messages.next()).value.data)).toMatchObject(FULL);
  expect(await stream.messages.next()).toMatchObject({ value: { event: 'complete' } });
  const socket = await openRawSocket(gateway.url, gateway.key);
  await socket.next();
  const ask = async (id: string) => {
    socket.send({ id, type: 'subscribe', payload: request() });
    return socket.next();
  };
  expect(await ask('beyond')).toMatchObject({ id: 'beyond', type: 'next', payload: FULL });
  expect(await socket.next()).toEqual({ id: 'beyond', type: 'complete' });

  await gateway.graphql(SAVE_DRAFT, { input: { tourId, description: 'Everybody hears of it' } });
  for (const { next } of sockets) for (let n = 0; n < 75; n++) expect(await next()).toMatchObject(told('SAVED'));

  sockets[0]?.send({ id: '0', type: 'complete' });
  await vi.waitFor(() => expect(gateway.app.stats().subscriptions).toBe(149));
  expect(await ask('again')).toMatchObject(told('SNAPSHOT'));
  expect(await ask('beyond again')).toMatchObject({ payload: FULL });
  sockets[0]?.ws.terminate();
  await vi.waitFor(() => expect(gateway.app.stats().subscriptions).toBe(76));
  const reader = new AbortController();
  const again = await openEventStream(gateway.url, gateway.key, request(), { signal: reader.signal });
  expect(JSON.parse((await again.messages.next()).value.data)).toMatchObject(told('SNAPSHOT').payload);
  reader.abort();
  socket.ws.close();
  sockets[1]?.ws.terminate();
  await vi.waitFor(() => expect(gateway.app.stats()).toEqual(NOTHING_OPEN));
});

it('keeps nothing after thousands of readers that came and went, however they went', async () => {
  let opened = 0;
  const rounds = 20;
  for (let round = 0; round < rounds; round++) {
    await Promise.all([
      ...Array.from({ length: 50 }, (_, n) => comeAndGoOverSocket(n % 5)),
      ...Array.from({ length: 25 }, (_, n) => comeAndGoOverEvents(n % 3)),
    ]);
    opened += 75 * 2;
  }
  expect(opened).toBe(3000);
  await vi.waitFor(() => expect(gateway.app.stats()).toEqual(NOTHING_OPEN), { timeout: 5000 });
}, 240_000);

/** Two subscriptions on a socket, left at one of five moments: at once, at the acknowledgement, after an event, after a completion, and without goodbye. */
async function comeAndGoOverSocket(way: number): Promise<void> {
  const socket = await openRawSocket(gateway.url, gateway.key);
  if (way > 0) await socket.next();
  socket.send({ id: 'a', type: 'subscribe', payload: request() });
  socket.send({ id: 'b', type: 'subscribe', payload: request() });
  if (way > 1) await socket.next();
  if (way === 3) socket.send({ id: 'a', type: 'complete' });
  if (way === 4) socket.ws.terminate();
  else socket.ws.close();
  await socket.closed;
}

/** Two streams, left at one of three moments: before the answer, at its start, and after an event. */
async function comeAndGoOverEvents(way: number): Promise<void> {
  for (let n = 0; n < 2; n++) {
    const reader = new AbortController();
    const opening = openEventStream(gateway.url, gateway.key, request(), { signal: reader.signal });
    if (way === 0) (n === 0 ? queueMicrotask : setImmediate)(() => reader.abort());
    const stream = await opening.catch(() => null);
    if (way === 2) await stream?.messages.next();
    reader.abort();
  }
}
