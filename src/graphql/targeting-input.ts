import { ValidationError } from '../domain/errors.ts';
import { type TypedTargeting, toFilters, typedProblems } from '../domain/targeting/typed-targeting.ts';
import type { TargetingField } from '../domain/tour/check-targeting.ts';
import { withStoredForm } from '../domain/tour/targeting-filters.ts';
import type { Context } from './context.ts';

interface GivenTargeting {
  targeting?: TypedTargeting | null | undefined;
  targetingFlagFilters?: unknown;
}

/**
 * An input with its targeting in one form. REST runs documents of the gateway itself, whose targeting is not checked: it keeps the tolerance of its contract.
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
