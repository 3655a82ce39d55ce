import { NEGATED, POSITIVE } from './value-tests.ts';

/** The operators that the gateway evaluates for properties of a person. */
export const PERSON_OPERATORS = [...Object.keys(POSITIVE), ...Object.keys(NEGATED), 'is_set', 'is_not_set'] as PersonOperator[];

export type PersonOperator = keyof typeof POSITIVE | keyof typeof NEGATED | 'is_set' | 'is_not_set';

/** The operator of conditions on other flags. */
export const FLAG_OPERATOR = 'flag_evaluates_to';

/**
 * Operators of PostHog that the gateway cannot evaluate: `in` and `not_in` are about cohorts, which it does not know.
 */
export const UNSUPPORTED_OPERATORS = ['in', 'not_in', 'between', 'not_between'];

/** PostHog's older names. */
const ALIASES: Record<string, PersonOperator> = { min: 'gte', max: 'lte' };

/** Every operator that a stored condition may have. */
export const KNOWN_OPERATORS: readonly string[] = [...PERSON_OPERATORS, FLAG_OPERATOR, ...UNSUPPORTED_OPERATORS, ...Object.keys(ALIASES)];

/** What a condition may be about. */
export const PROPERTY_TYPES: readonly string[] = ['person', 'cohort', 'group', 'flag', 'person_metadata'];

/** The operator of a condition under its present name; `exact` if it has none. */
export function operatorOf({ operator }: { operator?: unknown }): unknown {
  if (operator === undefined || operator === null) return 'exact';
  return typeof operator === 'string' && Object.hasOwn(ALIASES, operator) ? ALIASES[operator] : operator;
}
