import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { launchBrowser } from '../../support/browser.ts';
import { SAVE_DRAFT } from '../../support/documents.ts';
import { mutate } from '../../support/mutate.ts';
import { startPrefixProxy } from '../../support/prefix-proxy.ts';

const VIEWER = '{ viewer { user { email } } }';

let gateway: TestApp;
let browser: Browser;
let tourId: string;
let count = 0;

beforeAll(async () => {
  [gateway, browser] = await Promise.all([startTestApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await gateway?.stop();
});
beforeEach(async () => {
  tourId = (await mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: `Tour ${++count}` })).tour.uuid;
});

interface Visit {
  page: Page;
  /** What the Content-Security-Policy refused. */
  refused: string[];
}

async function visit(url: string, query: string): Promise<Visit> {
  const page = await (await browser.newContext()).newPage();
  onTestFinished(() => page.context().close());
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
  });
  await page.goto(`${url}/graphql?query=${encodeURIComponent(query)}`);
  return { page, refused };
}

async function enterKey(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Headers' }).click();
  await page.locator('.graphiql-editor-tool .graphiql-editor:visible').click();
  await page.keyboard.insertText(JSON.stringify({ authorization: `Bearer ${gateway.key}` }));
}

const run = (page: Page) => page.locator('.graphiql-execute-button').click();
/** The editor shows spaces as no-break spaces. */
const textOf = async (page: Page, selector: string) => (await page.locator(selector).textContent())?.replaceAll('\u00a0', ' ');
const expectResult = (page: Page, text: string) => expect.poll(() => textOf(page, '.result-window'), { timeout: 60_000 }).toContain(text);
const follow = () => `subscription { tourDraftChanged(tourId: "${tourId}") { kind tour { draft { description } } } }`;

describe('GraphiQL', () => {
  it('runs queries with a key that the browser does not keep', async () => {
    const { page, refused } = await visit(gateway.url, VIEWER);
    await enterKey(page);
    await run(page);
    await expectResult(page, '@');
    // What is kept is written a moment after the last change.
    await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage)), { timeout: 20_000 }).toContain('viewer');
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.cookie]));
    expect(kept).not.toContain(gateway.key);
    expect(refused).toEqual([]);
  });

  it('runs subscriptions with the key, and shows itself again after a reload', async () => {
    const { page, refused } = await visit(gateway.url, follow());
    await enterKey(page);
    await run(page);
    await expectResult(page, 'SNAPSHOT');
    await gateway.graphql(SAVE_DRAFT, { input: { tourId, description: 'Saved while GraphiQL looks on' } });
    await expectResult(page, 'Saved while GraphiQL looks on');
    const answer = await page.reload();
    expect(answer?.headers()['content-type']).toContain('text/html');
    await expect.poll(() => textOf(page, '.graphiql-query-editor'), { timeout: 60_000 }).toContain('subscription');
    expect(refused).toEqual([]);
  });

  it('loads files that browsers keep for ever, compressed', async () => {
    const { page } = await visit(gateway.url, VIEWER);
    const urls = await page
      .locator('script[src], link[rel=stylesheet]')
      .evaluateAll((elements) => elements.map((element) => (element as HTMLScriptElement).src || (element as HTMLLinkElement).href));
    expect(urls).toHaveLength(2);
    for (const url of urls) {
      expect(url).toMatch(/-[\da-f]{16}\.(js|css)$/);
      const { headers } = await fetch(url, { headers: { 'accept-encoding': 'gzip, br' } });
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('content-encoding')).toBe('br');
      expect(headers.get('vary')).toContain('accept-encoding');
    }
  });

  it('works behind a path prefix', async () => {
    let target = '';
    const proxy = await startPrefixProxy('/gw', () => target);
    const behind = await startTestApp({ PUBLIC_URL: proxy.url });
    target = behind.url;
    onTestFinished(async () => {
      await behind.stop();
      await proxy.close();
    });
    for (const path of ['/graphql', '/graphql/']) {
      const page = await (await browser.newContext()).newPage();
      const failed: string[] = [];
      page.on('response', (response) => response.status() >= 400 && failed.push(response.url()));
      await page.goto(`${proxy.url}${path}?query=${encodeURIComponent('{ __typename }')}`);
      await run(page);
      await expectResult(page, '"__typename": "Query"');
      expect(failed).toEqual([]);
      await page.context().close();
    }
  });
});
