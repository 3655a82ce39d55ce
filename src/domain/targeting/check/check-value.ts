import type { FieldCode } from '../../errors.ts';
import { INPUT_LIMITS, isLongerThan, tooLong } from '../../input-limits.ts';
import { parsePropertyDate } from '../operators/property-date.ts';
import { parseRelativeDate } from '../operators/relative-date.ts';
import { toNumber, toText } from '../operators/text.ts';
import { compilePattern } from '../operators/value-tests.ts';
import { parseVersion } from '../operators/version.ts';
import { parseRange } from '../operators/version-range.ts';

interface ValueFault {
  /** The place in the value, if it is a list. */
  at?: number;
  code: FieldCode;
  message: string;
}

type Check = (value: unknown) => ValueFault | null;

/** What the value of a condition must be, by its operator. Operators that are not listed take no value. */
const CHECKS: Record<string, Check> = {
  exact: oneOrMore,
  is_not: oneOrMore,
  icontains_multi: oneOrMore,
  not_icontains_multi: oneOrMore,
  icontains: (value) => single(value, " Use 'icontains_multi' for a list."),
  not_icontains: (value) => single(value, " Use 'not_icontains_multi' for a list."),
  starts_with: (value) => single(value),
  not_starts_with: (value) => single(value),
  ends_with: (value) => single(value),
  not_ends_with: (value) => single(value),
  regex: pattern,
  not_regex: pattern,
  gt: number,
  gte: number,
  lt: number,
  lte: number,
  is_date_exact: date,
  is_date_before: date,
  is_date_after: date,
  semver_eq: version,
  semver_neq: version,
  semver_gt: version,
  semver_gte: version,
  semver_lt: version,
  semver_lte: version,
  semver_tilde: (value) => range(value, parseRange('TILDE', toText(value)), "Give a version such as '1.2.3'."),
  semver_caret: (value) => range(value, parseRange('CARET', toText(value)), "Give a version such as '1.2.3'."),
  semver_wildcard: (value) => range(value, parseRange('WILDCARD', toText(value)), "Give a pattern such as '1.2.*'."),
  flag_evaluates_to: (value) =>
    typeof value === 'boolean' || (typeof value === 'string' && value !== '') ? null : wrong('Give true, false or the key of a variant.'),
};

/** What is wrong with the value of a condition; null: nothing, or the gateway does not evaluate the operator. */
export function valueFault(operator: string, value: unknown): ValueFault | null {
  const check = Object.hasOwn(CHECKS, operator) ? CHECKS[operator] : undefined;
  if (!check) return null;
  if (value === undefined || value === null) return { code: 'required', message: `The operator '${operator}' needs a value.` };
  return check(value);
}

function oneOrMore(value: unknown): ValueFault | null {
  if (!Array.isArray(value)) return single(value);
  if (value.length === 0) return wrong('Give at least one value.');
  const max = INPUT_LIMITS.targetingValues;
  if (value.length > max) return { code: 'max_length', message: `Ensure this list has no more than ${max} items; it has ${value.length}.` };
  for (const [at, item] of value.entries()) {
    const fault = single(item);
    if (fault) return { ...fault, at };
  }
  return null;
}

function single(value: unknown, hint = ''): ValueFault | null {
  if (typeof value === 'number' || typeof value === 'boolean') return null;
  if (typeof value !== 'string') return wrong(`Give a text, a number, true or false.${Array.isArray(value) ? hint : ''}`);
  const max = INPUT_LIMITS.propertyValue;
  return isLongerThan(value, max) ? { code: 'max_length', message: tooLong(max) } : null;
}

/** RE2 does not support everything that PostHog's engine does: what a JavaScript engine can read is not malformed. */
function pattern(value: unknown): ValueFault | null {
  if (typeof value !== 'string') return wrong('Give a regular expression as a text.');
  return single(value) ?? (compilePattern(value) || isPattern(value) ? null : wrong('This is not a regular expression.'));
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

function number(value: unknown): ValueFault | null {
  const found = toNumber(value);
  return found !== null && Number.isFinite(found) ? null : wrong('Give a number.');
}

function date(value: unknown): ValueFault | null {
  if (typeof value === 'string' && (parsePropertyDate(value) ?? parseRelativeDate(value, new Date(0))) !== null) return null;
  return wrong(
    "Give a date such as '2026-01-31' or '2026-01-31T12:00:00Z', or a time before now such as '7d', '12h', '2w', '1m' or '1y', below 10,000.",
  );
}

function version(value: unknown): ValueFault | null {
  return range(value, parseVersion(toText(value)), "Give a version such as '1.2.3'.");
}

function range(value: unknown, parsed: unknown, message: string): ValueFault | null {
  return typeof value !== 'object' && typeof value !== 'boolean' && parsed !== null ? null : wrong(message);
}

function wrong(message: string): ValueFault {
  return { code: 'invalid_input', message };
}
