import { isObject } from '../json/json-object.ts';
import { type CompiledFlag, type CompiledGroup, evaluateFlag, type FlagOutcome, isInRollout, type Person } from './flag-evaluation.ts';
import { rolloutHash } from './rollout-hash.ts';

/** One condition of a group, beside what the person has. */
export interface PropertyExplanation {
  /** The condition as the flag holds it. */
  property: unknown;
  /** Null in a condition that is malformed, or stands for a group that is about groups of persons: nobody meets it. */
  key: string | null;
  operator: string;
  expected: unknown;
  /** The person's value; undefined: the person has no such property. */
  actual: unknown;
  met: boolean;
}

export interface GroupExplanation {
  properties: PropertyExplanation[];
  /** Whether the person meets every property. */
  met: boolean;
  /** How many per cent of those who do are let in, and whether the person is among them. */
  percentage: number;
  inRollout: boolean;
  variant: string | null;
}

/** What `/flags/` answers about a flag, and everything that led to it. */
export interface FlagExplanation {
  key: string;
  outcome: FlagOutcome;
  /** It is asked of groups of persons, and on for nobody. */
  isForGroups: boolean;
  /** Where the person stands for this flag, from 0 to 1. */
  place: number;
  groups: GroupExplanation[];
}

/** The evaluation of a flag with its parts laid open: the same tests, run to the last one. */
export function explainFlag(flag: CompiledFlag, person: Person, now: Date): FlagExplanation {
  return {
    key: flag.definition.key,
    outcome: evaluateFlag(flag, person, now),
    isForGroups: flag.isForGroups,
    place: rolloutHash(flag.definition.key, person.distinctId),
    groups: flag.groups.map((group) => explainGroup(flag, group, person, now)),
  };
}

function explainGroup(flag: CompiledFlag, group: CompiledGroup, person: Person, now: Date): GroupExplanation {
  const properties = group.conditions.map(({ property, test }) => ({
    ...describe(property, person),
    met: test(person.properties, now),
  }));
  return {
    properties,
    met: properties.every(({ met }) => met),
    percentage: group.percentage,
    inRollout: isInRollout(flag, group, person),
    variant: group.variant,
  };
}

function describe(property: unknown, { properties }: Person): Omit<PropertyExplanation, 'met'> {
  const { key, operator = 'exact', value } = isObject(property) ? property : {};
  const name = typeof key === 'string' ? key : null;
  return {
    property,
    key: name,
    operator: typeof operator === 'string' ? operator : JSON.stringify(operator),
    expected: value,
    actual: name !== null && Object.hasOwn(properties, name) ? properties[name] : undefined,
  };
}
