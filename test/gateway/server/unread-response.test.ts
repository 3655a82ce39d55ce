import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';

const MIB = 1024 * 1024;
const SIZE = 16 * MIB;
/** One key may leave 25 MiB unread, and a client takes something at least once a second. */
const it = gatewayTest({ MAX_UNREAD_BYTES: String(64 * MIB), STALL_TIMEOUT_SECONDS: '1' });

let gateway: TestApp;
let tourId: string;
it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tourId = (await mutate(gateway.graphql, 'createTour', { projectId: 1, name: 'Large', description: 'x'.repeat(SIZE) })).tour.uuid;
});

/** A request for the large tour, of whose response only the beginning is read. */
async function openStalled(accept = 'application/json'): Promise<Socket> {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  const query = encodeURIComponent(`{ tour(id: "${tourId}") { description } }`);
  const fields = [`host: gateway`, `authorization: Bearer ${gateway.key}`, `accept: ${accept}`, 'connection: close'];
  socket.write(`GET /graphql?query=${query} HTTP/1.1\r\n${fields.join('\r\n')}\r\n\r\n`);
  await once(socket, 'data');
  socket.pause();
  return socket;
}

async function readRest(socket: Socket): Promise<number> {
  let bytes = 0;
  socket.on('data', (chunk) => {
    bytes += chunk.length;
  });
  await once(socket.resume(), 'close');
  return bytes;
}

/** Whether the server has closed a connection of which nothing is read: it takes nothing more then. */
function isCutOff(socket: Socket): boolean {
  if (!socket.destroyed) socket.write(' ');
  return socket.destroyed;
}

it('closes the connection that was read least lately when a key leaves too much unread', async () => {
  const first = await openStalled();
  const second = await openStalled();
  expect(await readRest(second)).toBeGreaterThan(SIZE - MIB);
  expect(await readRest(first)).toBeLessThan(SIZE);
});

it('serves a large response in full to a client that reads it', async () => {
  const { tour } = await gateway.graphql(`{ tour(id: "${tourId}") { description } }`);
  expect(tour.description).toHaveLength(SIZE);
});

it('cuts off a client that takes nothing of a response', async () => {
  const socket = await openStalled();
  await expect.poll(() => isCutOff(socket), { timeout: 30_000 }).toBe(true);
});

it('cuts off a client that takes nothing of an event stream, and releases its place', async () => {
  const socket = await openStalled('text/event-stream');
  await expect.poll(() => gateway.app.stats().eventStreams, { timeout: 30_000 }).toBe(0);
  await expect.poll(() => isCutOff(socket), { timeout: 30_000 }).toBe(true);
});
