import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const it = gatewayTest();
let gateway: TestApp;
it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  for (const name of ['One', 'Two', 'Three']) await gateway.rest('POST', `${gateway.projectId}/product_tours/`, { name });
});

it.each(['product_tours/', 'activity_log/'])('of %s never hold the key that came in the query', async (path) => {
  const key = encodeURIComponent(gateway.key);
  const query = `personal_api_key=${key}&limit=1&offset=1&extra=kept&personal_api_key=${key}`;
  const response = await fetch(`${gateway.url}/api/projects/${gateway.projectId}/${path}?${query}`);
  expect(response.status).toBe(200);
  const { next, previous } = (await response.json()) as { next: string; previous: string };
  for (const link of [next, previous]) {
    expect(link).toContain('extra=kept');
    expect(link).not.toContain('phx_');
    expect(link).not.toContain('personal_api_key');
  }
});
