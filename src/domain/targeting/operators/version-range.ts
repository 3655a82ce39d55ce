import {
  compareNumbers,
  comparePrereleases,
  parseNumber,
  parseSuffix,
  parseVersion,
  VERSION_SUFFIX,
  type Version,
  withoutPrefix,
} from './version.ts';

/** The versions that `semver_tilde`, `semver_caret` and `semver_wildcard` accept. */
export type RangeKind = 'TILDE' | 'CARET' | 'WILDCARD';

interface Range {
  kind: RangeKind;
  /** Null: `*`. */
  major: string | null;
  minor: string | null;
  patch: string | null;
  pre: readonly string[];
}

const PART = '(?:\\.(\\d+|[*xX]))?';
const RANGE = new RegExp(`^(\\d+)${PART}${PART}${VERSION_SUFFIX}$`);
const isWild = (part: string | undefined) => part !== undefined && /^[*xX]$/.test(part);

/**
 * Reads the value of a range operator and returns a test for versions; null for any other text. A wildcard without `*`
 * accepts what the caret accepts, as in PostHog's flag service. Missing numbers of a tilde or caret are 0.
 */
export function parseRange(kind: RangeKind, text: string): ((version: Version) => boolean) | null {
  const range = readRange(kind, withoutPrefix(text));
  return range && ((version) => matchesNumbers(range, version) && acceptsPrerelease(range, version));
}

function readRange(kind: RangeKind, text: string): Range | null {
  if (kind === 'WILDCARD' && isWild(text)) return { kind, major: null, minor: null, patch: null, pre: [] };
  // Only a wildcard leaves numbers out: `~1.2` is `~1.2.0`.
  const complete = kind === 'WILDCARD' ? null : parseVersion(text);
  if (complete) return { kind, ...complete };
  const match = RANGE.exec(text);
  if (!match?.groups) return null;
  const [, major, minor, patch] = match;
  const hasStar = isWild(minor) || isWild(patch);
  const suffix = parseSuffix(match.groups);
  const hasSuffix = match.groups.pre !== undefined || match.groups.build !== undefined;
  // Nothing but `*` follows `*`, and only a whole version has a suffix.
  if (!suffix || (isWild(minor) && patch !== undefined && !isWild(patch))) return null;
  if (hasSuffix && (patch === undefined || hasStar)) return null;
  // PostHog pads a tilde or caret with zeros, and `1.*.0` is no range.
  if (kind !== 'WILDCARD' && patch === undefined) return null;
  const numbers = [major, minor, patch].map((part) => (part === undefined || isWild(part) ? null : parseNumber(part)));
  if ([major, minor, patch].some((part, n) => part !== undefined && !isWild(part) && numbers[n] === null)) return null;
  const [first = null, second = null, third = null] = numbers;
  return { kind: kind === 'WILDCARD' && !hasStar ? 'CARET' : kind, major: first, minor: second, patch: third, pre: suffix.pre };
}

function matchesNumbers({ kind, major, minor, patch, pre }: Range, version: Version): boolean {
  if (major === null) return true;
  if (version.major !== major) return false;
  if (minor === null) return true;
  if (kind === 'CARET') return matchesCaret({ major, minor, patch, pre }, version);
  if (version.minor !== minor) return false;
  if (patch === null) return true;
  return version.patch === patch ? comparePrereleases(version.pre, pre) >= 0 : compareNumbers(version.patch, patch) > 0;
}

/** The first number that is not 0 stays; what follows it may rise. */
function matchesCaret({ major, minor, patch, pre }: Omit<Range, 'kind'> & { minor: string }, version: Version): boolean {
  const isAtLeastMinor = compareNumbers(version.minor, minor) >= 0;
  if (patch === null) return major === '0' ? version.minor === minor : isAtLeastMinor;
  if (major !== '0' && version.minor !== minor) return isAtLeastMinor;
  if (version.minor !== minor) return false;
  if (version.patch !== patch) return !(major === '0' && minor === '0') && compareNumbers(version.patch, patch) > 0;
  return comparePrereleases(version.pre, pre) >= 0;
}

/** A prerelease is accepted only by a range that names a prerelease of the same three numbers. */
function acceptsPrerelease({ major, minor, patch, pre }: Range, version: Version): boolean {
  if (version.pre.length === 0) return true;
  return pre.length > 0 && version.major === major && version.minor === minor && version.patch === patch;
}
