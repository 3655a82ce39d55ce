import { isComparison } from './comparisons.ts';
import { crash, error, type PageContent, type PageProblem, warning } from './page-problem.ts';
import { patternFault } from './pattern-fault.ts';
import { quote } from './text.ts';

const AT = ['conditions', 'url'];
const TYPE_AT = ['conditions', 'urlMatchType'];
const TYPES = 'exact, is_not, icontains, not_icontains, regex or not_regex';

/** The pages on which the tour shows. */
export function* urlCondition({ conditions: { url, urlMatchType } }: PageContent): Iterable<PageProblem> {
  if (!url) return;
  const type = urlMatchType || 'icontains';
  if (!isComparison(type)) yield crash(TYPE_AT, 'invalid_choice', `${quote(type)} is not a match type. Use ${TYPES}.`);
  else if (type === 'gt' || type === 'lt')
    yield error(TYPE_AT, 'invalid_choice', `Addresses cannot be compared by '${type}'. Use ${TYPES}.`);
  else if (typeof url !== 'string') {
    const isThrowing = type === 'exact' || type === 'icontains' || type === 'not_icontains';
    yield (isThrowing ? crash : error)(AT, 'invalid_url', 'The address of the pages must be text.');
  } else yield* patternProblems(url, String(type));
}

/** Browsers encode white space and letters beyond ASCII in an address. */
function* patternProblems(url: string, type: string): Iterable<PageProblem> {
  const isRegex = type === 'regex' || type === 'not_regex';
  const isNegative = type.startsWith('not_') || type === 'is_not';
  const effect = isNegative ? 'so the condition holds on every page' : 'so the tour shows on no page';
  const fault = isRegex ? patternFault(url) : null;
  if (fault) yield error(AT, 'invalid_pattern', `Address of the pages: ${fault}`);
  else if (url.trim() !== url) {
    const message = `The address of the pages begins or ends with white space, which no address of a page holds, ${effect}. Remove it.`;
    yield error(AT, 'invalid_url', message);
  } else if (!isRegex && isEncoded(url)) {
    const message = `Browsers encode some characters of ${quote(url)} in the address of a page, ${effect}. Write it as browsers show it when it is copied.`;
    yield warning(AT, 'invalid_url', message);
  } else if (type === 'exact' || type === 'is_not') yield* wholeAddress(url, effect);
}

/** White space, and all beyond ASCII. */
function isEncoded(url: string): boolean {
  return /[^\x21-\x7e]/.test(url);
}

function* wholeAddress(url: string, effect: string): Iterable<PageProblem> {
  const href = URL.canParse(url) ? new URL(url).href : null;
  if (href !== null && withoutSlash(href) === withoutSlash(url)) return;
  const advice = href === null ? 'Write the whole address, such as https://shop.example/cart, or use icontains.' : `Write ${quote(href)}.`;
  yield warning(AT, 'invalid_url', `No page has exactly the address ${quote(url)}, ${effect}. ${advice}`);
}

function withoutSlash(url: string): string {
  return url.endsWith('/') ? url.slice(0, -1) : url;
}
