import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const QUERY = JSON.stringify({ query: '{ viewer { scopes } }' });
const MiB = 1024 * 1024;

const it = gatewayTest();
let gateway: TestApp;
let count = 0;
it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

async function send(path: string, body: Buffer, encoding: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-encoding': encoding, authorization: `Bearer ${gateway.key}`, ...headers },
    body: new Uint8Array(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

const graphql = (body: Buffer, encoding: string, headers?: Record<string, string>) => send('/graphql', body, encoding, headers);
const create = (body: Buffer, encoding: string, headers?: Record<string, string>) =>
  send(`/api/projects/${gateway.projectId}/product_tours/`, body, encoding, headers);
const newTour = () => JSON.stringify({ name: `Encoded ${++count}` });

describe.each<[string, (text: string) => Buffer]>([
  ['gzip', (text) => gzipSync(text)],
  ['X-GZip', (text) => gzipSync(text)],
  ['br', (text) => brotliCompressSync(text)],
  ['deflate', (text) => deflateSync(text)],
  ['deflate', (text) => deflateRawSync(text)],
  ['deflate, gzip', (text) => gzipSync(deflateSync(text))],
  ['gzip, identity, br', (text) => brotliCompressSync(gzipSync(text))],
  ['identity', (text) => Buffer.from(text)],
])('a body with Content-Encoding: %s', (encoding, encode) => {
  it('is decoded over GraphQL', async () => {
    expect(await graphql(encode(QUERY), encoding)).toMatchObject({ status: 200, body: { data: { viewer: {} } } });
  });

  it('is decoded over REST, with the key in the header or in the body', async () => {
    expect(await create(encode(newTour()), encoding)).toMatchObject({ status: 201, body: { name: `Encoded ${count}` } });
    const json = JSON.stringify({ personal_api_key: gateway.key, ...JSON.parse(newTour()) });
    expect(await create(encode(json), encoding, { authorization: '' })).toMatchObject({ status: 201 });
    const form = new URLSearchParams({ name: `Encoded ${++count}`, personal_api_key: gateway.key });
    const type = { authorization: '', 'content-type': 'application/x-www-form-urlencoded' };
    expect(await create(encode(String(form)), encoding, type)).toMatchObject({ status: 201, body: { name: `Encoded ${count}` } });
  });

  it('is decoded when it is larger than the part that is searched for a key', async () => {
    const large = { personal_api_key: gateway.key, name: `Encoded ${++count}`, description: 'a'.repeat(200_000) };
    expect(await create(encode(JSON.stringify(large)), encoding, { authorization: '' })).toMatchObject({
      status: 201,
      body: { name: `Encoded ${count}` },
    });
  });
});

describe('a coding that is not supported', () => {
  it.each(['zstd', 'compress', 'gzip, zstd', 'gzip, gzip, gzip, gzip'])('is named: %s', async (encoding) => {
    const name = encoding === 'gzip, zstd' ? 'zstd' : encoding;
    const overGraphql = await graphql(Buffer.from(QUERY), encoding);
    expect(overGraphql).toMatchObject({
      status: 415,
      body: { errors: [{ message: expect.stringContaining(`"${name}"`), extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }] },
    });
    const overRest = await create(Buffer.from(newTour()), encoding);
    expect(overRest).toMatchObject({
      status: 415,
      body: { type: 'invalid_request', code: 'unsupported_media_type', detail: expect.stringContaining(`"${name}"`), attr: null },
    });
    for (const { headers } of [overGraphql, overRest]) expect(headers.get('accept-encoding')).toBe('gzip, br, deflate');
  });

  it('is reported over REST only to a client with a key', async () => {
    expect((await create(Buffer.from(newTour()), 'zstd', { authorization: '' })).status).toBe(401);
  });
});

describe('a body that is not what its Content-Encoding says', () => {
  it.each<[string, string, Buffer]>([
    ['gzip', 'no gzip', Buffer.from(QUERY)],
    ['br', 'no brotli', Buffer.from(QUERY)],
    ['gzip', 'half of it', gzipSync(QUERY).subarray(0, 20)],
  ])('is refused: %s, %s', async (encoding, _, body) => {
    expect(await graphql(body, encoding)).toMatchObject({
      status: 400,
      body: { errors: [{ message: `The body is not valid ${encoding}, which its Content-Encoding names.` }] },
    });
    expect(await create(body, encoding)).toMatchObject({
      status: 400,
      body: { code: 'parse_error', detail: expect.stringContaining(encoding) },
    });
  });
});

describe('a bomb', () => {
  const bomb = gzipSync(Buffer.alloc(64 * MiB, ' '));

  it('is refused beyond the limit of bodies', async () => {
    expect(await graphql(bomb, 'gzip')).toMatchObject({ status: 413, body: { errors: [{ extensions: { code: 'PAYLOAD_TOO_LARGE' } }] } });
    expect(await create(bomb, 'gzip')).toMatchObject({ status: 413, body: { code: 'request_entity_too_large' } });
  });

  it('is refused without a credential beyond 64 KiB', async () => {
    const small = gzipSync(Buffer.alloc(65 * 1024, ' '));
    expect((await graphql(small, 'gzip', { authorization: '' })).status).toBe(413);
    expect((await create(bomb, 'gzip', { authorization: '' })).status).toBe(401);
  });
});

const limited = gatewayTest({ MAX_BYTES_IN_FLIGHT: String(44 * MiB) });

limited('decoded bytes count as bytes in flight', async ({ gateway: small }) => {
  const body = new Uint8Array(gzipSync(Buffer.alloc(19 * MiB, ' ')));
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip', authorization: `Bearer ${small.key}` };
  const statuses = await Promise.all(
    Array.from({ length: 4 }, async () => (await fetch(`${small.url}/graphql`, { method: 'POST', headers, body })).status),
  );
  // One of them fits into the half of the bytes that one key may hold.
  expect(statuses).toContain(503);
  expect((await fetch(`${small.url}/graphql`, { method: 'POST', headers, body: new Uint8Array(gzipSync(QUERY)) })).status).toBe(200);
});
