import { describe, expect, it } from 'vitest';
import { filterFaults } from '../../../../src/domain/targeting/check/check-filters.ts';
import { newFaults } from '../../../../src/domain/targeting/check/stored-parts.ts';

const plan = { key: 'plan', type: 'person', operator: 'exact', value: ['pro'] };
const faults = (filters: object) =>
  filterFaults(filters as Record<string, unknown>).map(({ at, code, message }) => [at.join('.'), code, message]);
const ofProperty = (property: object) =>
  faults({ groups: [{ properties: [property] }] }).map(([at = '', ...rest]) => [at.replace('groups.0.properties.0.', ''), ...rest]);

/** Everything that PostHog's editor writes. */
const EDITORS = {
  groups: [
    {
      properties: [
        plan,
        { key: 'id', type: 'cohort', operator: 'in', value: 5, cohort_name: 'Paying', negation: false },
        { key: 'name', type: 'group', operator: 'icontains', value: 'a', group_type_index: 0, group_key_names: {} },
        { key: 'since', type: 'person', operator: 'is_set', value: 'is_set', label: 'Since' },
        { key: '12', type: 'flag', operator: 'flag_evaluates_to', value: true, label: 'beta', dependency_chain: ['beta'] },
        { key: 12, type: 'flag', operator: 'flag_evaluates_to', value: 'blue' },
        { key: 'app', type: 'person', operator: 'semver_gte', value: '1.2' },
        { key: 'age', type: 'person', operator: 'between', value: [1, 2] },
        { key: 'text', type: 'person', operator: 'regex', value: '^(?=a)' },
        { key: 'none', type: 'person', operator: null, value: 'x' },
      ],
      rollout_percentage: 12.5,
      variant: null,
      users_affected: 10,
      sort_key: 'a',
      description: 'Those who pay',
      aggregation_group_type_index: null,
    },
    { properties: [], rollout_percentage: null, variant: '' },
    {},
  ],
  multivariate: { variants: [{ key: 'a', name: 'A', rollout_percentage: 50 }, { key: 'b' }] },
  payloads: { a: '1' },
  aggregation_group_type_index: 0,
  super_groups: [{ properties: [] }],
  feature_enrollment: true,
  holdout: { id: 1, exclusion_percentage: 10 },
  holdout_groups: null,
  early_exit: false,
};

