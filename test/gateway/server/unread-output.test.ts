import { expect, vi } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { CREATE_TOUR } from '../../support/documents.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { addPerson } from '../../support/people.ts';
import { openRawSocket, type RawSocket } from '../../support/raw-socket.ts';

const MB = 1024 * 1024;
/** One key may leave 8 MB unread. */
const it = gatewayTest({ MAX_UNREAD_BYTES: String(20 * MB) });
const READ = 'query ($id: UUID!) { tour(id: $id) { description } }';

let gateway: TestApp;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  const input = { projectId: gateway.projectId, name: 'Large', description: 'x'.repeat(4 * MB) };
  tourId = (await gateway.graphql(CREATE_TOUR, { input })).createTour.tour.uuid;
});

async function openReady(key: string): Promise<RawSocket> {
  const socket = await openRawSocket(gateway.url, key);
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  return socket;
}

function ask({ send }: RawSocket, times: number): void {
  for (let n = 0; n < times; n++) send({ id: String(n), type: 'subscribe', payload: { query: READ, variables: { id: tourId } } });
}

it('closes the sockets of a key that reads none of them, and serves those that are read', async () => {
  const { key } = await addPerson(gateway);
  const stalled = await Promise.all(Array.from({ length: 12 }, () => openReady(key)));
  for (const socket of stalled) {
    socket.ws.pause();
    ask(socket, 5);
  }
  for (const owner of [key, gateway.key]) {
    const reader = await openReady(owner);
    for (let n = 0; n < 5; n++) {
      ask(reader, 1);
      expect(await reader.next()).toMatchObject({ type: 'next' });
      expect(await reader.next()).toMatchObject({ type: 'complete' });
    }
    reader.ws.close();
  }
  const ends: { code: number; reason: string }[] = [];
  for (const { ws, closed } of stalled) {
    void closed.then((end) => ends.push(end));
    ws.resume();
  }
  const closed = { code: 1013, reason: 'Too many unread bytes with this key or token: the limit is 8388608.' };
  await expect.poll(() => ends, { timeout: 10_000 }).toContainEqual(closed);
  // Two of them may hold less than the limit together.
  await expect.poll(() => ends.length).toBeGreaterThanOrEqual(10);
  for (const { ws } of stalled) ws.terminate();
  await vi.waitFor(() => expect(gateway.app.stats().sockets).toBe(0));
});
