import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, vi } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const LIMIT = 20 * 1024 * 1024;

const it = gatewayTest();
let gateway: TestApp;
let doors: { path: string; method: string; shape: object }[];

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  const tooLarge = { code: 'request_entity_too_large', attr: null, detail: expect.stringContaining(String(LIMIT)) };
  doors = [
    { path: '/graphql', method: 'POST', shape: { errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] } },
    { path: '/api/projects/1/product_tours/', method: 'POST', shape: tooLarge },
  ];
});

interface Sent {
  path: string;
  method: string;
  bytes: number;
  headers?: Record<string, string | number>;
}

/** Sends so many spaces before and after nothing, in pieces, and gives the answer, however early it comes. */
function send({ path, method, bytes, headers = {} }: Sent): Promise<{ status: number; body: unknown; closes: boolean }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(`${gateway.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.key}`, ...headers },
    });
    let answered = false;
    request.on('response', (response) => {
      answered = true;
      let read = '';
      response.on('data', (chunk) => {
        read += chunk;
      });
      response.on('end', () => {
        request.destroy();
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(read), closes: response.headers.connection === 'close' });
      });
    });
    // The server reads on for a while when it has answered.
    request.on('error', (error) => answered || reject(error));
    const piece = Buffer.alloc(1024 * 1024, ' ');
    let left = bytes;
    const write = (): void => {
      while (left > 0 && !answered && !request.destroyed) {
        const part = piece.subarray(0, Math.min(left, piece.length));
        left -= part.length;
        if (!request.write(part)) {
          request.once('drain', write);
          return;
        }
      }
      if (!request.destroyed) request.end();
    };
    write();
  });
}

it('answers 413 for a body of one byte too many, in chunks of no told length, in each door’s own words', async () => {
  for (const { path, method, shape } of doors) {
    const answer = await send({ path, method, bytes: LIMIT + 1, headers: { 'transfer-encoding': 'chunked' } });
    expect(answer).toMatchObject({ status: 413, closes: true, body: shape });
  }
});

it('answers 413 from the told length alone, without a byte of the body', async () => {
  for (const { path, method, shape } of doors) {
    const answer = await send({ path, method, bytes: 0, headers: { 'content-length': LIMIT + 1 } });
    expect(answer).toMatchObject({ status: 413, closes: true, body: shape });
  }
});

/** Sends a whole body in chunks and only then reads, as simple clients do. @returns all that came */
async function sendThenRead(path: string, bytes: number): Promise<string> {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname);
  let failure: unknown;
  socket.on('error', (error) => {
    failure = error;
  });
  const write = (data: string | Buffer) => new Promise<void>((resolve) => socket.write(data, () => resolve()));
  await write(
    `POST ${path} HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer ${gateway.key}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
  );
  const piece = Buffer.alloc(1024 * 1024, ' ');
  for (let left = bytes; left > 0; left -= piece.length)
    await write(Buffer.concat([Buffer.from('100000\r\n'), piece, Buffer.from('\r\n')]));
  await write('0\r\n\r\n');
  expect(failure).toBeUndefined();
  return text(socket);
}

it('lets a client that sends on have its 413, and closes then', async () => {
  for (const path of ['/graphql', '/api/projects/1/product_tours/', '/e/', '/flags/']) {
    for (let round = 0; round < 3; round++) {
      const answer = await sendThenRead(path, 25 * 1024 * 1024);
      expect(answer, path).toMatch(/^HTTP\/1.1 413 .*connection: close.*larger than \d+ bytes/is);
    }
  }
});

it('reads on for five seconds at most', async () => {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname).on('error', () => {});
  let hasEnded = false;
  const ended = once(socket, 'end').then(() => {
    hasEnded = true;
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  socket.write(`POST /graphql HTTP/1.1\r\nhost: gateway\r\ncontent-length: ${LIMIT + 1}\r\n\r\n`);
  const sending = setInterval(() => socket.write(' '), 100);
  try {
    expect(String(await once(socket, 'data'))).toMatch(/^HTTP\/1.1 413 /);
    vi.advanceTimersByTime(4_999);
    expect((await gateway.rest('GET', '1/product_tours/?limit=1')).status).toBe(200);
    expect(hasEnded).toBe(false);
    vi.advanceTimersByTime(1);
    await ended;
  } finally {
    clearInterval(sending);
    vi.useRealTimers();
  }
});

it('takes a body of exactly the limit, told or in chunks', async () => {
  for (const { path, method } of doors) {
    for (const headers of [{ 'transfer-encoding': 'chunked' }, { 'content-length': LIMIT }]) {
      const { status } = await send({ path, method, bytes: LIMIT, headers });
      expect(status, path).toBe(400);
    }
  }
});

/** Sends a chunked body of spaces, each piece of its own packet. @returns the whole response */
async function sendInPieces(path: string, sizes: readonly number[]): Promise<string> {
  const { hostname, port } = new URL(gateway.url);
  const socket = connect(Number(port), hostname).setNoDelay(true);
  socket.write(
    `POST ${path} HTTP/1.1\r\nhost: gateway\r\nauthorization: Bearer ${gateway.key}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n`,
  );
  const body = sizes.map((size) => `${size.toString(16)}\r\n${' '.repeat(size)}\r\n`).join('');
  socket.end(`${body}0\r\n\r\n`);
  return text(socket);
}

it('takes a body of exactly the limit whose pieces are partly small', async () => {
  const small = 1000;
  expect(await sendInPieces('/graphql', [...Array(small).fill(1), LIMIT - small])).toMatch(/^HTTP\/1.1 400 /);
});

it('answers 413 for a body in very many small pieces, and says so', async () => {
  expect(await sendInPieces('/graphql', Array(LIMIT / 64 + 1).fill(1))).toMatch(/^HTTP\/1.1 413 .*too many small pieces/is);
});

it('takes a tour of many megabytes and gives it back', async () => {
  const filler = 'x'.repeat(8 * 1024 * 1024);
  const created = await gateway.rest('POST', `${gateway.projectId}/product_tours/`, { name: 'Large', content: { filler } });
  expect(created.status).toBe(201);
  const { tour } = await gateway.graphql('query ($id: UUID!) { tour(id: $id) { content { raw } } }', { id: created.body.id });
  expect(tour.content.raw.filler).toHaveLength(filler.length);
});

it('lives on', async () => {
  expect(await gateway.graphql('{ viewer { scopes } }')).toEqual({ viewer: { scopes: ['*', 'installation'] } });
});
