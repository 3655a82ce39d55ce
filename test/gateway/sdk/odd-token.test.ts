import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { sdkRequest } from '../../support/sdk.ts';

const it = gatewayTest();
let app: TestApp;
it.beforeAll(({ gateway: started }) => {
  app = started;
});

/** Every place where a token may stand; with what is answered to a wrong one. */
const DOORS: Record<string, { send: (token: string) => Promise<{ status: number }>; wrong: number }> = {
  'a query': { send: (token) => sdkRequest(app.url, `/api/product_tours/?token=${encodeURIComponent(token.toWellFormed())}`), wrong: 401 },
  'a form': {
    send: (token) => sdkRequest(app.url, '/api/product_tours/', { method: 'POST', body: new URLSearchParams({ token }) }),
    wrong: 401,
  },
  'a path': { send: (token) => sdkRequest(app.url, `/array/${encodeURIComponent(token.toWellFormed())}/config`), wrong: 404 },
  'a question about flags': { send: (token) => post('/flags/?v=2', { token, distinct_id: 'ada' }), wrong: 401 },
  events: {
    send: (token) => post('/i/v0/e/', { api_key: token, batch: [{ event: '$set', properties: { distinct_id: 'ada', $set: { a: 1 } } }] }),
    wrong: 401,
  },
};

const post = (path: string, body: object) => sdkRequest(app.url, path, { method: 'POST', body: JSON.stringify(body) });

it.each(Object.entries(DOORS))('%s may hold any token: a wrong one is refused, never a fault', async (_, { send, wrong }) => {
  const odd = ['phc_\0', 'phc_\ud800', 'phc_ü', 'phc_ x', 'phc_', `phc_${'x'.repeat(197)}`, 'phc_%00', "phc_';--"];
  for (const token of odd) expect((await send(token)).status, JSON.stringify(token)).toBe(wrong);
  expect((await send(app.token)).status).toBe(200);
});

it('is not even looked for when no project can have it', async () => {
  const before = app.app.db.stats().queries;
  for (let n = 0; n < 20; n++) await post('/flags/?v=2', { token: `phc_${n}${'x'.repeat(500_000)}`, distinct_id: 'ada' });
  expect(app.app.db.stats().queries - before).toBeLessThan(5);
});
