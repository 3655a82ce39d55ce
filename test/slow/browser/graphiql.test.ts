import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { launchBrowser } from '../../support/browser.ts';

let gateway: TestApp;
let browser: Browser;

beforeAll(async () => {
  [gateway, browser] = await Promise.all([startTestApp(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await gateway?.stop();
});

it('GraphiQL runs queries with a key that the browser does not keep', async () => {
  const page = await browser.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) refused.push(message.text());
  });
  await page.goto(`${gateway.url}/graphql?query=${encodeURIComponent('{ viewer { user { email } } }')}`);
  await page.getByRole('button', { name: 'Headers' }).click();
  await page.locator('.graphiql-editor-tool .graphiql-editor:visible').click();
  await page.keyboard.insertText(JSON.stringify({ authorization: `Bearer ${gateway.key}` }));
  await page.locator('.graphiql-execute-button').click();
  await expect.poll(() => page.locator('.result-window').textContent(), { timeout: 20_000 }).toContain('@');
  // What is kept is written a moment after the last change.
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage)), { timeout: 5000 }).toContain('viewer');
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.cookie]));
  expect(kept).not.toContain(gateway.key);
  expect(refused).toEqual([]);
}, 60_000);
