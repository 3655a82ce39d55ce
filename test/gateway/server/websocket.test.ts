import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { expect, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { CREATE_TOUR, SAVE_DRAFT } from '../../support/documents.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { addPerson } from '../../support/people.ts';
import { openRawSocket, type RawSocket } from '../../support/raw-socket.ts';

const it = gatewayTest();
let gateway: TestApp;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tourId = (await gateway.graphql(CREATE_TOUR, { input: { projectId: gateway.projectId, name: 'Followed' } })).createTour.tour.uuid;
});

async function openReady(key = gateway.key): Promise<RawSocket> {
  const socket = await openRawSocket(gateway.url, key);
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  return socket;
}

const FOLLOW = 'subscription ($tourId: UUID!) { tourDraftChanged(tourId: $tourId) { kind revision } }';
const follow = (id: string, query = FOLLOW) => ({ id, type: 'subscribe', payload: { query, variables: { tourId } } });

it('closes with 4400 on what is no message of the protocol', async () => {
  for (const message of ['{', '[]', '{"type":"subscribe"}', '{"type":"hello"}', '{"type":"complete"}']) {
    const socket = await openReady();
    socket.send(message);
    expect(await socket.closed).toMatchObject({ code: 4400 });
  }
});

it('closes with 1009 on a message that is too long, and with 4500 on one that only a server may send, and says nothing on the console', async () => {
  const print = vi.spyOn(console, 'error');
  const socket = await openReady();
  socket.send('x'.repeat(21 * 1024 * 1024));
  expect(await socket.closed).toMatchObject({ code: 1009 });
  const other = await openReady();
  other.send({ type: 'connection_ack' });
  expect(await other.closed).toEqual({ code: 4500, reason: 'Internal server error' });
  expect(print).not.toHaveBeenCalled();
  print.mockRestore();
});

it('cuts off a client that answers no ping', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const clocked = await startTestApp();
  try {
    const silent = await openRawSocket(clocked.url, clocked.key, undefined, { autoPong: false });
    const lively = await openRawSocket(clocked.url, clocked.key);
    await lively.next();
    await silent.next();
    vi.advanceTimersByTime(12_000);
    await once(lively.ws, 'ping');
    lively.send({ type: 'ping' });
    await lively.next();
    vi.advanceTimersByTime(12_000);
    expect(await silent.closed).toMatchObject({ code: 1006 });
    lively.send({ type: 'ping' });
    expect(await lively.next()).toEqual({ type: 'pong' });
    lively.ws.close();
  } finally {
    await clocked.stop();
    vi.useRealTimers();
  }
});

it('closes with 4401 on an operation before the connection is acknowledged', async () => {
  const socket = await openRawSocket(gateway.url);
  socket.send(follow('1'));
  expect(await socket.closed).toMatchObject({ code: 4401 });
});

it('closes with 4403 on a key that is not good', async () => {
  const socket = await openRawSocket(gateway.url, 'phx_nobody_knows_this_key');
  expect(await socket.closed).toEqual({ code: 4403, reason: 'Forbidden' });
});

it('closes with 4406 on another protocol', async () => {
  // Clients that find no protocol chosen give up by themselves, before they read why.
  await expect(openRawSocket(gateway.url, undefined, 'graphql-ws')).rejects.toThrow('Server sent no subprotocol');
  const handshake = httpRequest(`${gateway.url}/graphql`, {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-websocket-protocol': 'graphql-ws',
    },
  });
  const upgraded = once(handshake.end(), 'upgrade');
  const [response, socket, head] = (await upgraded) as [IncomingMessage, Socket, Buffer];
  expect(response.headers).not.toHaveProperty('sec-websocket-protocol');
  const frame: Buffer = head.length > 0 ? head : (await once(socket, 'data'))[0];
  // A close frame begins with its opcode, its length and the code.
  expect([frame[0], frame.readUInt16BE(2)]).toEqual([0x88, 4406]);
  socket.destroy();
});

it('closes with 4409 on a second operation of the same id', async () => {
  const socket = await openReady();
  socket.send(follow('1'));
  await socket.next();
  socket.send(follow('1'));
  expect(await socket.closed).toMatchObject({ code: 4409 });
});

it('closes with 4429 on a second initialisation', async () => {
  const socket = await openReady();
  socket.send({ type: 'connection_init' });
  expect(await socket.closed).toMatchObject({ code: 4429 });
});

it('closes with 4408 when nobody says who it is', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const socket = await openRawSocket(gateway.url);
  vi.advanceTimersByTime(11_000);
  vi.useRealTimers();
  expect(await socket.closed).toMatchObject({ code: 4408 });
});

