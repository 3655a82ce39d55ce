import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { launchBrowser } from '../../support/browser.ts';
import { type PrefixProxy, startPrefixProxy } from '../../support/prefix-proxy.ts';
import { restTours } from '../../support/rest-tours.ts';
import { LAUNCHED } from '../../support/sdk.ts';
import { openWebsite, type Website } from '../../support/website.ts';

let browser: Browser;
let proxy: PrefixProxy;
let gateway: TestApp;
let website: Website;
let target = '';

beforeAll(async () => {
  [browser, proxy] = await Promise.all([launchBrowser(), startPrefixProxy('/gw', () => target)]);
  gateway = await startTestApp({ PUBLIC_URL: proxy.url });
  target = gateway.url;
  website = await openWebsite(proxy.url);
});
afterAll(async () => {
  await browser?.close();
  await website?.close();
  await gateway?.stop();
  await proxy?.close();
});

it('the unmodified SDK shows tours and reports events behind a path prefix', async () => {
  const { id } = await restTours(gateway, gateway.projectId).create({ name: 'Behind a prefix', ...LAUNCHED });
  const page = await browser.newPage();
  const requests: { url: string; status: number }[] = [];
  page.on('response', (response) => requests.push({ url: response.url(), status: response.status() }));
  await page.goto(website.address(gateway.token));
  await page.locator(`.ph-product-tour-container-${id}`).getByText('Hello from the server').waitFor({ timeout: 60_000 });
  const shown = () => gateway.graphql('query ($id: UUID!) { tour(id: $id) { stats { shown { total } } } }', { id });
  await expect.poll(async () => (await shown()).tour.stats.shown.total, { timeout: 60_000 }).toBeGreaterThan(0);
  const toGateway = requests.filter(({ url }) => !url.startsWith(new URL(website.address('')).origin) && !url.startsWith('data:'));
  expect(toGateway.length).toBeGreaterThan(3);
  for (const { url } of toGateway) expect(url.startsWith(`${proxy.url}/`), url).toBe(true);
});
