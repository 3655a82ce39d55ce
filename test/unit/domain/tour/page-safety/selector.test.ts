import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSelector } from '../../../../../src/domain/tour/page-safety/css/selector.ts';

/** As Chromium answers: test/slow/browser/selectors.test.ts. */
const { accepted, refused } = JSON.parse(readFileSync('test/data/selectors.json', 'utf8')) as Record<'accepted' | 'refused', string[]>;

describe('isSelector', () => {
  it('accepts what Chromium accepts', () => {
    expect(accepted.length).toBeGreaterThan(150);
    expect(accepted.filter((selector) => !isSelector(selector))).toEqual([]);
  });

  it('refuses what Chromium refuses', () => {
    expect(refused.length).toBeGreaterThan(150);
    expect(refused.filter(isSelector)).toEqual([]);
  });

  it('refuses braces in `:is()`, of which Chromium takes some', () => {
    expect(isSelector(':is(.a, {)')).toBe(false);
    expect(isSelector(':is(.a{)')).toBe(false);
  });

  it('refuses brackets that stand too deep inside each other, which crash the page in Chromium', () => {
    expect(isSelector(`${':not('.repeat(400)}a`)).toBe(true);
    expect(isSelector(`${':not('.repeat(20_000)}a`)).toBe(false);
    expect(isSelector('['.repeat(1_000_000))).toBe(false);
  });

  it.each([
    ['classes', '.a'.repeat(50_000), true],
    ['open strings', '"\n'.repeat(50_000), false],
    ['escapes', '\\61 '.repeat(25_000), true],
    ['a list', `${'a,'.repeat(50_000)}a`, true],
    ['comments', `a${'/**/'.repeat(25_000)}`, true],
    ['white space in a formula', `:nth-child(n${' '.repeat(99_000)}x)`, false],
    ['open functions', ':is('.repeat(25_000), false],
  ])('reads %s of 100,000 characters', (_, selector, isValid) => {
    expect(isSelector(selector)).toBe(isValid);
  });
});
