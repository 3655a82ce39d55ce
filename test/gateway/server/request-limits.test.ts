import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { addPerson } from '../../support/people.ts';
import { rawRequest, sendRaw } from '../../support/raw-http.ts';
import { openRawSocket } from '../../support/raw-socket.ts';

const MB = 1024 * 1024;

let gateway: TestApp;

beforeAll(async () => {
  gateway = await startTestApp({
    MAX_BYTES_IN_FLIGHT: String(40 * MB),
    MAX_CONNECTIONS: '60',
    HEADERS_TIMEOUT_SECONDS: '1',
    REQUEST_TIMEOUT_SECONDS: '2',
  });
});
afterAll(() => gateway?.stop());

const open = (): Socket => connect(Number(new URL(gateway.url).port), '127.0.0.1').on('error', () => {});

/** A request whose body lacks its last byte, and the end of its response. */
function withhold(key: string, bytes: number, path = '/api/projects/1/product_tours/'): { socket: Socket; response: Promise<string> } {
  const socket = open();
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'content-length': String(bytes) };
  socket.write(rawRequest(`POST ${path} HTTP/1.1`, headers));
  socket.write(Buffer.alloc(bytes - 1, ' '));
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  return { socket, response: once(socket, 'close').then(() => text) };
}

describe('bytes in flight', () => {
  it('are limited for all requests, and for each key', async () => {
    const other = await addPerson(gateway);
    const held = Array.from({ length: 6 }, () => withhold(gateway.key, 9 * MB));
    const refused = await Promise.race(held.map(({ response }) => response));
    expect(refused).toMatch(/^HTTP\/1\.1 503 .*retry-after: 1.*"code":"overloaded"/is);
    // What one key holds leaves room for the others.
    expect(await other.rest('POST', '1/product_tours/', { name: 'Meanwhile', content: { a: 'x'.repeat(4 * MB) } })).toMatchObject({
      status: 201,
    });
    for (const { socket } of held) socket.destroy();
    await expect
      .poll(
        async () =>
          (await gateway.rest('POST', '1/product_tours/', { name: `After ${Date.now()}`, content: { a: 'x'.repeat(9 * MB) } })).status,
      )
      .toBe(201);
  });

  it('are refused in the words of each API', async () => {
    const held = Array.from({ length: 6 }, () => withhold(gateway.key, 9 * MB, '/graphql'));
    const refused = await Promise.race(held.map(({ response }) => response));
    expect(refused).toMatch(/^HTTP\/1\.1 503 .*"errors":\[\{.*"code":"OVERLOADED"/is);
    for (const { socket } of held) socket.destroy();
  });

  it('include messages that have not arrived completely', async () => {
    const sockets = await Promise.all(Array.from({ length: 4 }, () => openRawSocket(gateway.url, gateway.key)));
    for (const socket of sockets) expect(await socket.next()).toEqual({ type: 'connection_ack' });
    for (const { ws } of sockets) ws.send(Buffer.alloc(8 * MB, ' '), { fin: false, binary: false });
    const closed = await Promise.race(sockets.map((socket) => socket.closed));
    expect(closed).toEqual({ code: 1013, reason: 'The server holds as many bytes of requests as it may' });
    for (const { ws } of sockets) ws.terminate();
  });

  it('of a socket without a key are one megabyte at most', async () => {
    const socket = await openRawSocket(gateway.url, null);
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    socket.ws.send(Buffer.alloc(2 * MB, ' '), { fin: false, binary: false });
    expect(await socket.closed).toMatchObject({ code: 1013 });
  });
});

describe('a request', () => {
  it.each([
    ['whose head does not arrive', 'GET /health/live HTTP/1.1\r\nhost: a\r\nx: '],
    [
      'whose body does not arrive',
      () => rawRequest('POST /graphql HTTP/1.1', { 'content-type': 'application/json', 'content-length': '9' }, '{'),
    ],
  ])('%s in time is answered with 408', async (_, sent) => {
    const { status, body } = await sendRaw(gateway.url, typeof sent === 'string' ? sent : sent());
    expect([status, body.code]).toEqual([408, 'request_timeout']);
  });

  it('that asks before it sends its body is not let go on without a credential', async () => {
    const headers = { expect: '100-continue', 'content-type': 'application/json', 'content-length': String(9 * MB) };
    const wrong = await sendRaw(
      gateway.url,
      rawRequest('POST /api/projects/1/product_tours/ HTTP/1.1', { ...headers, authorization: 'Bearer phx_wrong' }),
    );
    expect([wrong.status, wrong.headers.connection]).toEqual([401, 'close']);
    const socket = open();
    const body = '{"name":"Expected"}';
    socket.write(
      rawRequest('POST /api/projects/1/product_tours/ HTTP/1.1', {
        ...headers,
        'content-length': String(body.length),
        authorization: `Bearer ${gateway.key}`,
      }),
    );
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 100 /);
    socket.write(body);
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 201 /);
  });

  it('that is refused leaves the connection open when little of it was not read', async () => {
    const socket = open();
    const head = 'POST /nope HTTP/1.1\r\nhost: a\r\ncontent-length: 5\r\n\r\n';
    socket.write(head);
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 404 .*connection: keep-alive/is);
    socket.write(`12345${head}12345`);
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1\.1 404 /);
    socket.destroy();
  });
});

it('takes as many connections as it may, and closes one more', async () => {
  const sockets = Array.from({ length: 80 }, open);
  await Promise.race(sockets.map((socket) => once(socket, 'close')));
  for (const socket of sockets) socket.destroy();
  await expect
    .poll(() =>
      fetch(`${gateway.url}/health/live`).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
});
