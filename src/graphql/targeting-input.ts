import { ValidationError } from '../domain/errors.ts';
import { type TypedTargeting, toFilters, typedProblems } from '../domain/targeting/typed-targeting.ts';
import type { TargetingField } from '../domain/tour/check-targeting.ts';
import { withStoredForm } from '../domain/tour/stored-group.ts';
import { builder } from './builder.ts';
import type { Context } from './context.ts';
import { TargetingOperator } from './targeting-operator.ts';

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

interface GivenTargeting {
  targeting?: TypedTargeting | null | undefined;
  targetingFlagFilters?: unknown;
}

/**
 * An input with its targeting in one form. REST runs documents of the gateway itself, whose targeting is not checked:
 * it keeps the tolerance of its contract.
 *
 * @throws ValidationError
 */
export function withTargeting<Input extends GivenTargeting>(
  { targeting, ...input }: Input,
  { caller }: Context,
  tourId: string | null = null,
): Omit<Input, 'targeting'> & { targetingField: TargetingField | null } {
  if (caller.isTrusted) return { ...input, targetingField: null };
  const { targetingFlagFilters } = input;
  if (targeting === undefined) {
    const given = targetingFlagFilters === undefined ? {} : { targetingFlagFilters: withStoredForm(targetingFlagFilters) };
    return { ...input, ...given, targetingField: 'targetingFlagFilters' };
  }
  if (targetingFlagFilters !== undefined) {
    const message = 'Give either `targeting` or `targetingFlagFilters`.';
    throw new ValidationError([{ path: 'targeting', code: 'invalid_input', message }]);
  }
  const problems = targeting ? typedProblems(targeting, tourId) : [];
  if (problems.length > 0) throw new ValidationError(problems);
  return { ...input, targetingFlagFilters: targeting && toFilters(targeting), targetingField: 'targeting' };
}
