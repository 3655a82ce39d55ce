import { RE2JS } from 're2js';
import { parsePropertyDate } from './property-date.ts';
import { parseRelativeDate } from './relative-date.ts';
import { asciiLower, lower, toNumber, toText } from './text.ts';
import { compareVersions, parseVersion, type Version } from './version.ts';
import { parseRange, type RangeKind } from './version-range.ts';

/** Whether a value that a person has satisfies a condition. */
export type ValueTest = (given: unknown, now: Date) => boolean;

/**
 * Makes the test of an operator from the value of the condition. Null: with this value, the operator accepts nothing.
 */
type Compile = (value: unknown) => ValueTest | null;

/** The operators that need a property to be there, and what each makes of its value. */
export const POSITIVE = {
  exact: equals,
  icontains: (value) => contains([value]),
  icontains_multi: (value) => contains(listed(value)),
  starts_with: (value) => ofText(value, (given, wanted) => given.startsWith(wanted)),
  ends_with: (value) => ofText(value, (given, wanted) => given.endsWith(wanted)),
  regex: matches,
  gt: (value) => compares(value, (given, limit) => given > limit),
  gte: (value) => compares(value, (given, limit) => given >= limit),
  lt: (value) => compares(value, (given, limit) => given < limit),
  lte: (value) => compares(value, (given, limit) => given <= limit),
  is_date_exact: (value) => comparesDates(value, (given, limit) => given === limit),
  is_date_before: (value) => comparesDates(value, (given, limit) => given < limit),
  is_date_after: (value) => comparesDates(value, (given, limit) => given > limit),
  semver_eq: (value) => comparesVersions(value, (order) => order === 0),
  semver_neq: (value) => comparesVersions(value, (order) => order !== 0),
  semver_gt: (value) => comparesVersions(value, (order) => order > 0),
  semver_gte: (value) => comparesVersions(value, (order) => order >= 0),
  semver_lt: (value) => comparesVersions(value, (order) => order < 0),
  semver_lte: (value) => comparesVersions(value, (order) => order <= 0),
  semver_tilde: (value) => inRange('TILDE', value),
  semver_caret: (value) => inRange('CARET', value),
  semver_wildcard: (value) => inRange('WILDCARD', value),
} satisfies Record<string, Compile>;

/** The operators that say the opposite of another. They hold for a person without the property, too. */
export const NEGATED = {
  is_not: 'exact',
  not_icontains: 'icontains',
  not_icontains_multi: 'icontains_multi',
  not_starts_with: 'starts_with',
  not_ends_with: 'ends_with',
  not_regex: 'regex',
} as const satisfies Record<string, keyof typeof POSITIVE>;

/**
 * Ignores case; a list means any of its values. If it asks for nothing but `true` or `false`, everything that is not
 * true counts as false; beside other values they are texts like them.
 */
function equals(value: unknown): ValueTest {
  const wanted = new Set(listed(value).map(lower));
  const isBoolean = [...wanted].every((text) => text === 'true' || text === 'false');
  return isBoolean ? (given) => wanted.has(String(lower(given) === 'true')) : (given) => wanted.has(lower(given));
}

function contains(values: unknown[]): ValueTest {
  const wanted = values.map(asciiLower);
  return (given) => {
    const text = asciiLower(given);
    return wanted.some((part) => text.includes(part));
  };
}

function ofText(value: unknown, holds: (given: string, wanted: string) => boolean): ValueTest {
  const wanted = asciiLower(value);
  return (given) => holds(asciiLower(given), wanted);
}

/**
 * The pattern of a regular expression; null: RE2 cannot read it. RE2 needs time linear in the text, which comes from
 * anyone.
 */
export function compilePattern(value: unknown): RE2JS | null {
  try {
    return RE2JS.compile(toText(value));
  } catch {
    return null;
  }
}

function matches(value: unknown): ValueTest | null {
  const pattern = compilePattern(value);
  return pattern && ((given) => pattern.matcher(toText(given)).find());
}

function compares(value: unknown, holds: (given: number, limit: number) => boolean): ValueTest | null {
  const limit = toNumber(value);
  if (limit === null) return null;
  return (given) => {
    const number = toNumber(given);
    return number !== null && holds(number, limit);
  };
}

function comparesDates(value: unknown, holds: (given: number, limit: number) => boolean): ValueTest | null {
  if (typeof value !== 'string') return null;
  const fixed = parsePropertyDate(value);
  return (given, now) => {
    const limit = fixed ?? parseRelativeDate(value, now);
    const date = parsePropertyDate(given);
    return limit !== null && date !== null && holds(date, limit);
  };
}

function comparesVersions(value: unknown, holds: (order: number) => boolean): ValueTest | null {
  const limit = parseVersion(toText(value));
  return limit && ofVersion((version) => holds(compareVersions(version, limit)));
}

function inRange(kind: RangeKind, value: unknown): ValueTest | null {
  const accepts = parseRange(kind, toText(value));
  return accepts && ofVersion(accepts);
}

function ofVersion(holds: (version: Version) => boolean): ValueTest {
  return (given) => {
    const version = parseVersion(toText(given));
    return version !== null && holds(version);
  };
}

function listed(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
