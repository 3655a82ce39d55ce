import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it, vi } from 'vitest';
import { startTestApp } from '../../support/app.ts';
import { CREATE_TOUR } from '../../support/documents.ts';
import { openEventStream } from '../../support/event-stream.ts';
import { openRawSocket } from '../../support/raw-socket.ts';

const FOLLOW = 'subscription ($tourId: UUID!) { tourDraftChanged(tourId: $tourId) { kind } }';

it('completes every stream, then closes the sockets with 1001', async () => {
  const gateway = await startTestApp();
  const { createTour } = await gateway.graphql(CREATE_TOUR, { input: { projectId: gateway.projectId, name: 'Followed' } });
  const request = { query: FOLLOW, variables: { tourId: createTour.tour.uuid } };
  const sockets = await Promise.all(Array.from({ length: 20 }, () => openRawSocket(gateway.url, gateway.key)));
  for (const socket of sockets) {
    await socket.next();
    for (const id of ['a', 'b']) socket.send({ id, type: 'subscribe', payload: request });
    expect([(await socket.next()).type, (await socket.next()).type]).toEqual(['next', 'next']);
  }
  const idle = await openRawSocket(gateway.url, gateway.key);
  await idle.next();
  const streams = await Promise.all(Array.from({ length: 20 }, () => openEventStream(gateway.url, gateway.key, request)));
  for (const { messages } of streams) expect((await messages.next()).value).toMatchObject({ event: 'next' });

  const stopped = gateway.stop();
  for (const socket of sockets) {
    const last = [await socket.next(), await socket.next()];
    expect(last.map(({ id, type }) => `${id} ${type}`).sort()).toEqual(['a complete', 'b complete']);
    expect(await socket.closed).toEqual({ code: 1001, reason: 'Going away' });
  }
  expect(await idle.closed).toMatchObject({ code: 1001 });
  for (const { messages } of streams) {
    expect((await messages.next()).value).toMatchObject({ event: 'complete' });
    expect((await messages.next()).done).toBe(true);
  }
  await stopped;
});

it('lets sockets end in order when nothing else is open, and does not wait for connections that say nothing', async () => {
  const gateway = await startTestApp();
  const socket = await openRawSocket(gateway.url, gateway.key);
  await socket.next();
  socket.send({
    id: 'a',
    type: 'subscribe',
    payload: { query: `subscription { projectDraftsChanged(projectId: ${gateway.projectId}) { kind } }` },
  });
  expect(await socket.next()).toMatchObject({ type: 'next' });
  const { hostname, port } = new URL(gateway.url);
  const silent = connect(Number(port), hostname);
  await once(silent, 'connect');
  // While the clock stands still, nothing is given up: what is waited for has to end by itself.
  vi.useFakeTimers({ toFake: ['Date'] });
  await gateway.app.close().finally(() => vi.useRealTimers());
  expect(await socket.next()).toMatchObject({ id: 'a', type: 'complete' });
  expect(await socket.closed).toMatchObject({ code: 1001 });
  silent.destroy();
  await gateway.stop();
});

it('waits eight seconds for a request that does not end, and no longer', async () => {
  const gateway = await startTestApp();
  const socket = await openRawSocket(gateway.url, gateway.key);
  await socket.next();
  const { hostname, port } = new URL(gateway.url);
  const stuck = connect(Number(port), hostname);
  stuck.write(
    'POST /graphql HTTP/1.1\r\nhost: gateway\r\ncontent-type: application/json\r\ncontent-length: 100\r\nexpect: 100-continue\r\n\r\n',
  );
  expect(String(await once(stuck, 'data'))).toMatch(/^HTTP\/1.1 100 /);
  const cut = once(
    stuck.on('error', () => {}),
    'close',
  );

  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const started = Date.now();
    let isClosed = false;
    const closed = gateway.app.close().then(() => {
      isClosed = true;
    });
    vi.setSystemTime(started + 7_999);
    expect(await socket.closed).toMatchObject({ code: 1001 });
    expect([isClosed, stuck.closed]).toEqual([false, false]);
    vi.setSystemTime(started + 8_000);
    await Promise.all([closed, cut]);
  } finally {
    vi.useRealTimers();
  }
  await gateway.stop();
});
