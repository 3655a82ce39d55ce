import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where packages of operating systems put a Chromium; the last is what `npx playwright-core install chromium` has fetched. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  chromium.executablePath(),
];

/** @throws with the ways to get one, where there is no browser */
export function launchBrowser(): Promise<Browser> {
  const executablePath = PLACES.find((path) => path && existsSync(path));
  if (!executablePath)
    throw new Error(
      'These tests need a Chromium and found none. Install one (`apt-get install chromium`, or `npx playwright-core install chromium`), or give the path of one in the environment variable CHROMIUM.',
    );
  // Chromium has no sandbox for root, whom containers run as.
  return chromium.launch({ executablePath, args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])] });
}
