import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withStoredForm } from '../../../../src/domain/tour/stored-group.ts';
import { checkTargetingFlagFilters, userGroups } from '../../../../src/domain/tour/targeting-filters.ts';
import { anyJson } from '../../json/arbitrary-json.ts';
import { anyTargeting } from './arbitrary-content.ts';

const refused = (message: string) => ({ problem: { path: 'targetingFlagFilters', code: 'invalid_input', message } });
const plan = { key: 'plan', type: 'person', operator: 'exact', value: ['team'] };
const email = { key: 'email', type: 'person', operator: 'icontains', value: '@example.com' };
const isNotSet = (key: string) => ({ key, type: 'person', operator: 'is_not_set', value: 'is_not_set' });
const group = (...properties: object[]) => ({ variant: '', rollout_percentage: 100, properties });
const stored = (value: unknown, tourId?: string) => {
  const checked = checkTargetingFlagFilters(value, tourId);
  assert('value' in checked);
  return checked.value;
};

describe('the user’s targeting', () => {
  it('is none when it is null or names no property', () => {
    for (const value of [null, {}, { groups: null }, { groups: [] }, { groups: [{}, { properties: [] }, { properties: null }] }]) {
      expect(checkTargetingFlagFilters(value)).toEqual({ value: null });
    }
  });

  it('is stored in the shape in which it is read', () => {
    const value = stored({
      payloads: {},
      groups: [
        { sort_key: 1, properties: [plan] },
        { variant: 'a', rollout_percentage: 30, properties: [email] },
      ],
    });
    expect(value).toEqual({ groups: [group(plan), { ...group(email), rollout_percentage: 30 }] });
    expect(Object.keys(value?.groups[0] ?? {})).toEqual(['variant', 'rollout_percentage', 'properties']);
  });

  it('keeps a percentage within its bounds and takes 100 for what is none', () => {
    const percentages = [0, 12.5, 250, -1, null, '50', undefined].map(
      (rollout_percentage) => stored({ groups: [{ rollout_percentage, properties: [plan] }] })?.groups[0]?.rollout_percentage,
    );
    expect(percentages).toEqual([0, 12.5, 100, 0, 100, 100, 100]);
  });

  it('loses repeated groups, and keeps one for everyone beside others', () => {
    const { value: repeated, ...rest } = plan;
    const value = stored({
      groups: [
        group(plan, email),
        {},
        group(),
        group(email, plan),
        group({ value: repeated, ...rest }, email),
        group(plan, email, plan),
        group(plan),
      ],
    });
    expect(value).toEqual({ groups: [group(plan, email), group(), group(plan)] });
  });

  it('keeps the percentage of a group for everyone only in the form in which it is stored', () => {
    const half = { ...group(), rollout_percentage: 50 };
    expect(stored({ groups: [half] })).toEqual({ groups: [half] });
    expect(stored({ groups: [half, group(plan)] })).toEqual({ groups: [half, group(plan)] });
    for (const other of [{ rollout_percentage: 50 }, { ...half, variant: null }, { ...half, sort_key: 'a' }, { ...half, properties: null }])
      expect(stored({ groups: [other] })).toBeNull();
    expect(stored({ groups: [half, {}] })).toBeNull();
    expect(stored({ groups: [{ ...half, rollout_percentage: 0 }] })).toEqual({ groups: [{ ...half, rollout_percentage: 0 }] });
    expect(withStoredForm({ groups: [{ rollout_percentage: 50, sort_key: 'a' }, group(plan)] })).toEqual({ groups: [half, group(plan)] });
    for (const same of [null, 'all', { groups: 1 }, { groups: [{}, group(plan), { rollout_percentage: 100 }] }])
      expect(withStoredForm(same)).toBe(same);
  });

  it('keeps groups apart that differ in their percentage or in any key of a property', () => {
    const groups = [
      group(plan),
      { ...group(plan), rollout_percentage: 50 },
      group({ ...plan, type: 'group', group_type_index: 1 }),
      group({ ...plan, negation: true }),
    ];
    expect(stored({ groups })?.groups).toHaveLength(4);
  });

  it('loses the conditions that the gateway adds by itself', () => {
    const own = ['$product_tour_shown/T', '$product_tour_completed/T', '$product_tour_dismissed/T'].map(isNotSet);
    const seen = [
      isNotSet('$product_tour_last_seen_date/banner'),
      { key: '$product_tour_last_seen_date/tour', type: 'person', operator: 'is_date_before', value: '7d' },
    ];
    for (const tourId of ['T', undefined]) {
      expect(stored({ groups: [group(...own, ...seen, plan), group(...own), group(...seen)] }, tourId)).toEqual({
        groups: [group(plan), group()],
      });
      expect(stored({ groups: [group(...own)] }, tourId)).toBeNull();
    }
  });

  it('keeps conditions on other tours', () => {
    const completedOther = { ...isNotSet('$product_tour_completed/other'), operator: 'is_set', value: 'is_set' };
    const notSeenOther = isNotSet('$product_tour_shown/other');
    expect(stored({ groups: [group(completedOther, notSeenOther)] }, 'T')).toEqual({ groups: [group(completedOther, notSeenOther)] });
    expect(stored({ groups: [group(completedOther)] })).toEqual({ groups: [group(completedOther)] });
  });

  it('is refused in another form', () => {
    for (const value of [[], 'all', 0, false, true]) {
      expect(checkTargetingFlagFilters(value)).toEqual(refused('Targeting flag filters must be an object or null.'));
    }
    expect(checkTargetingFlagFilters({ groups: {} })).toEqual(refused('Targeting groups must be a list.'));
    expect(checkTargetingFlagFilters({ groups: [group(plan), null] })).toEqual(refused('Targeting group 2 must be an object.'));
    expect(checkTargetingFlagFilters({ groups: [{ properties: {} }] })).toEqual(
      refused('The properties of targeting group 1 must be a list.'),
    );
    expect(checkTargetingFlagFilters({ groups: [group(), { properties: [plan, 'plan'] }] })).toEqual(
      refused('Each property of targeting group 2 must be an object.'),
    );
  });

  it('is refused for characters that the database cannot hold', () => {
    expect(checkTargetingFlagFilters({ groups: [group({ key: 'a\0' })] })).toEqual({
      problem: { path: 'targetingFlagFilters', code: 'null_characters_not_allowed', message: 'Null characters are not allowed.' },
    });
  });

  it('does not change when what was read is written again', () => {
    let targeted = 0;
    fc.assert(
      fc.property(fc.oneof(anyTargeting, anyJson), fc.constantFrom('T', undefined), (value, tourId) => {
        const checked = checkTargetingFlagFilters(value, tourId);
        if ('problem' in checked) return;
        if (checked.value) targeted++;
        assert.deepStrictEqual(checkTargetingFlagFilters(JSON.parse(JSON.stringify(checked.value)), tourId), checked);
      }),
      { numRuns: 1000 },
    );
    expect(targeted).toBeGreaterThan(20);
  });

  it('is read from any filters without failing', () => {
    fc.assert(
      fc.property(fc.oneof(anyTargeting, anyJson), (filters) => {
        for (const { rollout_percentage } of userGroups(filters)) expect(rollout_percentage).toBeLessThanOrEqual(100);
      }),
    );
  });
});
