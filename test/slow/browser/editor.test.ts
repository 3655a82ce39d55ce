import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTour, readDraft, saveElsewhere } from '../../gateway/client/editor.ts';
import { addToken } from '../../support/access-token.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { launchBrowser } from '../../support/browser.ts';
import { addPerson } from '../../support/people.ts';
import { type Line, startProxy } from '../../support/proxy.ts';
import { LOOKS } from '../../support/shop.ts';

/** What the page keeps of its watch. */
const PAGE = `<!doctype html><title>Editor</title><link rel="icon" href="data:,"><h1></h1>
  <script type="module">
    import { watchDraft } from './client.js';
    window.watch_ = (options) => {
      window.events = [];
      window.statuses = [];
      window.watch = watchDraft({
        ...options,
        timing: { retryMin: 20, retryMax: 200, pollInterval: 100, ...options.timing },
        onDraft: ({ working }) => { document.querySelector('h1').textContent = working.name; },
        onEvent: ({ kind, revision, isEcho }) => events.push({ kind, revision, isEcho }),
        onStatus: (status) => statuses.push(status),
      });
    };
  </script>`;

let gateway: TestApp;
let browser: Browser;
let line: Line;
let origin: string;
let context: BrowserContext;
const website = createServer();

beforeAll(async () => {
  const entry = path.join(import.meta.dirname, '../../../src/client/client.ts');
  const [bundle] = (await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'browser', write: false })).outputFiles;
  website.on('request', ({ url }, res) => {
    if (url === '/client.js') res.writeHead(200, { 'content-type': 'text/javascript' }).end(bundle?.text);
    else res.writeHead(200, { 'content-type': 'text/html' }).end(PAGE);
  });
  await new Promise<void>((resolve) => website.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(website.address() as AddressInfo).port}`;
  gateway = await startTestApp({ CORS_ORIGINS: origin });
  line = await startProxy(gateway.url);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  website.closeAllConnections();
  website.close();
  await line?.close();
  await gateway?.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());

/** A page of another origin on which somebody edits, with an access token of their own. */
async function openEditor(tourId: string, timing: object = {}): Promise<Page> {
  const { secret } = await addToken(gateway, await addPerson(gateway), { scopes: ['product_tour:write'] });
  const page = await context.newPage();
  await page.goto(origin);
  await page.evaluate(`watch_(${JSON.stringify({ url: line.url, key: secret, tourId, timing })})`);
  return page;
}

async function openLiveEditor(tourId: string, timing: object = {}): Promise<Page> {
  const page = await openEditor(tourId, timing);
  await reads(page, 'watch.status', 'live');
  return page;
}

function reads(page: Page, expression: string, value: unknown): Promise<void> {
  return expect.poll(() => page.evaluate(expression), LOOKS).toEqual(value);
}

const save = (page: Page, patch: object) => page.evaluate(`watch.save(${JSON.stringify(patch)}).then(({ type }) => type)`);

describe('the client in a browser', () => {
  it('shows two editors on another origin what each of them does, and whose it is', async () => {
    const tourId = await createTour(gateway);
    const [ada, grace] = [await openLiveEditor(tourId), await openLiveEditor(tourId)];
    expect(await save(ada, { name: 'From Ada' })).toBe('saved');
    await grace.getByRole('heading', { name: 'From Ada' }).waitFor();
    expect(await save(grace, { description: 'From Grace' })).toBe('saved');
    await reads(ada, 'events.at(-1)', { kind: 'SAVED', revision: 3, isEcho: false });
    await reads(ada, 'events.map(({ isEcho }) => isEcho)', [false, true, false]);
    await reads(grace, 'events.map(({ isEcho }) => isEcho)', [false, false, true]);
    expect((await readDraft(gateway, tourId)).draft).toMatchObject({ name: 'From Ada', description: 'From Grace' });
  });

  it('goes on where it was when the line comes back', async () => {
    const tourId = await createTour(gateway);
    const ada = await openLiveEditor(tourId, { streamAttempts: 1000 });
    line.refuse();
    await reads(ada, "watch.status === 'live'", false);
    await saveElsewhere(gateway, tourId, { description: 'First' });
    await saveElsewhere(gateway, tourId, { description: 'Second' });
    line.recover();
    await reads(ada, 'watch.status', 'live');
    expect(await save(ada, { name: 'From Ada' })).toBe('saved');
    await ada.getByRole('heading', { name: 'From Ada' }).waitFor();
    await reads(ada, "events.map(({ kind, revision }) => kind + ' ' + revision)", ['SNAPSHOT 1', 'SAVED 2', 'SAVED 3', 'SAVED 4']);
    await reads(ada, 'watch.draft.working.description', 'Second');
  });

  it('falls back to polling where no stream gets through, and returns to it', async () => {
    const tourId = await createTour(gateway);
    const isStream = (headers: Record<string, string>) => headers.accept?.includes('text/event-stream');
    await context.route('**/graphql', (route) => (isStream(route.request().headers()) ? route.abort() : route.fallback()));
    const ada = await openEditor(tourId);
    await reads(ada, 'watch.status', 'polling');
    await saveElsewhere(gateway, tourId, { name: 'Seen by polling' });
    await ada.getByRole('heading', { name: 'Seen by polling' }).waitFor();
    await context.unroute('**/graphql');
    await reads(ada, 'watch.status', 'live');
    expect(await save(ada, { name: 'Live again' })).toBe('saved');
  });

  it('ends with the reason when its token is revoked', async () => {
    const tourId = await createTour(gateway);
    const ada = await openLiveEditor(tourId);
    await gateway.app.db.sql.query('UPDATE personal_api_keys SET revoked_at = now() WHERE is_access_token');
    await reads(ada, '[watch.status, watch.error?.code]', ['closed', 'UNAUTHENTICATED']);
  });
});
