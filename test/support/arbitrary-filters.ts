import fc from 'fast-check';

const KEYS = ['plan', 'age', 'since', 'email', 'beta', '__proto__'];

/** A value that a person may have, often one that a condition below asks for. */
const value = fc.oneof(
  fc.constantFrom<unknown>('pro', 'Free', 'ada@example.com', 5, 30, '30', 5.5, true, false, 'true', 'False', null, '', [], ['pro'], {
    plan: 'pro',
  }),
  fc.constantFrom<unknown>('2024-02-29', '2026-01-01T00:00:00Z', 1_767_300_000, 'no date'),
);

const OPERATORS: Record<string, fc.Arbitrary<unknown>> = {
  exact: fc.oneof(value, fc.array(value, { maxLength: 3 })),
  is_not: fc.oneof(value, fc.array(value, { maxLength: 3 })),
  is_set: fc.constant('is_set'),
  is_not_set: fc.constant('is_not_set'),
  icontains: fc.constantFrom('PRO', '@', '3', ''),
  not_icontains: fc.constantFrom('pro', '@', '3'),
  regex: fc.constantFrom('^p', '\\d+', 'example\\.com$', '('),
  not_regex: fc.constantFrom('^p', '\\d+', '('),
  gt: fc.constantFrom<unknown>(5, '29.5', 'many'),
  gte: fc.constantFrom<unknown>(5, 30),
  lt: fc.constantFrom<unknown>(6, '30'),
  lte: fc.constantFrom<unknown>(5, 30),
  is_date_before: fc.constantFrom('1y', '-7d', '2025-01-01', '10000d', 'soon'),
  is_date_after: fc.constantFrom('3y', '2025-01-01'),
  is_date_exact: fc.constantFrom('2024-02-29', '2026-01-01'),
  sounds_like: fc.constant('pro'),
};

const property = fc.constantFrom(...Object.keys(OPERATORS)).chain((operator) =>
  fc.record({
    key: fc.constantFrom(...KEYS),
    operator: fc.constant(operator),
    value: OPERATORS[operator] as fc.Arbitrary<unknown>,
    type: fc.oneof({ weight: 9, arbitrary: fc.constant('person') }, fc.constant('cohort')),
  }),
);

const group = fc.record(
  { properties: fc.array(property, { maxLength: 2 }), rollout_percentage: fc.constantFrom<unknown>(100, 50, 20, 0, null) },
  { requiredKeys: ['properties'] },
);

/** A user's targeting of a tour. */
export const arbitraryTargeting = fc.record({ groups: fc.array(group, { maxLength: 3 }) });

/** Of groups of persons, such as companies; mostly of none. */
const groupType = fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, fc.constantFrom(0, 4));

/** The filters of a flag that people made; some of its groups name a variant, which there may be. */
export const arbitraryFilters = fc.record({
  aggregation_group_type_index: groupType,
  groups: fc.array(
    fc.tuple(group, fc.constantFrom('blue', 'purple', null)).map(([made, variant]) => ({ ...made, variant })),
    { minLength: 1, maxLength: 3 },
  ),
});

/** The properties of a person. */
export const arbitraryProperties = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), value), { maxLength: KEYS.length })
  .map((entries) => JSON.parse(JSON.stringify(Object.fromEntries(entries))) as Record<string, unknown>);
