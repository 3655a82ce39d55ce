import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const it = gatewayTest();
let gateway: TestApp;
it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'];
const NOWHERE = '00000000-0000-4000-8000-000000000000';
const PATHS = [
  '/nowhere',
  '/graphql',
  '/graphql/',
  '/graphql/nowhere',
  '/graphiql/',
  '/graphiql/nowhere-0123456789abcdef.js',
  '/docs',
  '/docs/nowhere',
  '/openapi.json',
  '/health/ready',
  '/health/nowhere',
  '/static/nowhere.js',
  '/array/phc_nowhere/config',
  '/array/phc_nowhere/config.js',
  '/flags/',
  '/e/',
  '/api/product_tours/',
  '/api/nowhere',
  '/api/projects/1/product_tours/',
  `/api/projects/1/product_tours/${NOWHERE}/`,
  `/api/projects/1/product_tours/${NOWHERE}/publish_draft/`,
];
const HEADERS: Record<string, string>[] = [
  {},
  { accept: 'image/png' },
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json', 'content-encoding': 'zstd' },
  { 'content-type': 'application/json', 'content-encoding': 'gzip' },
  { 'content-type': 'application/json', 'if-match': '"nowhere"' },
];

describe('a response with an error', () => {
  it.each(PATHS)('has a JSON body with the reason: %s', async (path) => {
    for (const method of METHODS) {
      for (const headers of HEADERS) {
        for (const authorization of [`Bearer ${gateway.key}`, '']) {
          const body = method === 'GET' ? null : '{';
          const response = await fetch(`${gateway.url}${path}`, { method, headers: { authorization, ...headers }, body });
          const text = await response.text();
          if (response.status < 400) continue;
          const about = `${method} ${path} ${JSON.stringify(headers)} ${response.status}`;
          expect(response.headers.get('content-type'), about).toMatch(/^application\/(graphql-response\+)?json/);
          const { detail, errors } = JSON.parse(text);
          expect(detail ?? errors[0].message, about).toMatch(/\w/);
        }
      }
    }
  });
});
