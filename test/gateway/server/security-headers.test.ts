import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterAll, describe, expect } from 'vitest';
import WebSocket from 'ws';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { rawRequest, sendRaw } from '../../support/raw-http.ts';

const EDITOR = 'https://editor.example.com';

const it = gatewayTest({ CORS_ORIGINS: EDITOR, PUBLIC_URL: 'https://tours.example.com/base' });
let gateway: TestApp;
let proxied: TestApp;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  proxied = await startTestApp({ CORS_ORIGINS: EDITOR, TRUST_PROXY: '1', HSTS_MAX_AGE_SECONDS: '31536000' });
  tourId = (await gateway.rest('POST', '1/product_tours/', { name: 'Headers' })).body.id;
});
afterAll(async () => {
  await proxied?.stop();
});

const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(`${gateway.url}${path}`, { method, headers, redirect: 'manual' });
const withKey = () => ({ authorization: `Bearer ${gateway.key}` });

describe('a response', () => {
  it.each([
    '/',
    '/nope',
    '/docs',
    '/docs/style.css',
    '/openapi.json',
    '/schema.graphql',
    '/health/live',
    '/health/ready',
    '/health/nope',
    '/graphql',
    '/static/array.js',
    '/array/x/config',
    '/api/product_tours/',
    '/flags/',
    '/e/',
    '/api/projects/1/product_tours/',
    '/api/nope',
  ])('to %s is never sniffed', async (path) => {
    for (const method of ['GET', 'POST', 'HEAD', 'OPTIONS', 'DELETE']) {
      const { status, headers } = await get(path, withKey(), method);
      expect(headers.get('x-content-type-options'), `${method} ${path} ${status}`).toBe('nosniff');
      expect(headers.get('cache-control'), `${method} ${path} ${status}`).not.toBeNull();
    }
  });

  it('with a tag is kept by its client alone, and asked for again', async () => {
    const list = await get('/api/projects/1/product_tours/', withKey());
    expect([list.headers.get('cache-control'), list.headers.get('vary')]).toEqual(['private, no-cache', 'origin, authorization']);
    const path = `/api/projects/1/product_tours/${tourId}/draft_status/`;
    const first = await get(path, withKey());
    for (let n = 0; n < 2; n++) {
      const again = await get(path, { ...withKey(), 'if-none-match': String(first.headers.get('etag')) });
      expect([again.status, again.headers.get('cache-control'), again.headers.get('vary')]).toEqual([
        304,
        'private, no-cache',
        'origin, authorization',
      ]);
    }
  });

  it('without a tag is not kept', async () => {
    for (const response of [
      await get('/api/projects/1/product_tours/'),
      await get('/api/projects/1/activity_log/', withKey()),
      await get('/api/projects/2/product_tours/', withKey()),
      await get('/graphql?query=%7B__typename%7D', withKey()),
      await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { ...withKey(), 'content-type': 'application/json' },
        body: '{"query":"{ viewer { scopes } }"}',
      }),
    ]) {
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('vary')).toContain('authorization');
    }
  });

  it('asks for HTTPS from then on where the operator wants that, errors included', async () => {
    for (const path of ['/', '/nope', '/docs', '/graphql', '/api/projects/1/product_tours/', '/static/array.js'])
      expect((await fetch(`${proxied.url}${path}`, { redirect: 'manual' })).headers.get('strict-transport-security')).toBe(
        'max-age=31536000',
      );
    expect((await get('/docs')).headers.has('strict-transport-security')).toBe(false);
  });
});

describe('a page', () => {
  it.each(['/docs', '/graphql'])('at %s runs nothing foreign, is shown in no frame, and tells nobody where it is', async (path) => {
    const { status, headers } = await get(path, { accept: 'text/html' });
    expect(status).toBe(200);
    const policy = String(headers.get('content-security-policy'));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });
});

