import { RE2JS } from 're2js';

/** What the SDK makes of a URL condition: null where only a browser can tell. */
type UrlTest = (condition: string, href: string) => boolean | null;

const not = (value: boolean | null) => (value === null ? null : !value);

/** The SDK's match types. Unlike a flag's, they mind the case of `exact`, `is_not` and patterns. */
const URL_TESTS = new Map<string, UrlTest>([
  ['exact', (condition, href) => withoutSlash(href) === withoutSlash(condition)],
  ['is_not', (condition, href) => href !== condition],
  ['icontains', contains],
  ['not_icontains', (condition, href) => !contains(condition, href)],
  ['regex', matches],
  ['not_regex', (condition, href) => not(matches(condition, href))],
]);

export const URL_MATCH_TYPES: readonly string[] = [...URL_TESTS.keys()];

/** @param matchType one of URL_MATCH_TYPES */
export function matchesUrl(matchType: string, condition: string, href: string): boolean | null {
  return URL_TESTS.get(matchType)?.(condition, href) ?? null;
}

function withoutSlash(url: string): string {
  return url.endsWith('/') ? url.slice(0, -1) : url;
}

function contains(condition: string, href: string): boolean {
  return href.toLowerCase().includes(condition.toLowerCase());
}

/** Escapes and classes that RE2 reads and JavaScript takes for plain letters. */
const READ_DIFFERENTLY = /\\[ACEQXZazpP]|\[:/;

/**
 * Whether a pattern is found, as browsers see it. Patterns run in time linear to the text, which leaves some of JavaScript's out (look-around): of those nothing
 * is known here. One that no browser can read matches nothing.
 */
function matches(condition: string, href: string): boolean | null {
  const isPattern = compiles(() => new RegExp(condition));
  const pattern = compiles(() => RE2JS.compile(RE2JS.translateRegExp(condition)));
  if (!isPattern && !pattern) return false;
  if (!isPattern || !pattern || READ_DIFFERENTLY.test(condition)) return null;
  return pattern.matcher(href).find();
}

function compiles<T>(compile: () => T): T | null {
  try {
    return compile();
  } catch {
    return null;
  }
}
