import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';

const EDITOR = 'https://editor.example.com';

let open: TestApp;
let closed: TestApp;

beforeAll(async () => {
  open = await startTestApp();
  closed = await startTestApp({ CORS_ORIGINS: `${EDITOR}, http://localhost:3000` });
});
afterAll(async () => {
  await open?.stop();
  await closed?.stop();
});

function preflight({ url }: TestApp, path: string, origin: string): Promise<Response> {
  const headers = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization, last-event-id' };
  return fetch(`${url}${path}`, { method: 'OPTIONS', headers });
}

function call({ url, key }: TestApp, origin: string): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: '{"query":"{ __typename }"}',
  });
}

describe('a page of another origin', () => {
  it('may call from anywhere, unless origins are named', async () => {
    const asked = await preflight(open, '/graphql', 'https://anywhere.example.com');
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe('https://anywhere.example.com');
    expect(asked.headers.get('access-control-allow-headers')).toBe('authorization, last-event-id');
    expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
    expect(asked.headers.get('vary')).toContain('origin');
    const called = await call(open, 'https://anywhere.example.com');
    expect(called.headers.get('access-control-allow-origin')).toBe('https://anywhere.example.com');
    expect(called.headers.get('access-control-expose-headers')).toContain('x-request-id');
  });

  it('may call from the origins that are named alone', async () => {
    for (const origin of [EDITOR, 'http://localhost:3000']) {
      expect((await preflight(closed, '/graphql', origin)).headers.get('access-control-allow-origin')).toBe(origin);
      expect((await call(closed, origin)).headers.get('access-control-allow-origin')).toBe(origin);
    }
    for (const origin of ['https://evil.example.com', `${EDITOR}.evil.com`, 'http://editor.example.com', 'null']) {
      expect((await preflight(closed, '/graphql', origin)).headers.has('access-control-allow-origin'), origin).toBe(false);
      expect((await call(closed, origin)).headers.has('access-control-allow-origin'), origin).toBe(false);
    }
  });

  it('is told to keep answers apart by origin, also those of an origin that may not', async () => {
    expect((await call(closed, 'https://evil.example.com')).headers.get('vary') ?? '').toContain('origin');
  });
});

describe('a request of no page', () => {
  it('gets no headers for browsers', async () => {
    const response = await fetch(`${open.url}/health/live`);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
