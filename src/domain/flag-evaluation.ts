import { isObject, type JsonObject } from '../json/json-object.ts';
import { compileProperty, type PropertyTest } from './property-match.ts';
import type { FlagDefinition } from './published-project.ts';
import { rolloutHash } from './rollout-hash.ts';
import { tourStatus } from './tour/lifecycle.ts';

/** A flag made ready to be asked often. */
export interface CompiledFlag {
  definition: FlagDefinition;
  /** It is asked of groups of persons, such as companies, which are not known here: it has no groups of conditions, and is on for nobody. */
  isForGroups: boolean;
  groups: CompiledGroup[];
  variants: { key: string; percentage: number }[];
  payloads: JsonObject;
}

export interface CompiledGroup {
  /** All of them have to hold. */
  conditions: CompiledCondition[];
  /** How many per cent of those who meet the conditions are let in. */
  percentage: number;
  /** The variant that everybody in the group gets; null: as the hash decides. */
  variant: string | null;
}

interface CompiledCondition {
  /** As the flag holds it, whatever that is. */
  property: unknown;
  test: PropertyTest;
}

/** Longer ids are cut, as they are when they are stored. */
export const MAX_DISTINCT_ID = 200;

export interface Person {
  distinctId: string;
  properties: JsonObject;
}

export type FlagReason = 'condition_match' | 'no_condition_match' | 'out_of_rollout_bound' | 'flag_disabled';

export interface FlagOutcome {
  enabled: boolean;
  variant: string | null;
  payload: unknown;
  reason: FlagReason;
  /** Which group decided, from 0; null where none did. */
  groupIndex: number | null;
}

/** Reads a flag's filters, whatever they hold: a group or a property that is malformed, or about groups of persons, is met by nobody. */
export function compileFlag(definition: FlagDefinition): CompiledFlag {
  const filters = isObject(definition.filters.value) ? definition.filters.value : {};
  const variants = list(isObject(filters.multivariate) ? filters.multivariate.variants : null)
    .filter(isObject)
    .flatMap(({ key, rollout_percentage }) => (typeof key === 'string' ? [{ key, percentage: percentage(rollout_percentage, 0) }] : []));
  const isForGroups = concernsGroups(filters);
  const groups = isForGroups ? [] : list(filters.groups).map((group) => compileGroup(group, variants));
  return { definition, isForGroups, groups, variants, payloads: isObject(filters.payloads) ? filters.payloads : {} };
}

/** Whether the flag is on for a person, and why: the first group that the person meets in full decides. */
export function evaluateFlag(flag: CompiledFlag, person: Person, now: Date): FlagOutcome {
  if (!isOn(flag.definition, now)) return off('flag_disabled', null);
  let outside: number | null = null;
  for (const [index, group] of flag.groups.entries()) {
    if (!group.conditions.every(({ test }) => test(person.properties, now))) continue;
    if (!isInRollout(flag, group, person)) {
      outside ??= index;
      continue;
    }
    const variant = group.variant ?? chooseVariant(flag, person);
    return { enabled: true, variant, payload: payloadOf(flag, variant), reason: 'condition_match', groupIndex: index };
  }
  return outside === null ? off('no_condition_match', null) : off('out_of_rollout_bound', outside);
}

/** Whether a person is among the per cent of a group; where that is everybody, nothing is computed. */
export function isInRollout({ definition }: CompiledFlag, { percentage }: CompiledGroup, { distinctId }: Person): boolean {
  return percentage >= 100 || rolloutHash(definition.key, distinctId) <= percentage / 100;
}

/** The properties of a person that decide about these flags. */
export function personProperties(flags: readonly CompiledFlag[]): string[] {
  const conditions = flags
    .filter(({ definition }) => mayBeOn(definition))
    .flatMap(({ groups }) => groups.flatMap((group) => group.conditions));
  const keys = conditions.flatMap(({ property }) => (isObject(property) && typeof property.key === 'string' ? [property.key] : []));
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

function compileGroup(group: unknown, variants: CompiledFlag['variants']): CompiledGroup {
  if (!isObject(group) || concernsGroups(group) || !(group.properties == null || Array.isArray(group.properties)))
    return { conditions: [{ property: group, test: () => false }], percentage: 0, variant: null };
  const variant = variants.find(({ key }) => key === group.variant)?.key ?? null;
  const conditions = list(group.properties).map((property) => ({ property, test: compileProperty(property) }));
  return { conditions, percentage: percentage(group.rollout_percentage, 100), variant };
}

/** Whether the conditions of a flag, or of one set of them, are about a type of groups of persons. */
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

function off(reason: FlagReason, groupIndex: number | null): FlagOutcome {
  return { enabled: false, variant: null, payload: null, reason, groupIndex };
}

function percentage(value: unknown, fallback: number): number {
  if (value === undefined || value === null) return fallback;
  return typeof value === 'number' ? Math.min(Math.max(value, 0), 100) : 0;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
