import { describe, expect, it } from 'vitest';
import { matchesUrl, URL_MATCH_TYPES } from '../../../../../src/domain/tour/explain/url-match.ts';

const HREF = 'https://shop.example/Cart/?step=1';

/** Match type, condition, address, answer; null: only a browser can tell. */
const CASES: [string, string, string, boolean | null][] = [
  ['exact', 'https://shop.example', 'https://shop.example/', true],
  ['exact', 'https://shop.example/Cart/?step=1', HREF, true],
  ['exact', 'https://shop.example/cart/?step=1', HREF, false],
  ['is_not', 'https://shop.example', 'https://shop.example/', true],
  ['is_not', HREF, HREF, false],
  ['icontains', '/CART', HREF, true],
  ['icontains', '/checkout', HREF, false],
  ['not_icontains', '/CART', HREF, false],
  ['not_icontains', '/checkout', HREF, true],
  ['regex', '^https://[a-z.]+/C', HREF, true],
  ['regex', '/cart', HREF, false],
  ['regex', 'step=\\d$', HREF, true],
  ['regex', '(?<page>Cart|Shop)', HREF, true],
  ['not_regex', 'step=\\d$', HREF, false],
  ['not_regex', '/cart', HREF, true],
  // No browser reads this: it is found nowhere.
  ['regex', '(', HREF, false],
  ['not_regex', '(', HREF, true],
  // Look-around takes more than linear time.
  ['regex', '^(?!.*admin)', HREF, null],
  ['not_regex', '^(?!.*admin)', HREF, null],
  // Read by one as the start of the text, by the other as a letter.
  ['regex', '\\Ahttps', HREF, null],
  ['regex', '(?i)cart', HREF, null],
];

describe('a condition on the address of a page', () => {
  it.each(CASES)('%s %s of %s: %j', (matchType, condition, href, expected) => {
    expect(matchesUrl(matchType, condition, href)).toBe(expected);
  });

  it('has a case above for each match type', () => {
    expect([...new Set(CASES.map(([matchType]) => matchType))].sort()).toEqual(URL_MATCH_TYPES.toSorted());
  });

  it('is tried in time linear to the address', () => {
    expect(matchesUrl('regex', '(a+)+$', `https://shop.example/${'a'.repeat(50_000)}!`)).toBe(false);
  });
});