it('answers operations that are malformed, or fail, with an error each, and stays open', async () => {
  const socket = await openReady();
  const failing = [
    '{',
    '{ nothing }',
    'query A { __typename } query B { __typename }',
    'subscription { tourDraftChanged(tourId: "x") { kind } }',
  ];
  for (const [n, query] of failing.entries()) {
    socket.send(follow(String(n), query));
    expect(await socket.next()).toMatchObject({ id: String(n), type: 'error', payload: [{ message: expect.any(String) }] });
  }
  const strange = 'subscription { tourDraftChanged(tourId: "00000000-0000-4000-8000-000000000000") { kind } }';
  socket.send(follow('strange', strange));
  expect(await socket.next()).toMatchObject({ payload: { errors: [{ extensions: { code: 'NOT_FOUND' } }] } });
  expect(await socket.next()).toMatchObject({ id: 'strange', type: 'complete' });
  socket.send({ type: 'ping' });
  expect(await socket.next()).toEqual({ type: 'pong' });
  socket.ws.close();
});

it('masks what goes wrong inside of a subscription, and says under which id it is logged', async () => {
  const socket = await openReady();
  const doomed = (await gateway.graphql(CREATE_TOUR, { input: { projectId: gateway.projectId, name: 'Doomed' } })).createTour.tour.uuid;
  await gateway.app.db.sql.query('ALTER TABLE draft_feeds RENAME COLUMN pruned_through TO gone');
  socket.send({ id: 'broken', type: 'subscribe', payload: { query: FOLLOW, variables: { tourId: doomed } } });
  const message = await socket.next();
  await gateway.app.db.sql.query('ALTER TABLE draft_feeds RENAME COLUMN gone TO pruned_through');
  expect(message).toMatchObject({
    id: 'broken',
    type: 'error',
    payload: [{ message: 'Unexpected error.', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'broken' } }],
  });
  expect(JSON.stringify(message)).not.toContain('pruned_through');
  socket.ws.close();
});

it('runs at most a hundred operations on a socket, and refuses the others', async () => {
  const socket = await openReady();
  for (let n = 0; n < 101; n++) socket.send(follow(String(n)));
  const answers = await Promise.all(Array.from({ length: 101 }, () => socket.next()));
  expect(answers.filter(({ type }) => type === 'next')).toHaveLength(100);
  expect(answers.find(({ type }) => type === 'error')).toMatchObject({ payload: [{ extensions: { code: 'RATE_LIMITED' } }] });
  socket.send({ id: '0', type: 'complete' });
  socket.send(follow('once more'));
  expect(await socket.next()).toMatchObject({ id: 'once more', type: 'next' });
  socket.ws.close();
});

it('closes with 4429 when a key has a hundred sockets open, and lets it in again when one is closed', async () => {
  const { key } = await addPerson(gateway);
  const sockets = await Promise.all(Array.from({ length: 100 }, () => openReady(key)));
  const refused = await openRawSocket(gateway.url, key);
  expect(await refused.closed).toEqual({ code: 4429, reason: 'Too many WebSockets with this key or token: the limit is 100.' });
  await openReady().then(({ ws }) => ws.close());
  sockets[0]?.ws.close();
  await sockets[0]?.closed;
  sockets.push(await openReady(key));
  for (const { ws } of sockets) ws.close();
});

it('gives a client that does not read one event for many, and keeps none of them in the socket', async () => {
  const socket = await openReady();
  socket.send({ id: 'slow', type: 'subscribe', payload: { query: BIG, variables: { tourId } } });
  await socket.next();
  socket.ws.pause();
  for (let n = 1; n <= 120; n++) {
    await gateway.graphql(SAVE_DRAFT, { input: { tourId, description: `${n}`.padEnd(200_000, '.') } });
  }
  socket.ws.resume();
  const revisions: number[] = [];
  while (revisions.at(-1) !== 121) {
    const message = (await socket.next()) as { payload: { data: { tourDraftChanged: { revision: number; previousRevision: number } } } };
    const { revision, previousRevision } = message.payload.data.tourDraftChanged;
    expect(previousRevision).toBe(revisions.at(-1) ?? 1);
    revisions.push(revision);
  }
  expect(revisions.length).toBeLessThan(120);
  socket.ws.close();
});

const BIG = `subscription ($tourId: UUID!) {
  tourDraftChanged(tourId: $tourId) { revision previousRevision tour { draft { description } } }
}`;
