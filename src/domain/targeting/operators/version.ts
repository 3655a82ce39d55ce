/**
 * A version as PostHog's flag service reads it (the `semver` crate of Rust). The npm package `semver` differs: it
 * ignores build metadata when it compares, and refuses numbers above 2^53. Numbers stay text without leading zeros,
 * because they may exceed what a number holds exactly.
 */
export interface Version {
  major: string;
  minor: string;
  patch: string;
  /** Identifiers of the prerelease; empty: a release. */
  pre: readonly string[];
  /** Identifiers of the build metadata. */
  build: readonly string[];
}

const IDENTIFIERS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*';

/** The prerelease and build parts behind the numbers of a version. */
export const VERSION_SUFFIX = `(?:-(?<pre>${IDENTIFIERS}))?(?:\\+(?<build>${IDENTIFIERS}))?`;

const VERSION = new RegExp(`^(?<major>\\d+)(?:\\.(?<minor>\\d+))?(?:\\.(?<patch>\\d+))?${VERSION_SUFFIX}$`);

/** The largest number of a version: unsigned, 64 bits. */
const MAX_NUMBER = '18446744073709551615';

const DIGITS = /^\d+$/;

/**
 * Reads a version: `v` in front is dropped, missing numbers are 0, leading zeros are ignored. Returns null for any
 * other text.
 */
export function parseVersion(text: string): Version | null {
  const groups = VERSION.exec(withoutPrefix(text))?.groups;
  if (!groups) return null;
  const suffix = parseSuffix(groups);
  const numbers = [groups.major, groups.minor, groups.patch].map((digits) => parseNumber(digits ?? '0'));
  const [major, minor, patch] = numbers;
  if (!suffix || major == null || minor == null || patch == null) return null;
  return { major, minor, patch, ...suffix };
}

/** One `v` in front, then white space around it. */
export function withoutPrefix(text: string): string {
  return (text.startsWith('v') ? text.slice(1) : text).trim();
}

/** A number without its leading zeros; null if it is too large. */
export function parseNumber(digits: string): string | null {
  const number = digits.replace(/^0+(?=\d)/, '');
  return compareNumbers(number, MAX_NUMBER) > 0 ? null : number;
}

/** The identifiers of the suffix; null if a number of the prerelease has leading zeros. */
export function parseSuffix(groups: Record<string, string | undefined>): Pick<Version, 'pre' | 'build'> | null {
  const pre = groups.pre?.split('.') ?? [];
  const build = groups.build?.split('.') ?? [];
  return pre.some((identifier) => /^0\d+$/.test(identifier)) ? null : { pre, build };
}

/** Negative: `one` is lower than `two`. Of versions that differ in their build metadata alone, one is lower as well. */
export function compareVersions(one: Version, two: Version): number {
  return (
    compareNumbers(one.major, two.major) ||
    compareNumbers(one.minor, two.minor) ||
    compareNumbers(one.patch, two.patch) ||
    comparePrereleases(one.pre, two.pre) ||
    compareIdentifiers(one.build, two.build)
  );
}

export function compareNumbers(one: string, two: string): number {
  return one.length - two.length || compareTexts(one, two);
}

/** A release is higher than its prereleases. */
export function comparePrereleases(one: readonly string[], two: readonly string[]): number {
  if (one.length === 0 || two.length === 0) return two.length - one.length;
  return compareIdentifiers(one, two);
}

/**
 * Identifier by identifier: numbers by value and below texts, texts by their characters; more identifiers are higher.
 */
function compareIdentifiers(one: readonly string[], two: readonly string[]): number {
  for (let n = 0; n < Math.min(one.length, two.length); n++) {
    const found = compareIdentifier(one[n] as string, two[n] as string);
    if (found !== 0) return found;
  }
  return one.length - two.length;
}

function compareIdentifier(one: string, two: string): number {
  const [isNumber, isOther] = [DIGITS.test(one), DIGITS.test(two)];
  if (isNumber !== isOther) return isNumber ? -1 : 1;
  if (!isNumber) return compareTexts(one, two);
  const [short, other] = [one.replace(/^0+/, ''), two.replace(/^0+/, '')];
  return compareNumbers(short, other) || one.length - two.length;
}

function compareTexts(one: string, two: string): number {
  return one === two ? 0 : one < two ? -1 : 1;
}
