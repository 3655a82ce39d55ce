import { isObject, type JsonObject } from '../json/json-object.ts';
import type { FlagDefinition } from './published-project.ts';
import { type Condition, compileCondition, type FlagValue } from './targeting/condition.ts';
import {
  DISABLED,
  type FlagOutcome,
  failure,
  GROUPS_NOT_EVALUATED,
  matched,
  NO_CONDITION_MATCH,
  NO_GROUP_TYPE,
  outOfRollout,
} from './targeting/flag-reason.ts';
import { rolloutHash } from './targeting/rollout-hash.ts';
import { MALFORMED } from './targeting/unsupported.ts';
import { tourStatus } from './tour/lifecycle.ts';

/** A flag that is prepared for many evaluations. */
export interface CompiledFlag {
  definition: FlagDefinition;
  groups: CompiledGroup[];
  variants: { key: string; percentage: number }[];
  payloads: JsonObject;
  /** The outcome for everyone while the flag is active, because its dependencies cannot be followed. Null: it is evaluated. */
  broken: FlagOutcome | null;
}

export interface CompiledGroup {
  /** All of them have to hold. */
  conditions: Condition[];
  /** The percentage of those who meet the conditions that the group accepts. */
  percentage: number;
  /** The variant for everyone in the group; null: the hash decides. */
  variant: string | null;
  /** It is about groups of persons, such as companies, which the gateway does not know. No person matches it. */
  isForGroups: boolean;
}

/** Longer ids are cut, as they are when they are stored. */
export const MAX_DISTINCT_ID = 200;

export interface Person {
  distinctId: string;
  properties: JsonObject;
}

/** The values of the flags that others depend on, by id or key. */
export type FlagValues = (reference: string) => FlagValue;

const NO_FLAGS: FlagValues = () => null;

/** Prepares a flag, whatever its filters hold. A group or a condition that is malformed cannot be evaluated. */
export function compileFlag(definition: FlagDefinition): CompiledFlag {
  const filters = isObject(definition.filters.value) ? definition.filters.value : {};
  const variants = list(isObject(filters.multivariate) ? filters.multivariate.variants : null)
    .filter(isObject)
    .flatMap(({ key, rollout_percentage }) => (typeof key === 'string' ? [{ key, percentage: percentage(rollout_percentage, 0) }] : []));
  const groups = list(filters.groups).map((group) => compileGroup(group, filters, variants));
  return { definition, groups, variants, payloads: isObject(filters.payloads) ? filters.payloads : {}, broken: null };
}

/**
 * Whether the flag is on for a person, and why. The first group that the person meets in full decides. If none is met, a group that cannot be evaluated makes
 * the outcome a failure, unless one of its other conditions or its rollout excludes the person anyway.
 *
 * @param flagValue the values of the flags that this one depends on
 */
export function evaluateFlag(flag: CompiledFlag, person: Person, now: Date, flagValue: FlagValues = NO_FLAGS): FlagOutcome {
  if (!isOn(flag.definition, now)) return DISABLED;
  if (flag.broken) return flag.broken;
  let outside: number | null = null;
  let failed: FlagOutcome | null = null;
  let skipped = 0;
  for (const [index, group] of flag.groups.entries()) {
    if (group.isForGroups) {
      skipped++;
      continue;
    }
    const met = meets(group, person, now, flagValue);
    if (met === false) continue;
    if (!isInRollout(flag, group, person)) {
      if (met === true) outside ??= index;
      continue;
    }
    if (met !== true) {
      failed ??= failure(met.unsupported ?? MALFORMED);
      continue;
    }
    const variant = group.variant ?? chooseVariant(flag, person);
    return matched(index, variant, payloadOf(flag, variant));
  }
  if (failed) return failed;
  if (outside !== null) return outOfRollout(outside);
  if (skipped === 0) return NO_CONDITION_MATCH;
  return skipped === flag.groups.length ? NO_GROUP_TYPE : GROUPS_NOT_EVALUATED;
}

/** Whether a person meets all conditions of a group; the first condition that cannot be evaluated if it depends on that. */
function meets({ conditions }: CompiledGroup, { properties }: Person, now: Date, flagValue: FlagValues): boolean | Condition {
  let unknown: Condition | null = null;
  for (const condition of conditions) {
    const met = condition.test(properties, now, flagValue);
    if (met === false) return false;
    if (met === null) unknown ??= condition;
  }
  return unknown ?? true;
}

/** Whether a person is among the per cent of a group; where that is everybody, nothing is computed. */
export function isInRollout({ definition }: CompiledFlag, { percentage }: CompiledGroup, { distinctId }: Person): boolean {
  return percentage >= 100 || rolloutHash(definition.key, distinctId) <= percentage / 100;
}

/** The properties of a person that decide about these flags. */
export function personProperties(flags: readonly CompiledFlag[]): string[] {
  const keys = flags
    .filter(({ definition }) => mayBeOn(definition))
    .flatMap(({ groups }) => groups.flatMap(({ conditions }) => conditions.flatMap(({ personProperty }) => personProperty ?? [])));
  return [...new Set(keys)];
}

/** Whether the flag can be on for somebody, now or once a start date has come. */
export function mayBeOn({ active, tour }: FlagDefinition): boolean {
  return tour ? tour.autoLaunch && !tour.archived && tour.startDate !== null : active;
}

/**
 * A tour's own flag goes by the dates of its tour as they are now. The stored `active`, which clients read, is only told from which dates are null: it would
 * end a tour with the request that sets an end date for next week.
 */
function isOn({ active, tour }: FlagDefinition, now: Date): boolean {
  return tour ? tour.autoLaunch && tourStatus(tour, now) === 'RUNNING' : active;
}

function compileGroup(group: unknown, filters: JsonObject, variants: CompiledFlag['variants']): CompiledGroup {
  const isGroup = isObject(group) && (group.properties == null || Array.isArray(group.properties));
  const isForGroups = concernsGroups(isObject(group) && 'aggregation_group_type_index' in group ? group : filters);
  if (!isGroup) return { conditions: [compileCondition(null)], percentage: 100, variant: null, isForGroups };
  const variant = variants.find(({ key }) => key === group.variant)?.key ?? null;
  const conditions = list(group.properties).map(compileCondition);
  return { conditions, percentage: percentage(group.rollout_percentage, 100), variant, isForGroups };
}

/** Whether a set of conditions, or a flag whose sets do not say it, is about a type of groups of persons. */
function concernsGroups({ aggregation_group_type_index: type }: JsonObject): boolean {
  return type !== undefined && type !== null;
}

/** The variants share the line from 0 to 1 in their order. Null where they leave some of it free, and without variants. */
function chooseVariant({ definition, variants }: CompiledFlag, { distinctId }: Person): string | null {
  if (variants.length === 0) return null;
  const place = rolloutHash(definition.key, distinctId, 'variant');
  let end = 0;
  for (const { key, percentage } of variants) {
    end += percentage / 100;
    if (place < end) return key;
  }
  return null;
}

function payloadOf({ definition, payloads }: CompiledFlag, variant: string | null): unknown {
  const key = variant ?? 'true';
  return !definition.hasEncryptedPayloads && Object.hasOwn(payloads, key) ? payloads[key] : null;
}

function percentage(value: unknown, fallback: number): number {
  if (value === undefined || value === null) return fallback;
  return typeof value === 'number' ? Math.min(Math.max(value, 0), 100) : 0;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
