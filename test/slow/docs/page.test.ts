import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { launchBrowser } from '../../support/browser.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { operationsOf, readDocument, type ServedOperation } from '../../support/openapi.ts';
import { LAUNCHED } from '../../support/sdk.ts';

const run = promisify(execFile);

const it = gatewayTest({ CONTENT_PROVIDER: 'template' });
let gateway: TestApp;
let browser: Browser;
let operations: ServedOperation[];

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  browser = await launchBrowser();
  operations = operationsOf(await readDocument(gateway.url));
});
afterAll(async () => {
  await browser?.close();
});

interface Visit {
  page: Page;
  /** The addresses of everything that was loaded. */
  requests: string[];
  complaints: string[];
}

async function visit(viewport: { width: number; height: number }, colorScheme: 'light' | 'dark' = 'light'): Promise<Visit> {
  const page = await (await browser.newContext({ viewport, colorScheme })).newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${gateway.url}/docs`);
  return { page, requests, complaints };
}

describe('the documentation page', () => {
  it('shows every operation, with nothing from elsewhere and no complaint', async () => {
    const { page, requests, complaints } = await visit({ width: 1440, height: 1000 });
    expect(operations.length).toBeGreaterThanOrEqual(19);
    for (const { operationId, summary, method, path } of operations) {
      const article = page.locator(`article#${operationId}`);
      expect(await article.locator('h3').innerText()).toBe(summary);
      expect(await article.locator('.address').innerText()).toBe(`${method} ${path}`);
    }
    expect(await page.locator('article').count()).toBe(operations.length);
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([`${gateway.url}/docs`, `${gateway.url}/docs/style.css`]);
    expect(complaints).toEqual([]);
    expect(await page.locator('script').count()).toBe(0);
    // The looks have arrived: the contents stand beside the text.
    expect((await page.locator('main').boundingBox())?.x).toBeGreaterThan(200);
  });

  it('leads only to what is there', async () => {
    const { page } = await visit({ width: 1440, height: 1000 });
    const links = await page.locator('a').evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
    expect(links.length).toBeGreaterThan(40);
    for (const link of new Set(links)) {
      if (link.startsWith('#')) expect(await page.locator(link).count(), link).toBe(1);
      else expect((await fetch(new URL(link, page.url()), { headers: { accept: 'text/html' } })).status, link).toBe(200);
    }
    for (const door of ['graphql', 'schema.graphql', 'openapi.json']) expect(links).toContain(door);
    expect(await (await fetch(`${gateway.url}/schema.graphql`)).text()).toContain('type Tour implements Node');
  });

  it('fits a phone, with the contents folded away', async () => {
    const { page, complaints } = await visit({ width: 390, height: 844 }, 'dark');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const entry = page.locator('nav .contents a', { hasText: 'Publish the draft' });
    expect(await entry.isVisible()).toBe(false);
    await page.getByLabel('Contents').last().check();
    await entry.click();
    expect(new URL(page.url()).hash).toBe('#product_tours_publish_draft_create');
    expect(complaints).toEqual([]);
  });

  it('has samples that work as they stand', async () => {
    const { page } = await visit({ width: 1440, height: 1000 });
    const { body } = await gateway.rest('POST', `${gateway.projectId}/product_tours/`, { name: 'Sample', ...LAUNCHED });
    await gateway.graphql(
      'mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { __typename ... on Error { message } } }',
      {
        input: { id: gateway.projectId, aiDataProcessingApproved: true },
      },
    );
    const env = { ...process.env, URL: gateway.url, KEY: gateway.key, TOKEN: gateway.token, ID: body.id };
    // What ends the tour comes last.
    const ordered = [...operations].sort((one, other) => Number(one.method === 'DELETE') - Number(other.method === 'DELETE'));
    const last = ordered.sort(
      (one, other) => Number(one.operationId.endsWith('tours_destroy')) - Number(other.operationId.endsWith('tours_destroy')),
    );
    for (const { operationId, responses } of last) {
      const sample = await page.locator(`article#${operationId} .samples pre`).first().innerText();
      expect(sample).toMatch(/^curl /);
      const { stdout } = await run('sh', ['-c', `${sample} -s -o /dev/null -w '%{http_code}'`], { env });
      expect([operationId, stdout]).toEqual([operationId, Object.keys(responses).find((status) => status.startsWith('2'))]);
    }
  });

  it('says nothing of what is switched off', async () => {
    const closed = await startTestApp({ INTROSPECTION: 'off', GRAPHIQL: 'off' });
    const text = await (await fetch(`${closed.url}/docs/`)).text();
    expect(text).toContain('../openapi.json');
    expect(text).not.toMatch(/>GraphiQL|schema\.graphql/);
    expect((await fetch(`${closed.url}/schema.graphql`)).status).toBe(404);
    await closed.stop();
  });
});
