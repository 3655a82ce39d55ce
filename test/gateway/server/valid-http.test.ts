import { METHODS } from 'node:http';
import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RawResponse, rawRequest, sendRaw } from '../../support/raw-http.ts';

const it = gatewayTest();
let gateway: TestApp;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const send = (bytes: string | Buffer) => sendRaw(gateway.url, bytes);
const GRAPHQL = '{"query":"{ __typename }"}';
const PATHS = [
  '/graphql',
  '/api/projects/1/product_tours/',
  '/api/product_tours/',
  '/e/',
  '/flags/',
  '/health/live',
  '/docs',
  '/nope',
  '/',
];

/** What holds for each answer, whatever was sent. */
function expectValid({ status, headers, text }: RawResponse, sent: string): void {
  expect(status, sent).toBeGreaterThanOrEqual(200);
  expect(status, sent).toBeLessThan(500);
  expect(headers['x-content-type-options'], sent).toBe('nosniff');
  expect(headers['transfer-encoding'] !== undefined && headers['content-length'] !== undefined, sent).toBe(false);
  if (headers['content-length'] !== undefined && text !== '')
    expect(Buffer.byteLength(text, 'latin1'), sent).toBe(Number(headers['content-length']));
}

/** The error body of the path's API. */
function expectProblem(answer: RawResponse, status: number, code: string, sent: string): void {
  expectValid(answer, sent);
  expect([answer.status, answer.body?.code ?? answer.body?.errors?.[0].extensions.code.toLowerCase()], sent).toEqual([status, code]);
}