describe('a page of another origin', () => {
  const asks = { origin: EDITOR, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };

  it.each(['/graphql', '/api/projects/1/product_tours/'])('sends no cookies to %s, and reads how long to wait', async (path) => {
    for (const [method, headers] of [
      ['OPTIONS', asks],
      ['GET', { origin: EDITOR, ...withKey() }],
    ] as const) {
      const response = await get(path, headers, method);
      expect(response.headers.get('access-control-allow-origin')).toBe(EDITOR);
      expect(response.headers.has('access-control-allow-credentials')).toBe(false);
      if (method === 'GET')
        expect(response.headers.get('access-control-expose-headers')).toMatch(
          /retry-after.*ratelimit-limit.*ratelimit-remaining.*ratelimit-reset/,
        );
    }
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=b',
    'application/graphql',
    'application/jsonx',
    '',
  ])('sends nothing without asking: %j is refused at /graphql', async (type) => {
    const body = '{"query":"{ __typename }"}';
    const { status, body: answer } = await sendRaw(
      gateway.url,
      rawRequest('POST /graphql HTTP/1.1', { ...(type && { 'content-type': type }), 'content-length': String(body.length) }, body),
    );
    expect([status, answer.errors[0].extensions.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE']);
  });
});

/** The status of an upgrade from a page of this origin; 101: the socket was opened. */
async function upgradeFrom(
  { url }: TestApp,
  origin: string | undefined,
  headers: Record<string, string> = {},
): Promise<number | undefined> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers,
    ...(origin !== undefined && { origin }),
  });
  socket.on('error', () => {});
  const status = await Promise.race([
    once(socket, 'open').then(() => 101),
    once(socket, 'unexpected-response').then(([, response]) => (response as IncomingMessage).statusCode),
  ]);
  socket.terminate();
  return status;
}

/** A page's `fetch` accepts anything unless it is told otherwise, and a subscription is answered with a stream then. */
async function subscribeFrom({ url, key }: TestApp, origin: string, accept: string): Promise<number> {
  const stop = new AbortController();
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { accept, origin, authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: 'subscription { projectDraftsChanged(projectId: 1) { kind } }' }),
    signal: stop.signal,
  });
  stop.abort();
  return response.status;
}

async function streamFrom({ url, key }: TestApp, origin: string | undefined, headers: Record<string, string> = {}): Promise<number> {
  const response = await fetch(`${url}/graphql?query=%7B__typename%7D`, {
    headers: { accept: 'text/event-stream', authorization: `Bearer ${key}`, ...headers, ...(origin !== undefined && { origin }) },
  });
  await response.body?.cancel();
  return response.status;
}

describe('a stream', () => {
  it('is open to no page, the own origin, and those that are listed', async () => {
    for (const origin of [undefined, EDITOR, gateway.url, 'https://tours.example.com']) {
      expect(await upgradeFrom(gateway, origin), origin).toBe(101);
      expect(await streamFrom(gateway, origin), origin).toBe(200);
    }
  });

  it.each([
    'https://evil.example',
    'null',
    'http://editor.example.com',
    'https://editor.example.com.evil.example',
    'http://127.0.0.1:1',
    'file://',
    'x',
    'https://tours.example.com:8443',
  ])('is closed to %s', async (origin) => {
    expect(await upgradeFrom(gateway, origin)).toBe(403);
    expect(await streamFrom(gateway, origin)).toBe(403);
  });

  it.each(['*/*', 'text/*', 'text/event-stream', 'application/json, text/event-stream'])(
    'is closed when %s is accepted',
    async (accept) => {
      expect(await subscribeFrom(gateway, EDITOR, accept)).toBe(200);
      expect(await subscribeFrom(gateway, 'https://evil.example', accept)).toBe(403);
    },
  );

  it('knows the own origin behind a trusted proxy', async () => {
    const headers = { 'x-forwarded-host': 'front.example', 'x-forwarded-proto': 'https', 'x-forwarded-for': '192.0.2.1' };
    expect(await upgradeFrom(proxied, 'https://front.example', headers)).toBe(101);
    expect(await streamFrom(proxied, 'https://front.example', headers)).toBe(200);
    expect(await upgradeFrom(gateway, 'https://front.example', headers)).toBe(403);
  });
});

describe('links', () => {
  it('go by what trusted proxies say, and by the request where there are none', async () => {
    for (let n = 0; n < 2; n++) await proxied.rest('POST', '1/product_tours/', { name: `Linked ${n}` });
    const headers = { 'x-forwarded-host': 'front.example', 'x-forwarded-proto': 'https' };
    const { body } = await proxied.rest('GET', '1/product_tours/?limit=1', undefined, headers);
    expect(body.next).toBe('https://front.example/api/projects/1/product_tours/?limit=1&offset=1');
    const direct = await proxied.rest('GET', '1/product_tours/?limit=1');
    expect(direct.body.next).toBe(`${proxied.url}/api/projects/1/product_tours/?limit=1&offset=1`);
  });
});
