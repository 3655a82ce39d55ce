import { describe, expect, it } from 'vitest';
import { compileCondition } from '../../../../src/domain/targeting/condition.ts';
import { parsePropertyDate } from '../../../../src/domain/targeting/operators/property-date.ts';
import { parseRelativeDate } from '../../../../src/domain/targeting/operators/relative-date.ts';

const NOW = new Date('2026-03-31T12:00:00Z');

const test = (property: unknown, properties: Record<string, unknown> = {}) => compileCondition(property).test(properties, NOW, () => null);
const holds = (operator: string, value: unknown, properties: Record<string, unknown>) =>
  test({ key: 'p', operator, value, type: 'person' }, properties);

/** Operator, value of the condition, value of the person, whether it holds. */
const WITH_A_VALUE: [string, unknown, unknown, boolean | null][] = [
  ['exact', 'Pro', 'pro', true],
  ['exact', ['free', 'pro'], 'PRO', true],
  ['exact', ['free'], 'pro', false],
  ['exact', [], 'pro', false],
  ['exact', '5', 5, true],
  ['exact', true, 'True', true],
  ['exact', ['true'], true, true],
  ['exact', 'false', false, true],
  ['exact', null, null, false],
  ['is_not', 'pro', 'free', true],
  ['is_not', ['pro', 'free'], 'free', false],
  ['is_set', undefined, null, true],
  ['is_not_set', 'is_not_set', true, false],
  ['icontains', '@Example.', 'ada@example.com', true],
  ['icontains', '5', 1525, true],
  ['not_icontains', '@example.', 'ada@other.com', true],
  ['not_icontains', '@example.', 'ada@example.com', false],
  ['regex', '^a.*z$', 'abcz', true],
  ['regex', '^\\d+$', 'abc', false],
  ['regex', '(', '(', null],
  ['regex', '^(?=a)', 'a', null],
  ['regex', '(a)\\1', 'aa', null],
  ['not_regex', '^a', 'b', true],
  ['not_regex', '^a', 'a', false],
  ['not_regex', '(', 'b', null],
  ['gt', 5, '6', true],
  ['gt', '5', 5, false],
  ['gte', 5, 5, true],
  ['lt', 5, 4.5, true],
  ['lt', 5, '', false],
  ['lt', 5, null, false],
  ['lte', '5', '5e0', true],
  ['lt', 'five', 4, false],
  ['is_date_before', '7d', '2026-03-24T11:59:59Z', true],
  ['is_date_before', '7d', '2026-03-24T12:00:00Z', false],
  ['is_date_before', '-7d', '2026-03-24', true],
  ['is_date_before', '10000d', '1970-01-01', false],
  ['is_date_before', '2026-01-01', '2025-12-31 23:59', true],
  ['is_date_before', '7d', 'no date', false],
  ['is_date_before', '7d', true, false],
  ['is_date_after', '1m', '2026-03-01', true],
  ['is_date_after', '2026-01-01T00:00:00+02:00', '2025-12-31T22:30:00Z', true],
  ['is_date_exact', '2026-01-01', '2026-01-01T00:00:00Z', true],
  ['is_date_after', '2026-01-01', 1_767_300_000, true],
  ['is_date_after', '2026-01-01', 1_767_300_000_000, true],
  ['sounds_like', 'pro', 'pro', null],
  ['in', 'pro', 'pro', null],
  ['not_in', 'pro', 'pro', null],
  ['between', [1, 3], 2, null],
  ['min', 5, 5, true],
  ['max', 5, 6, false],
];

describe('a condition on a property that is there', () => {
  it.each(WITH_A_VALUE)('%s %j is, for %j, %s', (operator, value, given, expected) => {
    expect(holds(operator, value, { p: given })).toBe(expected);
  });
});

describe('a condition on a property that is missing', () => {
  it('holds only where it is negated', () => {
    const met = [
      'exact',
      'is_not',
      'is_set',
      'is_not_set',
      'icontains',
      'not_icontains',
      'regex',
      'not_regex',
      'gt',
      'gte',
      'lt',
      'lte',
    ].filter((operator) => holds(operator, '1', {}));
    expect(met).toEqual(['is_not', 'is_not_set', 'not_icontains', 'not_regex']);
    expect(holds('is_date_before', '7d', {})).toBe(false);
  });

  it('is not fooled by what every object has', () => {
    expect(test({ key: 'constructor', operator: 'is_not_set' })).toBe(true);
    expect(test({ key: '__proto__', operator: 'is_set' })).toBe(false);
  });
});

it('cannot be evaluated when it is malformed, or about something other than the person', () => {
  for (const type of ['cohort', 'group', 'person_metadata', 'event', 3, [], {}])
    expect(test({ key: 'p', operator: 'is_not_set', value: 'is_not_set', type }), String(type)).toBeNull();
  for (const odd of [
    null,
    7,
    'plan',
    [],
    {},
    { key: 5 },
    { key: 'p', operator: 7 },
    { key: 'p', operator: 'flag_evaluates_to', value: true },
  ])
    expect(test(odd), JSON.stringify(odd)).toBeNull();
  expect(test({ key: 'p', operator: 'is_not_set' })).toBe(true);
});

it('is met by no one without a value that the operator can use', () => {
  for (const operator of ['exact', 'is_not', 'not_icontains', 'not_regex', 'semver_neq'])
    for (const value of [undefined, null]) expect(holds(operator, value, { p: '1.0.0' }), operator).toBe(false);
  expect(holds('semver_neq', 'one', { p: '1.0.0' })).toBe(false);
  expect(holds('gt', 'many', { p: 5 })).toBe(false);
});

it('has at most so many values', () => {
  const values = Array.from({ length: 1001 }, (_, n) => `v${n}`);
  expect(holds('icontains_multi', values, { p: 'v5' })).toBeNull();
  expect(holds('icontains_multi', values.slice(1), { p: 'v5' })).toBe(true);
  expect(holds('icontains_multi', values, {})).toBe(false);
  expect(holds('not_icontains_multi', values, {})).toBe(true);
});

it('answers a text made to keep a pattern busy', () => {
  expect(holds('regex', '^(a+)+$', { p: `${'a'.repeat(50_000)}!` })).toBe(false);
});

describe('a relative date', () => {
  it.each([
    ['3h', '2026-03-31T09:00:00.000Z'],
    ['-2w', '2026-03-17T12:00:00.000Z'],
    ['1m', '2026-02-28T12:00:00.000Z'],
    ['13m', '2025-02-28T12:00:00.000Z'],
    ['1y', '2025-03-31T12:00:00.000Z'],
    ['0d', '2026-03-31T12:00:00.000Z'],
  ])('%s is %s', (text, expected) => {
    expect(new Date(parseRelativeDate(text, NOW) ?? 0).toISOString()).toBe(expected);
  });

  it.each(['10000d', 'd', '7', '7x', '+7d', '7.5d', '', ' 7d'])('%j is none', (text) => {
    expect(parseRelativeDate(text, NOW)).toBeNull();
  });
});

it.each(['2026-02-30', '2026-13-01', '26-01-01', 'now', '', null, [], {}])('takes %j for no date', (value) => {
  expect(parsePropertyDate(value)).toBeNull();
});
