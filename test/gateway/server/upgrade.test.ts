import { once } from 'node:events';
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import WebSocket from 'ws';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { deferred } from '../../support/deferred.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { approve } from '../../support/generate.ts';
import { openRawSocket } from '../../support/raw-socket.ts';
import { restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

/** What Java's HttpClient and `curl --http2` send with the first request of a connection. */
const WANTS_HTTP2 = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAAQBAAAAAAIAAAAA' };

interface Asked {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  /** In pieces, which leave one after the other. */
  body?: string[];
  agent?: Agent;
}

async function ask({ method = 'GET', path, headers = WANTS_HTTP2, body = [], agent = new Agent() }: Asked) {
  const request = httpRequest(`${gateway.url}${path}`, {
    method,
    agent,
    headers: { authorization: `Bearer ${gateway.key}`, 'content-type': 'application/json', ...headers },
  });
  request.flushHeaders();
  for (const piece of body) {
    // The gateway answers this when it has read what came before.
    await fetch(`${gateway.url}/health/live`);
    request.write(piece);
  }
  request.end();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const port = (request.socket as Socket).localPort;
  return { status: response.statusCode, headers: response.headers, body: JSON.parse((await text(response)) || 'null'), port };
}

describe('a request that asks for a protocol that is not spoken here', () => {
  const tours = () => `/api/projects/${gateway.projectId}/product_tours/`;

  it('is answered as if it did not, on each door', async () => {
    expect(await ask({ path: tours() })).toMatchObject({ status: 200, body: { count: expect.any(Number) } });
    expect(await ask({ path: '/health/ready' })).toMatchObject({ status: 200 });
    expect(await ask({ path: '/nope' })).toMatchObject({ status: 404, body: { code: 'not_found', detail: 'Nothing is served at /nope.' } });
    const query = JSON.stringify({ query: '{ viewer { __typename } }' });
    const answer = await ask({ method: 'POST', path: '/graphql', body: [query] });
    expect(answer).toMatchObject({ status: 200, body: { data: { viewer: { __typename: expect.any(String) } } } });
  });

  it('has its body read, whenever that comes, and leaves the connection open for the next one', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const chunked = await ask({ method: 'POST', path: tours(), body: ['{"name":', '"In pieces"', '}'], agent });
    expect(chunked).toMatchObject({ status: 201, body: { name: 'In pieces' } });
    const name = 'Größe';
    const whole = Buffer.from(JSON.stringify({ name }));
    const sized = await ask({
      method: 'POST',
      path: tours(),
      headers: { ...WANTS_HTTP2, 'content-length': String(whole.length) },
      body: [whole.toString()],
      agent,
    });
    expect(sized).toMatchObject({ status: 201, body: { name } });
    const plain = await ask({ path: tours(), headers: {}, agent });
    expect(plain).toMatchObject({ status: 200, body: { count: 2 } });
    expect(new Set([chunked.port, sized.port, plain.port]).size).toBe(1);
    agent.destroy();
  });

  const post = (name: string, fields = '') => {
    const body = JSON.stringify({ name });
    return `POST ${tours()} HTTP/1.1\r\n${CREDENTIAL()}${fields}content-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  };
  const get = (path: string, fields = '') => `GET ${path} HTTP/1.1\r\n${CREDENTIAL()}${fields}\r\n`;
  const CREDENTIAL = () => `host: a\r\nauthorization: Bearer ${gateway.key}\r\n`;
  const UPGRADE = 'connection: upgrade\r\nupgrade: h2c\r\n';
  const LAST = 'connection: close\r\n';

  /** What comes back for what is sent in one piece. */
  async function exchange(sent: string): Promise<{ statuses: string[]; answers: string }> {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.write(sent);
    const answers = await text(socket);
    return { statuses: [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => String(status)), answers };
  }

  it.each<[string, () => string, string[]]>([
    ['before another one', () => post('One', UPGRADE) + get(`${tours()}?limit=1`, LAST), ['201', '200']],
    ['behind another one', () => post('Two') + get(`${tours()}?limit=1`, UPGRADE) + get('/nope', LAST), ['201', '200', '404']],
    ['behind one of its kind', () => post('Three', UPGRADE) + post('Four', UPGRADE) + get('/nope', LAST), ['201', '201', '404']],
    [
      'at the end of three',
      () => get('/nope') + post('Five') + get(tours(), `${LAST.replace('close', 'close, upgrade')}upgrade: h2c\r\n`),
      ['404', '201', '200'],
    ],
  ])('is answered in its turn when it comes in one piece %s', async (_, sent, expected) => {
    expect((await exchange(sent())).statuses).toEqual(expected);
  });

  it('keeps its body, however many fields it has', async () => {
    const inner = get(`${tours()}?limit=1`, LAST);
    const fields = `${UPGRADE}${'a:\r\n'.repeat(1100)}content-type: text/plain\r\ncontent-length: ${inner.length}\r\n`;
    const { statuses } = await exchange(`POST /nothing HTTP/1.1\r\n${CREDENTIAL()}${fields}\r\n${inner}${get('/nope', LAST)}`);
    expect(statuses).toEqual(['404', '404']);
    const { answers } = await exchange(`POST ${tours()} HTTP/1.1\r\n${CREDENTIAL()}${LAST}${fields}\r\n${inner}`);
    expect(answers).toContain('unsupported_media_type');
  });

  it('does not hold up the end of the gateway where it waits for an answer', async () => {
    const [asked, answer] = [deferred(), deferred()];
    // biome-ignore lint/correctness/useYield: it writes nothing
    async function* contentWriter(): AsyncGenerator<never> {
      asked.resolve();
      await answer.promise;
    }
    const other = await startTestApp({}, { contentWriter });
    await approve(other);
    const { id } = await restTours(other, other.projectId).create();
    const socket = connect(Number(new URL(other.url).port), '127.0.0.1');
    const closed = once(socket.on('error', () => {}).resume(), 'close');
    const body = '{"steps":[{"id":"a","type":"modal"}]}';
    const slow = `POST /api/projects/1/product_tours/${id}/generate/ HTTP/1.1\r\nhost: a\r\nauthorization: Bearer ${other.key}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    socket.write(slow + get('/nope', UPGRADE));
    await asked.promise;
    const stopped = other.stop();
    answer.resolve();
    await Promise.all([stopped, closed]);
  });

  it('may ask so with each request of a connection, and leaves nothing behind', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = new Set<number | undefined>();
    for (let n = 0; n < 50; n++) ports.add((await ask({ path: `${tours()}?limit=1`, agent })).port);
    agent.destroy();
    process.off('warning', note);
    expect(ports.size).toBe(1);
    expect(warnings).toEqual([]);
  });

  it('that is a WebSocket gets one at /graphql alone', async () => {
    for (const [path, status] of [
      ['/nope', 404],
      [`/api/projects/${gateway.projectId}/product_tours/`, 401],
    ] as const) {
      const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}${path}`);
      const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
      expect(response.statusCode).toBe(status);
      socket.on('error', () => {});
      socket.terminate();
    }
    const socket = await openRawSocket(gateway.url, gateway.key);
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    socket.ws.close();
    const whole = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    const handshake =
      'connection: upgrade\r\nupgrade: WebSocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
    whole.write(`GET http://a/graphql HTTP/1.1\r\nhost: a\r\n${handshake}sec-websocket-protocol: graphql-transport-ws\r\n\r\n`);
    expect(String(await once(whole, 'data'))).toMatch(/^HTTP\/1\.1 101 /);
    whole.destroy();
  });
});

it('goes on when clients ask for another protocol and break off', async () => {
  let broken = 0;
  for (const upgrade of ['websocket', 'h2c', 'x']) {
    for (let wait = 0; wait < 8; wait++) {
      const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(`GET ${wait % 2 ? '/nope' : '/graphql'} HTTP/1.1\r\nhost: a\r\nconnection: upgrade\r\nupgrade: ${upgrade}\r\n\r\n`);
      for (let turn = 0; turn < wait; turn++) await nextTurn();
      socket.on('error', () => {});
      socket.once('close', () => broken++);
      socket.resetAndDestroy();
      await once(socket, 'close');
    }
  }
  expect(broken).toBe(24);
  const health = await fetch(`${gateway.url}/health/ready`);
  expect(health.status).toBe(200);
});
