import { expect, onTestFinished, vi } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { restClient } from '../../support/rest.ts';

const it = gatewayTest();
let gateway: TestApp;
let path: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  const { body } = await gateway.rest('POST', `${gateway.projectId}/product_tours/`, { name: 'Polled' });
  path = `${gateway.projectId}/product_tours/${body.id}`;
});

it.each(['/', '/draft_status/'])('tells a client that has the current state of %s so without a look into the database', async (suffix) => {
  // What the gateway remembers for a second does not age.
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  onTestFinished(() => now.mockRestore());
  const { headers } = await gateway.rest('GET', `${path}${suffix}`);
  const etag = headers.get('etag') as string;

  async function askFiveTimes(): Promise<{ statuses: number[]; queries: number }> {
    const before = gateway.app.db.stats().queries;
    const statuses: number[] = [];
    for (let n = 0; n < 5; n++) statuses.push((await gateway.rest('GET', `${path}${suffix}`, undefined, { 'if-none-match': etag })).status);
    return { statuses, queries: gateway.app.db.stats().queries - before };
  }
  // Notifications of what was written before may still be on their way.
  await expect.poll(askFiveTimes, { timeout: 10_000 }).toEqual({ statuses: [304, 304, 304, 304, 304], queries: 0 });
});

it('knows of each write on this node at once, and on another soon after', async () => {
  const node = await gateway.startNode();
  const elsewhere = restClient(node.url, gateway.key);
  for (let n = 0; n < 10; n++) {
    const etag = (await gateway.rest('GET', `${path}/draft_status/`)).headers.get('etag') as string;
    const unchanged = { 'if-none-match': etag };
    expect((await gateway.rest('GET', `${path}/draft_status/`, undefined, unchanged)).status).toBe(304);
    expect((await elsewhere('GET', `${path}/draft_status/`, undefined, unchanged)).status).toBe(304);
    await gateway.rest('PATCH', `${path}/draft/`, { description: `Save ${n}` });
    expect((await gateway.rest('GET', `${path}/draft_status/`, undefined, unchanged)).status).toBe(200);
    await expect
      .poll(async () => (await elsewhere('GET', `${path}/draft_status/`, undefined, unchanged)).status, { timeout: 5000, interval: 5 })
      .toBe(200);
  }
});
