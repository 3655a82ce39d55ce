import { expect } from 'vitest';
import { CREATE_TOUR } from '../../support/documents.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { openRawSocket } from '../../support/raw-socket.ts';

const it = gatewayTest();

it('limits what open subscriptions of a key keep of their documents, and forgets it with them', async ({ gateway }) => {
  const { graphql, projectId, url, key } = gateway;
  const tourId = (await graphql(CREATE_TOUR, { input: { projectId, name: 'Followed' } })).createTour.tour.uuid;
  const socket = await openRawSocket(url, key);
  await socket.next();
  /** Each document is another one, of 100,000 characters, most of which are a comment. */
  const follow = async (n: number) => {
    const comment = `${n} `.padEnd(99_900, '.');
    const query = `subscription { tourDraftChanged(tourId: "${tourId}") { kind } } #${comment}`;
    socket.send({ id: String(n), type: 'subscribe', payload: { query } });
    return (await socket.next()) as { payload: { data?: unknown; errors?: { message: string }[] } };
  };
  let opened = 0;
  let answer = await follow(opened);
  for (; answer.payload.data; answer = await follow(opened)) opened += 1;
  expect(opened).toBe(32);
  expect(answer.payload.errors).toMatchObject([
    {
      message: 'Too many characters in open subscriptions with this key or token: the limit is 3200000.',
      extensions: { code: 'RATE_LIMITED' },
    },
  ]);
  expect(await socket.next()).toMatchObject({ type: 'complete' });
  socket.send({ id: '0', type: 'complete' });
  expect(await follow(100)).toMatchObject({ payload: { data: { tourDraftChanged: { kind: 'SNAPSHOT' } } } });
  socket.ws.close();
});

it('counts a document once that many subscriptions share', async ({ gateway }) => {
  const { graphql, projectId, url, key } = gateway;
  const tourId = (await graphql(CREATE_TOUR, { input: { projectId, name: 'Shared' } })).createTour.tour.uuid;
  const query = `subscription { tourDraftChanged(tourId: "${tourId}") { kind } } #${'.'.repeat(10_000)}`;
  // Counted one by one, these would be 4,000,000 characters.
  const sockets = await Promise.all(Array.from({ length: 4 }, () => openRawSocket(url, key)));
  for (const socket of sockets) {
    await socket.next();
    for (let n = 0; n < 100; n++) socket.send({ id: String(n), type: 'subscribe', payload: { query } });
    for (let n = 0; n < 100; n++)
      expect(await socket.next()).toMatchObject({ payload: { data: { tourDraftChanged: { kind: 'SNAPSHOT' } } } });
  }
  for (const { ws } of sockets) ws.close();
});
