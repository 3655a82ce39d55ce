import { type TargetingOperator as Operator, TARGETING_OPERATORS } from '../domain/targeting/typed-targeting.ts';
import { builder } from './builder.ts';

/** What each operator compares; docs/targeting.md has the exact rules. */
const DESCRIPTIONS: Record<Operator, string> = {
  exact: 'The property equals the value, or one of a list. Case does not matter. `true` and `false` match booleans.',
  is_not: 'The opposite of EXACT. Persons without the property meet it.',
  icontains: 'The property contains the text. The case of A to Z does not matter.',
  not_icontains: 'The opposite of ICONTAINS. Persons without the property meet it.',
  icontains_multi: 'The property contains one of the texts of a list.',
  not_icontains_multi: 'The property contains none of the texts. Persons without the property meet it.',
  starts_with: 'The property starts with the text. The case of A to Z does not matter.',
  not_starts_with: 'The opposite of STARTS_WITH. Persons without the property meet it.',
  ends_with: 'The property ends with the text. The case of A to Z does not matter.',
  not_ends_with: 'The opposite of ENDS_WITH. Persons without the property meet it.',
  regex: 'The regular expression (RE2) is found in the property.',
  not_regex: 'The opposite of REGEX. Persons without the property meet it.',
  gt: 'The property is a number greater than the value.',
  gte: 'The property is a number greater than or equal to the value.',
  lt: 'The property is a number less than the value.',
  lte: 'The property is a number less than or equal to the value.',
  is_date_exact: 'The property is the same moment as the date.',
  is_date_before: 'The property is a date before the value: a date, or a time before now such as `7d`.',
  is_date_after: 'The property is a date after the value: a date, or a time before now such as `7d`.',
  semver_eq: 'The property is the same version.',
  semver_neq: 'The property is another version. Persons without a version do not meet it.',
  semver_gt: 'The property is a higher version.',
  semver_gte: 'The property is the version or a higher one.',
  semver_lt: 'The property is a lower version.',
  semver_lte: 'The property is the version or a lower one.',
  semver_tilde: '`1.2.3`: at least this version, and below 1.3.0.',
  semver_caret: '`1.2.3`: at least this version, and below 2.0.0.',
  semver_wildcard: '`1.2.*`: every version that starts with these numbers.',
  is_set: 'The person has the property. Takes no value.',
  is_not_set: 'The person does not have the property. Takes no value.',
  flag_evaluates_to:
    'The flag whose key or `databaseId` is `key` has the value: true (on, any variant), false (off), or the key of a variant.',
};

export const TargetingOperator = builder.enumType('TargetingOperator', {
  description: 'How a condition compares a property of the person. All operators that the gateway evaluates.',
  values: Object.fromEntries(
    TARGETING_OPERATORS.map((operator) => [operator.toUpperCase(), { value: operator, description: DESCRIPTIONS[operator] }]),
  ) as Record<string, { value: Operator; description: string }>,
});
