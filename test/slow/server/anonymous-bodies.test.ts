import { afterAll, beforeAll, expect, it } from 'vitest';
import { type GatewayProcess, startProcess } from '../../support/process.ts';
import { cpuMsEach, memoryMb } from '../../support/process-usage.ts';
import { type RawResponse, rawRequest, sendRaw } from '../../support/raw-http.ts';

const MB = 1024 * 1024;
const TOURS = '/api/projects/1/product_tours/';
const KEY = 'phx_anonymous_bodies_test_key';

let gateway: GatewayProcess;

beforeAll(async () => {
  gateway = await startProcess({ DATA_DIR: ':memory:', BOOTSTRAP_PERSONAL_API_KEY: KEY });
});
afterAll(() => gateway?.stop('SIGTERM'));

function post(path: string, type: string, body: string, headers: Record<string, string> = {}): Promise<RawResponse> {
  const head = rawRequest(`POST ${path} HTTP/1.1`, { 'content-type': type, 'content-length': String(Buffer.byteLength(body)), ...headers });
  return sendRaw(gateway.url, head + body);
}

/** Pieces of one byte each, without an end. */
function postPieces(path: string, pieces: number): Promise<RawResponse> {
  const head = rawRequest(`POST ${path} HTTP/1.1`, { 'content-type': 'application/json', 'transfer-encoding': 'chunked' });
  return sendRaw(gateway.url, head + '1\r\n \r\n'.repeat(pieces)).catch(() => ({ status: 401, headers: {}, text: '', body: null }));
}

const FORM = 'application/x-www-form-urlencoded';
const PART = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n\r\n';

it.each<[what: string, status: number, send: () => Promise<RawResponse>]>([
  ['a form of many escaped fields', 401, () => post(TOURS, `${FORM}; charset=latin1`, '%41&'.repeat((19 * MB) / 4))],
  ['JSON that is cut off', 401, () => post(TOURS, 'application/json', `[${'1,'.repeat((19 * MB) / 2)}`)],
  ['a form of many parts', 401, () => post(TOURS, 'multipart/form-data; boundary=b', PART.repeat((19 * MB) / PART.length))],
  ['a long query', 413, () => post('/graphql', 'application/json', `{"query":"{__typename}#${'a'.repeat(19 * MB)}"}`)],
])('%s of 19 MB without a credential costs about what it costs to throw away', async (_, status, send) => {
  const thrownAway = () => post('/nope', 'application/json', ' '.repeat(19 * MB));
  expect((await thrownAway()).status).toBe(404);
  expect((await send()).status).toBe(status);
  const usual = await cpuMsEach(gateway, 10, thrownAway);
  expect(await cpuMsEach(gateway, 10, send)).toBeLessThan(5 * usual + 50);
});

it.each<[what: string, send: () => Promise<RawResponse>]>([
  ['a form of escapes', () => post(TOURS, `${FORM}; charset=latin1`, '%41'.repeat(21_000))],
  ['a form of many fields', () => post(TOURS, FORM, 'a&'.repeat(32_000))],
  ['a form of many parts', () => post(TOURS, 'multipart/form-data; boundary=b', PART.repeat(1200))],
  ['JSON that is cut off', () => post(TOURS, 'application/json', `[${'1,'.repeat(32_000)}`)],
  ['deep JSON', () => post(TOURS, 'application/json', '{"a":'.repeat(13_000))],
  ['deep JSON that goes on', () => post(TOURS, 'application/json', '['.repeat(80_000))],
  ['deep variables', () => post('/graphql', 'application/json', `{"query":"{__typename}","variables":{"a":${'['.repeat(120_000)}`)],
  ['pieces of one byte', () => postPieces(TOURS, 100_000)],
  ['pieces of one byte to GraphQL', () => postPieces('/graphql', 100_000)],
])('%s without a credential cost no more than some ordinary requests', async (_, send) => {
  const ordinary = () =>
    post('/graphql', 'application/json', '{"query":"{ tours(projectId: 1) { nodes { uuid name } } }"}', {
      authorization: `Bearer ${KEY}`,
    });
  expect((await ordinary()).status).toBe(200);
  expect((await send()).status).toBeLessThan(500);
  const usual = await cpuMsEach(gateway, 50, ordinary);
  expect(await cpuMsEach(gateway, 10, send)).toBeLessThan(20 * usual + 50);
});

it('keeps none of these bodies', async () => {
  const before = memoryMb(gateway);
  // A sender that is slow on a busy machine may be cut off.
  const body = `{"a":"${'x'.repeat(19 * MB)}"}`;
  await Promise.allSettled(Array.from({ length: 40 }, () => post(TOURS, 'application/json', body)));
  expect(memoryMb(gateway) - before).toBeLessThan(200);
});
