import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const it = gatewayTest();
let gateway: TestApp;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${gateway.url}${path}`, { headers, redirect: 'manual' });

describe('health', () => {
  it('is told to anybody: the process runs, and takes requests', async () => {
    for (const [path, status] of [
      ['/health/live', 'live'],
      ['/health/ready', 'ready'],
    ] as const) {
      const response = await get(path);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({ status });
    }
  });
});

describe('an address where nothing is', () => {
  it('is answered with 404', async () => {
    for (const path of ['/nothing', '/graphql/', '/GRAPHQL', '/..%2fetc/passwd', '/%00', '//', '/static/../package.json']) {
      expect((await get(path)).status, path).toBe(404);
    }
  });
});

describe('the request id', () => {
  it('is the client’s where it is a plain one, else one of ours', async () => {
    expect((await get('/health/live', { 'x-request-id': 'client:1.2_3-4' })).headers.get('x-request-id')).toBe('client:1.2_3-4');
    const made = new Set<string | null>();
    for (const odd of ['', 'with space', 'x'.repeat(129), '<script>', '"']) {
      made.add((await get('/health/live', { 'x-request-id': odd })).headers.get('x-request-id'));
    }
    expect(made.size).toBe(5);
    for (const id of made) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('stands on every answer, whatever its door', async () => {
    for (const path of ['/graphql', '/api/projects/1/product_tours/', '/api/product_tours/?token=x', '/array/x/config', '/nothing']) {
      expect((await get(path, { 'x-request-id': 'mine' })).headers.get('x-request-id'), path).toBe('mine');
    }
  });
});
