import { RE2JS } from 're2js';
import { isObject, type JsonObject } from '../json/json-object.ts';
import { parsePropertyDate } from './property-date.ts';
import { parseRelativeDate } from './relative-date.ts';

/** Whether a person with these properties satisfies one condition. */
export type PropertyTest = (properties: JsonObject, now: Date) => boolean;

/** A condition on a property that is there. */
type ValueTest = (given: unknown, now: Date) => boolean;

const never = () => false;

/** What each operator makes of its value. */
const OPERATORS = new Map<string, (value: unknown) => ValueTest>([
  ['exact', equals],
  ['icontains', contains],
  ['regex', matches],
  ['gt', (value) => compares(value, (given, limit) => given > limit)],
  ['gte', (value) => compares(value, (given, limit) => given >= limit)],
  ['lt', (value) => compares(value, (given, limit) => given < limit)],
  ['lte', (value) => compares(value, (given, limit) => given <= limit)],
  ['is_date_exact', (value) => comparesDates(value, (given, limit) => given === limit)],
  ['is_date_before', (value) => comparesDates(value, (given, limit) => given < limit)],
  ['is_date_after', (value) => comparesDates(value, (given, limit) => given > limit)],
]);

/** The operators that say the opposite; they hold as well where the property is missing. */
const NEGATED = new Map([
  ['is_not', equals],
  ['not_icontains', contains],
  ['not_regex', matches],
]);

/**
 * Makes a test of a condition as flags hold it, `{key, operator, value, type}`. A condition that is malformed, or about something other than the person (a
 * cohort, a group, another flag), is met by nobody.
 */
export function compileProperty(property: unknown): PropertyTest {
  if (!isObject(property)) return never;
  const { key, operator = 'exact', value, type = 'person' } = property;
  if (typeof key !== 'string' || typeof operator !== 'string' || type !== 'person') return never;
  if (operator === 'is_set') return (properties) => Object.hasOwn(properties, key);
  if (operator === 'is_not_set') return (properties) => !Object.hasOwn(properties, key);
  if (value === undefined || value === null) return never;
  const test = OPERATORS.get(operator)?.(value);
  if (test) return (properties, now) => Object.hasOwn(properties, key) && test(properties[key], now);
  const negated = NEGATED.get(operator)?.(value) ?? never;
  // A pattern that cannot be read says nothing, not the opposite.
  return negated === never ? never : (properties, now) => !Object.hasOwn(properties, key) || !negated(properties[key], now);
}

/**
 * Ignores case; a list means any of its values. Where nothing but `true` or `false` is asked for, whatever is not true counts as false; beside other values they
 * are texts like them.
 */
function equals(value: unknown): ValueTest {
  const wanted = new Set((Array.isArray(value) ? value : [value]).map(lower));
  const isBoolean = [...wanted].every((text) => text === 'true' || text === 'false');
  return isBoolean ? (given) => wanted.has(String(lower(given) === 'true')) : (given) => wanted.has(lower(given));
}

function contains(value: unknown): ValueTest {
  const wanted = lower(value);
  return (given) => lower(given).includes(wanted);
}

/** Patterns run in time linear to the text: anybody may send the text. */
function matches(value: unknown): ValueTest {
  try {
    const pattern = RE2JS.compile(toText(value));
    return (given) => pattern.matcher(toText(given)).find();
  } catch {
    return never;
  }
}

function compares(value: unknown, holds: (given: number, limit: number) => boolean): ValueTest {
  const limit = toNumber(value);
  if (limit === null) return never;
  return (given) => {
    const number = toNumber(given);
    return number !== null && holds(number, limit);
  };
}

function comparesDates(value: unknown, holds: (given: number, limit: number) => boolean): ValueTest {
  if (typeof value !== 'string') return never;
  const fixed = parsePropertyDate(value);
  return (given, now) => {
    const limit = fixed ?? parseRelativeDate(value, now);
    const date = parsePropertyDate(given);
    return limit !== null && date !== null && holds(date, limit);
  };
}

function toText(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value);
  } catch {
    // Nested deeper than JSON.stringify goes, which JSON.parse reads all the same.
    return '';
  }
}

function lower(value: unknown): string {
  return toText(value).toLowerCase();
}

function toNumber(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value) ? Number(value) : null;
}
