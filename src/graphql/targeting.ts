import { PERSON_OPERATORS } from '../domain/targeting/operators/operator.ts';
import {
  type TargetingOperator as Operator,
  TARGETING_OPERATORS,
  type TypedCondition,
  type TypedGroup,
  typedGroup,
} from '../domain/targeting/typed-targeting.ts';
import { checkTargetingFlagFilters } from '../domain/tour/targeting-filters.ts';
import { RawJson } from '../json/raw-json.ts';
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

const TargetingOperator = builder.enumType('TargetingOperator', {
  description: 'How a condition compares a property of the person. All operators that the gateway evaluates.',
  values: Object.fromEntries(
    TARGETING_OPERATORS.map((operator) => [operator.toUpperCase(), { value: operator, description: DESCRIPTIONS[operator] }]),
  ) as Record<string, { value: Operator; description: string }>,
});

const TargetingGroupProperty = builder.objectRef<TypedCondition>('TargetingGroupProperty').implement({
  description: 'A condition of a group.',
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: true,
      description: 'The property, or the flag of FLAG_EVALUATES_TO. Null: the condition is malformed.',
    }),
    operator: t.expose('operator', {
      type: TargetingOperator,
      nullable: true,
      description:
        'Null: the gateway does not evaluate the operator, or the condition is about something other than the person; see `raw`.',
    }),
    value: t.expose('value', { type: 'JSON', nullable: true, description: 'What the operator compares with.' }),
    notEvaluated: t.exposeString('notEvaluated', {
      nullable: true,
      description: 'Why the gateway cannot evaluate the condition. Null: it can.',
    }),
    raw: t.expose('raw', { type: 'JSON', description: 'The condition as it is stored.' }),
  }),
});

const TargetingGroup = builder.objectRef<TypedGroup>('TargetingGroup').implement({
  description: 'Persons who meet all conditions, or a percentage of them.',
  fields: (t) => ({
    properties: t.expose('conditions', { type: [TargetingGroupProperty], description: 'Empty: everyone.' }),
    rolloutPercentage: t.exposeFloat('rolloutPercentage', { description: 'The percentage of those who meet the conditions, 0 to 100.' }),
  }),
});

export const TargetingRef = builder.objectRef<{ groups: TypedGroup[] }>('Targeting').implement({
  description: 'Whom a tour is shown to: persons who match one of the groups.',
  fields: (t) => ({ groups: t.expose('groups', { type: [TargetingGroup], description: 'Alternatives.' }) }),
});

/** Stored targeting as clients read it, whatever it holds. Null: everyone. */
export function readTargeting(stored: unknown, tourId: string): { groups: TypedGroup[] } | null {
  const checked = checkTargetingFlagFilters((stored instanceof RawJson ? stored.value : stored) ?? null, tourId);
  if ('problem' in checked) return { groups: [] };
  return checked.value && { groups: checked.value.groups.map(typedGroup) };
}

const TargetingPropertyInput = builder.inputType('TargetingPropertyInput', {
  description: 'A condition.',
  fields: (t) => ({
    key: t.string({
      required: true,
      description: 'The property of the person. With FLAG_EVALUATES_TO, the key or the `databaseId` of a flag.',
    }),
    operator: t.field({ type: TargetingOperator, required: true, defaultValue: 'exact', description: 'How to compare.' }),
    value: t.field({
      type: 'JSON',
      description:
        'What to compare with: a text, a number, true or false; a list of them with EXACT, IS_NOT, ICONTAINS_MULTI and NOT_ICONTAINS_MULTI. A value that the operator cannot use is refused. None with IS_SET and IS_NOT_SET.',
    }),
  }),
});

const TargetingGroupInput = builder.inputType('TargetingGroupInput', {
  description: 'Persons who meet all conditions, or a percentage of them.',
  fields: (t) => ({
    properties: t.field({ type: [TargetingPropertyInput], description: 'All must be met. Absent or empty: everyone.' }),
    rolloutPercentage: t.float({
      required: true,
      defaultValue: 100,
      description: 'The percentage of those who meet the conditions, 0 to 100. A person stays on the same side.',
    }),
  }),
});

export const TargetingInput = builder.inputType('TargetingInput', {
  description: 'Whom to show a tour to: persons who match one of the groups.',
  fields: (t) => ({
    groups: t.field({ type: [TargetingGroupInput], required: true, description: 'Alternatives, at least one.' }),
  }),
});
