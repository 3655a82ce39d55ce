import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';

const LIMIT = 20 * 1024 * 1024;

let gateway: TestApp;
let doors: { path: string; method: string; shape: object }[];

beforeAll(async () => {
  gateway = await startTestApp();
  const tooLarge = { code: 'request_entity_too_large', attr: null, detail: expect.stringContaining(String(LIMIT)) };
  doors = [
    { path: '/graphql', method: 'POST', shape: { errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] } },
    { path: '/api/projects/1/product_tours/', method: 'POST', shape: tooLarge },
  ];
});
afterAll(() => gateway?.stop());

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
      let text = '';
      response.on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () => {
        request.destroy();
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text), closes: response.headers.connection === 'close' });
      });
    });
    // The server does not read on when it has answered.
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

it('takes a body of exactly the limit, told or in chunks', async () => {
  for (const { path, method } of doors) {
    for (const headers of [{ 'transfer-encoding': 'chunked' }, { 'content-length': LIMIT }]) {
      const { status } = await send({ path, method, bytes: LIMIT, headers });
      expect(status, path).toBe(400);
    }
  }
});

it('takes a tour of many megabytes and gives it back', async () => {
  const filler = 'x'.repeat(8 * 1024 * 1024);
  const created = await gateway.rest('POST', `${gateway.projectId}/product_tours/`, { name: 'Large', content: { filler } });
  expect(created.status).toBe(201);
  const { tour } = await gateway.graphql('query ($id: UUID!) { tour(id: $id) { content { raw } } }', { id: created.body.id });
  expect(tour.content.raw.filler).toHaveLength(filler.length);
});

it('lives on', async () => {
  expect(await gateway.graphql('{ viewer { scopes } }')).toEqual({ viewer: { scopes: ['*'] } });
});
