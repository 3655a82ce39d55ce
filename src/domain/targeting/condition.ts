import { isObject, type JsonObject } from '../../json/json-object.ts';
import { INPUT_LIMITS } from '../input-limits.ts';
import { flagReference, matchesFlagValue } from './flag-dependency.ts';
import { FLAG_OPERATOR, KNOWN_OPERATORS, operatorOf, PROPERTY_TYPES, UNSUPPORTED_OPERATORS } from './operators/operator.ts';
import { NEGATED, POSITIVE } from './operators/value-tests.ts';
import {
  COHORT,
  FAILED_DEPENDENCY,
  GROUP_PROPERTY,
  MALFORMED,
  PATTERN,
  TOO_MANY_VALUES,
  type Unsupported,
  unsupportedOperator,
  unsupportedType,
} from './unsupported.ts';

/** The value of another flag: off, on, its variant, or null if it cannot be evaluated. */
export type FlagValue = boolean | string | null;

/** Whether a person with these properties satisfies a condition; null: the gateway cannot evaluate it. */
type ConditionTest = (properties: JsonObject, now: Date, flagValue: (reference: string) => FlagValue) => boolean | null;

export interface Condition {
  /** As the flag holds it. */
  property: unknown;
  test: ConditionTest;
  /** Why `test` returns null when it does. */
  unsupported: Unsupported | null;
  /** The property of the person that it looks at. */
  personProperty: string | null;
  /** The id or the key of the flag that it depends on. */
  flag: string | null;
}

/** Makes a condition from `{key, operator, value, type}` as flags hold it. */
export function compileCondition(property: unknown): Condition {
  const none = { property, personProperty: null, flag: null };
  const cannot = (unsupported: Unsupported): Condition => ({ ...none, test: () => null, unsupported });
  if (!isObject(property)) return cannot(MALFORMED);
  const { key, type = 'person' } = property;
  const operator = operatorOf(property);
  if (typeof operator !== 'string' || typeof type !== 'string') return cannot(MALFORMED);
  if (!PROPERTY_TYPES.includes(type)) return cannot(unsupportedType(type));
  if (type === 'cohort') return cannot(COHORT);
  if (!KNOWN_OPERATORS.includes(operator) || UNSUPPORTED_OPERATORS.includes(operator)) return cannot(unsupportedOperator(operator));
  if (type === 'group') return cannot(GROUP_PROPERTY);
  if (type === 'flag') return flagCondition(property, operator) ?? cannot(MALFORMED);
  if (type !== 'person') return cannot(unsupportedType(type));
  if (typeof key !== 'string' || operator === FLAG_OPERATOR) return cannot(MALFORMED);
  const { test, unsupported = null } = personTest(key, operator, property.value);
  return { ...none, personProperty: key, test, unsupported };
}

/** Null: the condition names no flag, or compares it with an operator of persons. */
function flagCondition(property: JsonObject, operator: string): Condition | null {
  const flag = flagReference(property);
  if (flag === null || operator !== FLAG_OPERATOR) return null;
  const { value } = property;
  const test: ConditionTest = (_, __, flagValue) => {
    const actual = flagValue(flag);
    return actual === null ? null : matchesFlagValue(value, actual);
  };
  return { property, test, unsupported: FAILED_DEPENDENCY, personProperty: null, flag };
}

type PersonTest = { test: ConditionTest; unsupported?: Unsupported };

function personTest(key: string, operator: string, value: unknown): PersonTest {
  const has = (properties: JsonObject) => Object.hasOwn(properties, key);
  if (operator === 'is_set') return { test: has };
  if (operator === 'is_not_set') return { test: (properties) => !has(properties) };
  // A condition without a value is met by no one, also where it says the opposite.
  if (value === undefined || value === null) return { test: () => false };
  const isNegated = Object.hasOwn(NEGATED, operator);
  const positive = isNegated ? NEGATED[operator as keyof typeof NEGATED] : operator;
  const compile = POSITIVE[positive as keyof typeof POSITIVE] as ((value: unknown) => ReturnType<typeof POSITIVE.regex>) | undefined;
  if (positive === 'icontains_multi' && Array.isArray(value) && value.length > INPUT_LIMITS.targetingValues)
    return { test: (properties) => (has(properties) ? null : isNegated), unsupported: TOO_MANY_VALUES };
  const test = compile?.(value) ?? null;
  if (!test && positive === 'regex') return { test: (properties) => (has(properties) ? null : isNegated), unsupported: PATTERN };
  if (!test) return { test: () => false };
  return { test: (properties, now) => (has(properties) ? test(properties[key], now) !== isNegated : isNegated) };
}
