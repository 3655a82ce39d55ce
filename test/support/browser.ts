import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @throws with the way to get one, where there is no browser */
export function launchBrowser(): Promise<Browser> {
  const executablePath = CHROMIUM.find((path) => existsSync(path));
  if (!executablePath) throw new Error(`These tests need a browser at ${CHROMIUM[0]}: apt-get install chromium`);
  // Chromium has no sandbox for root, whom containers run as.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
}

export interface Website {
  /** Shows the page to somebody who has never been there. */
  visit(): Promise<Page>;
  close(): Promise<void>;
}

/** A website of somebody's own, on another origin than the gateway, that loads the SDK from the gateway as PostHog's snippet does. */
export async function openWebsite(browser: Browser, gateway: { url: string; token: string }): Promise<Website> {
  const settings = {
    api_host: gateway.url,
    opt_out_useragent_filter: true,
    autocapture: false,
    capture_pageview: false,
    disable_session_recording: true,
  };
  const html = `<!doctype html><title>Shop</title><h1>Shop</h1><button id="buy">Buy</button>
    <script src="${gateway.url}/static/array.full.js"></script>
    <script>posthog.init(${JSON.stringify(gateway.token)}, ${JSON.stringify(settings)})</script>`;
  const server = createServer((_req, res) => res.writeHead(200, { 'content-type': 'text/html' }).end(html));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    async visit() {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`http://127.0.0.1:${port}/`);
      return page;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
