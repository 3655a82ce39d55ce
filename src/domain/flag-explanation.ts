import { isObject } from '../json/json-object.ts';
import { type CompiledFlag, type CompiledGroup, isInRollout, type Person } from './flag-evaluation.ts';
import type { Condition } from './targeting/condition.ts';
import type { FlagOutcome } from './targeting/flag-reason.ts';
import { evaluateFlags, type FlagResults, type FlagSet } from './targeting/flag-set.ts';
import { operatorOf } from './targeting/operators/operator.ts';
import { rolloutHash } from './targeting/rollout-hash.ts';
import { GROUP_PROPERTY } from './targeting/unsupported.ts';

/** One condition of a group, with the value of the person. */
export interface PropertyExplanation {
  /** The condition as the flag holds it. */
  property: unknown;
  /** Null: the condition is malformed, or represents a group that is. */
  key: string | null;
  operator: string;
  expected: unknown;
  /** The person's value; undefined: the person has no such property, or the condition is about something else. */
  actual: unknown;
  /** Null: the gateway cannot evaluate the condition; `unsupported` says why. */
  met: boolean | null;
  unsupported: string | null;
}

export interface GroupExplanation {
  properties: PropertyExplanation[];
  /** Whether the person meets every property; null: that depends on one that the gateway cannot evaluate. */
  met: boolean | null;
  /** The percentage of those who do that the group accepts, and whether the person is among them. */
  percentage: number;
  inRollout: boolean;
  variant: string | null;
}

/** What `/flags/` answers about a flag, and everything that led to it. */
export interface FlagExplanation {
  key: string;
  outcome: FlagOutcome;
  /** The person's place for this flag, from 0 to 1. */
  place: number;
  groups: GroupExplanation[];
}

/** Explains flags of a set for one person: the evaluation of `/flags/` with all its parts. */
export function createFlagExplainer(set: FlagSet, person: Person, now: Date): (flag: CompiledFlag) => FlagExplanation {
  const results = evaluateFlags(set, person, now);
  return (flag) => ({
    key: flag.definition.key,
    outcome: results.outcomeOf(flag),
    place: rolloutHash(flag.definition.key, person.distinctId),
    groups: flag.groups.map((group) => explainGroup(flag, group, person, now, results)),
  });
}

function explainGroup(flag: CompiledFlag, group: CompiledGroup, person: Person, now: Date, { flagValue }: FlagResults): GroupExplanation {
  const properties = group.conditions.map((condition): PropertyExplanation => {
    const met = group.isForGroups ? null : condition.test(person.properties, now, flagValue);
    const unsupported = group.isForGroups ? GROUP_PROPERTY : condition.unsupported;
    return { ...describe(condition, person), met, unsupported: met === null ? (unsupported?.description ?? null) : null };
  });
  return {
    properties,
    met: group.isForGroups ? null : all(properties),
    percentage: group.percentage,
    inRollout: isInRollout(flag, group, person),
    variant: group.variant,
  };
}

/** Whether all of several conditions are met: one that is not decides, before one that cannot be evaluated. */
export function all(conditions: readonly { met: boolean | null }[]): boolean | null {
  if (conditions.some(({ met }) => met === false)) return false;
  return conditions.every(({ met }) => met) ? true : null;
}

function describe({ property, personProperty, flag }: Condition, { properties }: Person): Omit<PropertyExplanation, 'met' | 'unsupported'> {
  const condition = isObject(property) ? property : {};
  const operator = operatorOf(condition);
  return {
    property,
    key: flag ?? (typeof condition.key === 'string' ? condition.key : null),
    operator: typeof operator === 'string' ? operator : JSON.stringify(operator),
    expected: condition.value,
    actual: personProperty !== null && Object.hasOwn(properties, personProperty) ? properties[personProperty] : undefined,
  };
}
