import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { CREATE_TOUR, SAVE_DRAFT } from '../support/documents.ts';
import { graphqlClient } from '../support/graphql.ts';
import { type GatewayProcess, startProcess } from '../support/process.ts';
import { openRawSocket, type RawSocket } from '../support/raw-socket.ts';
import { subscribe } from '../support/socket.ts';

const KB = 1024;
const MB = 1024 * KB;
const FOLLOW = 'subscription ($tourId: UUID!) { tourDraftChanged(tourId: $tourId) { kind revision tour { draft { description } } } }';

const KEY = 'phx_socket_load_test_key_0001';

let gateway: TestApp;
/** A gateway whose memory is its own. */
let apart: GatewayProcess;

beforeAll(async () => {
  gateway = await startTestApp();
  apart = await startProcess({ DATA_DIR: ':memory:', BOOTSTRAP_PERSONAL_API_KEY: KEY });
});

afterAll(async () => {
  await gateway?.stop();
  await apart?.stop('SIGTERM');
});

async function createTour(description = ''): Promise<string> {
  const { createTour } = await gateway.graphql(CREATE_TOUR, { input: { projectId: gateway.projectId, name: 'Followed', description } });
  return createTour.tour.uuid;
}

/** A socket that is acknowledged; null: without a key. */
async function openReady(url: string, key: string | null): Promise<RawSocket> {
  const socket = await openRawSocket(url, key);
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  return socket;
}

const ping = (bytes: number) => JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(bytes) } });

/** Sends without reading, as fast as the line takes it, and says all the time that it is there. */
async function flood({ ws }: RawSocket, message: string, times: number): Promise<void> {
  ws.pause();
  for (let n = 0; n < times && ws.readyState === ws.OPEN; n++) {
    ws.pong();
    await new Promise((resolve) => ws.send(message, resolve));
  }
}

it.each<[who: string, key: string | null | undefined]>([
  ['has said nothing', undefined],
  ['has no key', null],
  ['has a key', KEY],
])(
  'keeps little of what a client does not read that %s, closes its socket, and spares the others',
  async (_, key) => {
    const { url, child } = apart;
    /** In megabytes. */
    const memory = () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / KB;
    const graphql = graphqlClient(url, KEY);
    const { createTour } = await graphql(CREATE_TOUR, { input: { projectId: 1, name: `Followed ${key}` } });
    const tourId = createTour.tour.uuid;
    const bystander = subscribe<{ kind: string; revision: number }>(url, KEY, FOLLOW, { tourId });
    expect(await bystander.next()).toMatchObject({ kind: 'SNAPSHOT' });

    const socket = key === undefined ? await openRawSocket(url) : await openReady(url, key);
    const before = memory();
    let most = 0;
    const watching = setInterval(() => {
      most = Math.max(most, memory() - before);
    }, 10);
    await flood(socket, ping(MB), 150);
    clearInterval(watching);
    expect(most).toBeLessThan(250);
    await graphql(SAVE_DRAFT, { input: { tourId, description: 'Meanwhile' } });
    expect(await bystander.next()).toMatchObject({ kind: 'SAVED', revision: 2 });
    socket.ws.resume();
    expect(await socket.closed).toMatchObject({ code: key === undefined ? 1009 : 1013 });
    await bystander.close();
  },
  60_000,
);

it('closes with 1009 what is too long for connection_init, and with 1013 what nobody reads or waits for', async () => {
  const early = await openRawSocket(gateway.url);
  early.send({ type: 'connection_init', payload: { authorization: `Bearer ${gateway.key}`, x: 'x'.repeat(16 * KB) } });
  expect(await early.closed).toEqual({ code: 1009, reason: 'More than 16384 bytes before the connection is acknowledged' });

  const stranger = await openReady(gateway.url, null);
  await flood(stranger, ping(MB), 20);
  stranger.ws.resume();
  expect(await stranger.closed).toEqual({ code: 1013, reason: 'More than 1048576 bytes are unanswered or unread' });

  const known = await openReady(gateway.url, gateway.key);
  await flood(known, ping(MB), 100);
  known.ws.resume();
  expect(await known.closed).toEqual({ code: 1013, reason: 'More than 67108864 bytes are unanswered or unread' });

  const hasty = await openReady(gateway.url, gateway.key);
  await flood(hasty, ping(10 * MB), 1);
  await flood(hasty, ping(1), 1001);
  hasty.ws.resume();
  expect(await hasty.closed).toEqual({ code: 1013, reason: 'More than 1000 messages are unanswered' });
});

it('lets a credential of some kilobytes in, and long messages after it', async () => {
  const socket = await openRawSocket(gateway.url);
  socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${gateway.key}`, x: 'x'.repeat(8 * KB) } });
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  for (let n = 0; n < 4; n++) {
    socket.send(ping(19 * MB));
    expect(await socket.next()).toMatchObject({ type: 'pong' });
  }
  socket.ws.close();
});

it('closes a socket that reads none of many large results, but not one with a single one', async () => {
  const tourId = await createTour('x'.repeat(12 * MB));
  const [greedy, patient] = [await openReady(gateway.url, gateway.key), await openReady(gateway.url, gateway.key)];
  const read = { query: 'query ($id: UUID!) { tour(id: $id) { description } }', variables: { id: tourId } };
  for (const { ws } of [greedy, patient]) ws.pause();
  for (let n = 0; n < 10; n++) greedy.send({ id: String(n), type: 'subscribe', payload: read });
  patient.send({ id: '1', type: 'subscribe', payload: read });
  await new Promise((resolve) => setTimeout(resolve, 3000));
  for (const { ws } of [greedy, patient]) ws.resume();
  expect(await greedy.closed).toMatchObject({ code: 1013 });
  expect(await patient.next()).toMatchObject({ type: 'next', payload: { data: { tour: { description: expect.any(String) } } } });
  expect(await patient.next()).toEqual({ id: '1', type: 'complete' });
  patient.ws.close();
}, 30_000);

it('cuts off whoever was told to go and does not, or only says unasked that it is there', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  try {
    await vi.waitFor(() => expect(gateway.app.stats().sockets).toBe(0));
    const told = await openReady(gateway.url, gateway.key);
    const lively = await openReady(gateway.url, gateway.key);
    const pretending = await openRawSocket(gateway.url, gateway.key, undefined, { autoPong: false });
    await pretending.next();
    await flood(told, ping(MB), 100);
    for (let n = 0; n < 2; n++) {
      const pinged = new Promise((resolve) => lively.ws.once('ping', resolve));
      vi.advanceTimersByTime(12_000);
      await pinged;
      pretending.ws.pong();
      for (const socket of [lively, pretending]) socket.send({ type: 'ping' });
      await lively.next();
      if (n === 0) await pretending.next();
    }
    expect(await pretending.closed).toMatchObject({ code: 1006 });
    vi.useRealTimers();
    await vi.waitFor(() => expect(gateway.app.stats().sockets).toBe(1));
    lively.ws.close();
  } finally {
    vi.useRealTimers();
  }
});
