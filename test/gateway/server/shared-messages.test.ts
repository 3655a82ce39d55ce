import { once } from 'node:events';
import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { SAVE_DRAFT } from '../../support/documents.ts';
import { openEventStream } from '../../support/event-stream.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { openRawSocket, type RawSocket } from '../../support/raw-socket.ts';
import { subscribe } from '../../support/socket.ts';

const it = gatewayTest();
let gateway: TestApp;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tourId = (await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: 'Followed' })).tour.uuid;
});

const FOLLOW = 'subscription ($tourId: UUID!) { tourDraftChanged(tourId: $tourId) { cursor revision tour { draft { description } } } }';

interface Followed {
  cursor: string;
  revision: number;
  tour: { draft: { description: string } | null };
}

async function openReady(): Promise<RawSocket> {
  const socket = await openRawSocket(gateway.url, gateway.key);
  await socket.next();
  return socket;
}

it('reaches all that follow the same, whole and equal, whatever its size', async () => {
  const ids = ['1', 'x'.repeat(300), 'Größe "∞" 😀'];
  const sockets = await Promise.all(ids.map(openReady));
  for (const [n, { send }] of sockets.entries()) {
    send({ id: ids[n], type: 'subscribe', payload: { query: FOLLOW, variables: { tourId } } });
  }
  const library = subscribe<Followed>(gateway.url, gateway.key, FOLLOW, { tourId });
  const reader = new AbortController();
  const request = { query: FOLLOW, variables: { tourId } };
  const streams = await Promise.all([1, 2].map(() => openEventStream(gateway.url, gateway.key, request, { signal: reader.signal })));
  const next = () =>
    Promise.all([
      library.next(),
      ...sockets.map(async (socket, n) => {
        const { id, type, payload } = (await socket.next()) as {
          id: string;
          type: string;
          payload: { data: { tourDraftChanged: Followed } };
        };
        expect([id, type]).toEqual([ids[n], 'next']);
        return payload.data.tourDraftChanged;
      }),
      ...streams.map(async ({ messages }) => {
        const { value } = await messages.next();
        const followed: Followed = JSON.parse(value?.data ?? '').data.tourDraftChanged;
        expect(value?.id).toBe(followed.cursor);
        return followed;
      }),
    ]);
  await next();
  for (const size of [1, 2_000, 70_000, 700_000]) {
    const description = 'aé∞😀'.repeat(size / 4).padEnd(size, '.');
    await gateway.graphql(SAVE_DRAFT, { input: { tourId, description } });
    const [first, ...others] = await next();
    expect(first?.tour.draft?.description).toBe(description);
    expect(others).toEqual(Array(5).fill(first));
  }
  reader.abort();
  await library.close();
  for (const { ws } of sockets) ws.close();
});

describe('a message over a WebSocket', () => {
  const REST = JSON.stringify({ id: '', type: 'next', payload: { data: { __typename: 'Query' } } }).length;

  it.each([125, 126, 127, 65_535, 65_536, 65_537])(
    'of %d bytes is one text, which is not compressed though the client offers it',
    async (bytes) => {
      const { ws, send } = await openReady();
      expect(ws.extensions).toBe('');
      const id = 'x'.repeat(bytes - REST);
      const message = once(ws, 'message');
      send({ id, type: 'subscribe', payload: { query: '{ __typename }' } });
      const [data, isBinary] = (await message) as [Buffer, boolean];
      expect(isBinary).toBe(false);
      expect(String(data)).toBe(JSON.stringify({ id, type: 'next', payload: { data: { __typename: 'Query' } } }));
      expect(data).toHaveLength(bytes);
      ws.close();
    },
  );
});