describe('the check of filters', () => {
  it('accepts what PostHog’s editor writes', () => {
    expect(faults(EDITORS)).toEqual([]);
    expect(faults({ multivariate: null, payloads: {}, groups: [] })).toEqual([]);
  });

  it('finds misspelled keys and says what was probably meant', () => {
    expect(faults({ grps: [] })).toEqual([['grps', 'invalid_input', "Unknown key. Did you mean 'groups'?"]]);
    expect(faults({ groups: [{ rolloutPercentage: 50 }] })).toEqual([
      ['groups.0.rolloutPercentage', 'invalid_input', "Unknown key. Did you mean 'rollout_percentage'?"],
    ]);
    expect(faults({ groups: [{ propertys: [plan] }] })[0]?.[2]).toContain("'properties'");
    expect(ofProperty({ ...plan, valeu: 1 })).toEqual([['valeu', 'invalid_input', "Unknown key. Did you mean 'value'?"]]);
    expect(faults({ multivariate: { variants: [{ key: 'a', rollout_percent: 1 }] } })[0]?.[2]).toContain("'rollout_percentage'");
    expect(faults({ xyzzy: 1 })[0]?.[2]).toMatch(/^Unknown key. Known keys: groups, /);
    expect(faults({ ['g'.repeat(10_000)]: 1 })).toHaveLength(1);
  });

  it('finds unknown operators and types', () => {
    expect(ofProperty({ ...plan, operator: 'egsact' })).toEqual([
      ['operator', 'invalid_choice', "Unknown operator 'egsact'. Did you mean 'exact'?"],
    ]);
    expect(ofProperty({ ...plan, operator: 'startswith' })[0]?.[2]).toContain("'starts_with'");
    expect(ofProperty({ ...plan, operator: 5 })[0]).toMatchObject(['operator', 'invalid_choice', expect.stringContaining('Known: exact')]);
    expect(ofProperty({ ...plan, type: 'persn' })[0]?.[2]).toContain("'person'");
    expect(ofProperty({ ...plan, type: 'flag' })[0]?.slice(0, 2)).toEqual(['operator', 'invalid_choice']);
    expect(ofProperty({ ...plan, operator: 'flag_evaluates_to', value: true })[0]?.slice(0, 2)).toEqual(['operator', 'invalid_choice']);
  });

  it.each([
    ['exact', []],
    ['exact', {}],
    ['exact', [{}]],
    ['is_not', []],
    ['icontains', ['a']],
    ['starts_with', {}],
    ['icontains_multi', []],
    ['regex', '('],
    ['regex', 5],
    ['not_regex', '['],
    ['gt', 'many'],
    ['lte', [5]],
    ['is_date_before', '10000d'],
    ['is_date_after', 'yesterday'],
    ['is_date_exact', 5],
    ['semver_eq', 'latest'],
    ['semver_gt', '1.2.3.4'],
    ['semver_gt', ['1.2.3']],
    ['semver_tilde', '1.*'],
    ['semver_caret', '>=1.2'],
    ['semver_wildcard', '1.*.3'],
  ])('finds that %s cannot use %j', (operator, value) => {
    const [fault, ...others] = ofProperty({ key: 'p', operator, value });
    expect(fault?.[0]).toMatch(/^value(\.0)?$/);
    expect([fault?.[1], others]).toEqual(['invalid_input', []]);
  });

  it('finds what is missing', () => {
    expect(ofProperty({ operator: 'is_set' })).toEqual([['key', 'required', 'Name the property.']]);
    expect(ofProperty({ key: 'p' })).toEqual([['value', 'required', "The operator 'exact' needs a value."]]);
    expect(ofProperty({ key: 'p', operator: 'gt', value: null })[0]?.slice(0, 2)).toEqual(['value', 'required']);
    expect(ofProperty({ key: 'p', operator: 'is_not_set' })).toEqual([]);
  });

  it.each([-1, 100.5, '50', true, []])('finds that %j is no percentage', (rollout_percentage) => {
    expect(faults({ groups: [{ rollout_percentage }] })).toEqual([
      ['groups.0.rollout_percentage', 'invalid_input', 'Give a number from 0 to 100.'],
    ]);
  });

  it('limits groups, properties, values and texts, and how much it reports', () => {
    const many = (n: number, item: unknown) => Array.from({ length: n }, () => item);
    expect(faults({ groups: many(101, {}) })[0]?.slice(0, 2)).toEqual(['groups', 'max_length']);
    expect(faults({ groups: [{ properties: many(101, plan) }] })[0]?.slice(0, 2)).toEqual(['groups.0.properties', 'max_length']);
    expect(ofProperty({ ...plan, value: many(1001, 'a') })[0]?.slice(0, 2)).toEqual(['value', 'max_length']);
    expect(ofProperty({ ...plan, value: 'a'.repeat(4001) })[0]?.slice(0, 2)).toEqual(['value', 'max_length']);
    expect(ofProperty({ ...plan, key: 'a'.repeat(401) })[0]?.slice(0, 2)).toEqual(['key', 'max_length']);
    expect(faults({ groups: many(100_000, { odd: 1 }) })).toHaveLength(100);
  });

  it('passes parts that are stored already', () => {
    const odd = { key: 5, operator: 'unknown' };
    const stored = { groups: [{ properties: [odd], odd: 1 }, { properties: [plan] }], grps: [] };
    const left = (filters: Record<string, unknown>) => newFaults(filterFaults(filters), filters, [stored]).map(({ at }) => at.join('.'));
    expect(left(stored)).toEqual([]);
    expect(left(JSON.parse('{"grps":[],"groups":[{"odd":1,"properties":[{"operator":"unknown","key":5}]},{"properties":[]}]}'))).toEqual([
      'grps',
    ]);
    expect(left({ groups: [{ properties: [plan, odd] }] })).toEqual([]);
    expect(left({ groups: [{ properties: [{ ...odd, value: 1 }] }] })).toEqual([
      'groups.0.properties.0.key',
      'groups.0.properties.0.operator',
    ]);
  });
});
