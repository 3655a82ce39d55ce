import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { isSelector } from '../../../src/domain/tour/page-safety/css/selector.ts';
import { launchBrowser } from '../../support/browser.ts';

const { accepted, refused } = JSON.parse(readFileSync('test/data/selectors.json', 'utf8')) as Record<'accepted' | 'refused', string[]>;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
});
afterAll(() => browser?.close());

/** Of these selectors, those that the browser takes. */
function takenByBrowser(selectors: readonly string[]): Promise<string[]> {
  return page.evaluate(
    `(${JSON.stringify(selectors)}).filter((selector) => {
      try { document.querySelector(selector); return true; } catch { return false; }
    })`,
  );
}

/** Pieces of selectors, right and wrong ones. */
const PIECES = [
  ...[
    'a',
    '*',
    '|a',
    '*|a',
    'x|a',
    'é',
    '\\31',
    '.a',
    '.md\\:flex',
    '#a',
    '#0',
    '.0',
    '[a]',
    '[ a = b i ]',
    "[a='b",
    '[x|a]',
    '[a=1]',
    '&',
  ],
  ...[
    ':hover',
    ':h\\6fver',
    ':first-child',
    ':unknown',
    ':is(.a, #0)',
    ':where()',
    ':not(.a, b c)',
    ':not(::before)',
    ':not(',
    ':has(> a)',
  ],
  ...[':has(:has(a))', ':nth-child(2n + 1 of .a, .b)', ':nth-child(2 of)', ':nth-of-type(odd)', ':host(.a b)', ':dir(ltr)', ':lang()'],
  ...[
    '::before',
    '::marker',
    '::part(a b)',
    '::slotted(.a)',
    '::slotted(a b)',
    '::-webkit-scrollbar',
    '::-webkit-x',
    '::-moz-x',
    ':first-line',
  ],
  ...[' ', ' > ', '+', '~', ',', ' || ', '/* x */', ')', ']', '"', '\\', '\n', '.', ':', '1', 'i', '=', ' of '],
];

describe('isSelector and `querySelector` of Chromium', () => {
  it('agree on the list of selectors', async () => {
    const taken = new Set(await takenByBrowser([...accepted, ...refused]));
    expect(accepted.filter((selector) => !taken.has(selector))).toEqual([]);
    expect(refused.filter((selector) => taken.has(selector))).toEqual([]);
  });

  it('agree on selectors made of random pieces', async () => {
    const count = inject('isSoak') ? 100_000 : 5000;
    const arbitrary = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));
    const selectors = fc.sample(arbitrary, { numRuns: count, ...(!inject('isSoak') && { seed: 1 }) });
    const taken = new Set(await takenByBrowser(selectors));
    const disagreed = selectors.filter((selector) => isSelector(selector) !== taken.has(selector));
    expect(disagreed).toEqual([]);
    expect(taken.size).toBeGreaterThan(count / 100);
  });
});