describe('a request line or a head that is no HTTP', () => {
  it.each([
    ['GET / HTTP/1.1 x\r\nhost: a\r\n\r\n', 400],
    ['GET /graphql HTTP/3.7\r\nhost: a\r\n\r\n', 400],
    ['FOO /graphql HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['get /graphql HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['GET graphql HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['GET /a b HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['GET /a\tb HTTP/1.1\r\nhost: a\r\n\r\n', 400],
    ['GET /graphql HTTP/1.1\r\nhost: a\r\nx y: z\r\n\r\n', 400],
    ['GET /graphql HTTP/1.1\r\nhost: a\r\nx: a\0b\r\n\r\n', 400],
    ['GET /graphql HTTP/1.1\r\nhost: a\r\n: z\r\n\r\n', 400],
    ['GET /graphql HTTP/1.1\r\nhost: a\r\nx\r\n\r\n', 400],
    ['POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n\r\n', 400],
    ['POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n', 400],
    ['POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{', 400],
    ['POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n{', 400],
    ['POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n', 400],
    [`GET /?${'x'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 431],
    [`GET /graphql HTTP/1.1\r\nhost: a\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03', 400],
  ])('%j is answered with %i and a body', async (sent, status) => {
    expectProblem(await send(Buffer.from(sent, 'latin1')), status, status === 431 ? 'headers_too_large' : 'malformed_request', sent);
  });
});

describe('a head that Node takes', () => {
  it.each(['a b', 'a/b', 'a@b', 'a"b', '[::1', 'a:b', 'a:99999999', 'a,b c', 'ä'])('with the host %j is malformed', async (host) => {
    for (const path of PATHS) {
      const sent = `GET ${path} HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`;
      expectProblem(await send(Buffer.from(sent, 'latin1')), 400, 'malformed_request', sent);
    }
  });

  it.each(['a', 'a:80', 'a.example:4000', '127.0.0.1:4000', '[::1]:4000', 'a_b', ''])('with the host %j is in order', async (host) => {
    const sent = rawRequest('GET /health/live HTTP/1.1', { host });
    expect((await send(sent)).status).toBe(200);
  });

  it.each([
    ['without a host', 'GET /graphql HTTP/1.1\r\nconnection: close\r\n\r\n'],
    ['with two hosts', 'GET /graphql HTTP/1.1\r\nhost: a\r\nHost: b\r\nconnection: close\r\n\r\n'],
    [
      'with another transfer coding',
      'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ntransfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n',
    ],
  ])('%s is malformed', async (_, sent) => {
    expectProblem(await send(sent), 400, 'malformed_request', sent);
  });

  it('with another expectation is refused', async () => {
    for (const path of PATHS) {
      const sent = rawRequest(`POST ${path} HTTP/1.1`, { expect: 'a-miracle', 'content-length': '2' }, '{}');
      expectProblem(await send(sent), 417, 'expectation_failed', sent);
    }
  });

  it.each([
    'multipart/mixed',
    'multipart/mixed;deferSpec=20220824, application/json',
    'text/html',
    'application/xml',
    'application/*, multipart/*;q=1',
    'a/b/c',
    ',,,',
    ';q=1',
    'application/json;q=x',
    '*',
    'text/event-stream',
  ])('that accepts %s is answered with valid HTTP everywhere', async (accept) => {
    for (const path of PATHS) {
      const headers = { accept, 'content-type': 'application/json', authorization: `Bearer ${gateway.key}` };
      for (const body of [GRAPHQL, '{}', 'nonsense', '{"query":"{"}']) {
        const sent = rawRequest(`POST ${path} HTTP/1.1`, { ...headers, 'content-length': String(body.length) }, body);
        expectValid(await send(sent), sent);
      }
      const sent = rawRequest(`GET ${path}?query=%7B__typename%7D HTTP/1.1`, headers);
      expectValid(await send(sent), sent);
    }
  });

  it('that accepts a result in several parts only is refused', async () => {
    const headers = { accept: 'multipart/mixed', 'content-type': 'application/json', 'content-length': String(GRAPHQL.length) };
    const answer = await send(rawRequest('POST /graphql HTTP/1.1', headers, GRAPHQL));
    expectProblem(answer, 406, 'not_acceptable', 'POST');
  });
});

describe('a method', () => {
  it.each(METHODS.filter((method) => method !== 'CONNECT'))('%s is answered with valid HTTP everywhere', async (method) => {
    for (const path of PATHS) {
      const body = '{}';
      const headers = { 'content-type': 'application/json', 'content-length': String(body.length), authorization: `Bearer ${gateway.key}` };
      const sent = rawRequest(`${method} ${path} HTTP/1.1`, headers, body);
      expectValid(await send(sent), sent);
    }
  });

  it.each(['TRACE', 'PUT', 'DELETE', 'PATCH', 'PROPFIND'])('%s is not allowed at /graphql', async (method) => {
    const answer = await send(rawRequest(`${method} /graphql HTTP/1.1`));
    expectProblem(answer, 405, 'method_not_allowed', method);
    expect(answer.headers.allow).toBe('GET, HEAD, POST, OPTIONS');
  });

  it('HEAD gets no body where the head is too large', async () => {
    const { status, headers, text } = await send(rawRequest(`HEAD /${'a'.repeat(20_000)} HTTP/1.1`));
    expect({ status, text }).toEqual({ status: 431, text: '' });
    expect(Number(headers['content-length'])).toBeGreaterThan(0);
  });

  it('CONNECT is not allowed at all', async () => {
    const answer = await send('CONNECT a:1 HTTP/1.1\r\nhost: a:1\r\n\r\n');
    expectProblem(answer, 405, 'method_not_allowed', 'CONNECT');
  });
});

describe('a target', () => {
  it.each([
    '*',
    '//',
    '//evil.example/graphql',
    'http://a b/',
    'ftp://x/y',
    'http://[::1/graphql',
    'HTTP://x',
    '/%',
    '/%00',
    '/%ff%fe',
    '/..%2f..%2fetc',
    '/\xff',
  ])('%s is answered with valid HTTP for each method', async (target) => {
    for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS', 'DELETE']) {
      const sent = `${method} ${target} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`;
      expectValid(await send(Buffer.from(sent, 'latin1')), sent);
    }
  });

  it.each([
    ['/api/%', 404],
    ['/api/projects/%/product_tours/', 404],
    ['/api/projects/1/product_tours/%ff/', 404],
    ['/api/projects/%00/product_tours/', 404],
    ['/api/', 404],
  ])('%s below /api/ is answered with %i', async (path, expected) => {
    const { status, body } = await send(rawRequest(`GET ${path} HTTP/1.1`, { authorization: `Bearer ${gateway.key}` }));
    expect(status).toBe(expected);
    expect(Object.keys(body)).toEqual(['type', 'code', 'detail', 'attr']);
  });

  it.each([
    'query=%',
    'query=%ff',
    'variables=%7B',
    'variables=[]',
    'extensions=1',
    'query={__typename}&variables=x',
    'query[]=1',
    '&&&=',
    'operationName=x',
  ])('/graphql?%s is answered with valid HTTP', async (query) => {
    for (const accept of ['*/*', 'application/json', 'text/event-stream', 'application/graphql-response+json']) {
      const sent = rawRequest(`GET /graphql?${query} HTTP/1.1`, { accept });
      expectValid(await send(sent), sent);
    }
  });
});

describe('a WebSocket handshake', () => {
  const HANDSHAKE = {
    connection: 'upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };

  it.each([
    ['without a key', { 'sec-websocket-key': '' }],
    ['of another version', { 'sec-websocket-version': '7' }],
    ['with a malformed protocol', { 'sec-websocket-protocol': 'a b,,' }],
    ['with a malformed host', { host: 'a b' }],
  ])('%s is malformed', async (_, headers) => {
    const sent = rawRequest('GET /graphql HTTP/1.1', { ...HANDSHAKE, ...headers });
    expectProblem(await send(sent), 400, 'malformed_request', sent);
  });

  it('with POST is malformed', async () => {
    const sent = rawRequest('POST /graphql HTTP/1.1', HANDSHAKE);
    expectProblem(await send(sent), 400, 'malformed_request', sent);
  });
});

it('lives on', async () => {
  expect(await gateway.graphql('{ viewer { scopes } }')).toEqual({ viewer: { scopes: ['*', 'installation'] } });
});
