import { isObject, type JsonObject } from '../../../json/json-object.ts';
import type { PlacedProblem } from '../../errors.ts';
import { INPUT_LIMITS } from '../../input-limits.ts';
import { conditionFaults } from './check-condition.ts';
import { unknownKeys } from './known-keys.ts';

type At = PlacedProblem['at'];

/** More faults are not listed. */
const MAX_FAULTS = 100;

/**
 * Everything in the filters of a tour or a flag that is not as PostHog writes it: unknown keys, operators and types,
 * and malformed values. Filters that are no object, and groups that are none, are reported elsewhere
 * (targetingProblems).
 */
export function filterFaults(filters: JsonObject): PlacedProblem[] {
  const faults = unknownKeys(filters, 'filters', []);
  const groups = Array.isArray(filters.groups) ? filters.groups : [];
  if (groups.length > INPUT_LIMITS.targetingGroups) faults.push(tooMany(['groups'], groups.length, INPUT_LIMITS.targetingGroups));
  for (const [index, group] of groups.entries()) {
    if (faults.length >= MAX_FAULTS) break;
    if (isObject(group)) faults.push(...groupFaults(group, ['groups', index]));
  }
  faults.push(...variantFaults(filters.multivariate));
  return faults.slice(0, MAX_FAULTS);
}

/** The places in the filters of a flag that are not a list or an object where one belongs. */
export function structureFaults({ groups, payloads }: JsonObject): PlacedProblem[] {
  const faults = payloads == null || isObject(payloads) ? [] : [wrong(['payloads'], 'This must be an object.')];
  if (groups == null) return faults;
  if (!Array.isArray(groups)) return [...faults, wrong(['groups'], 'This must be a list.')];
  for (const [index, group] of groups.entries()) {
    if (faults.length >= MAX_FAULTS) break;
    const at = ['groups', index];
    if (!isObject(group)) faults.push(wrong(at, 'Each group must be an object.'));
    else if (Array.isArray(group.properties)) {
      const odd = [...group.properties.entries()].filter(([, property]) => !isObject(property));
      faults.push(...odd.map(([place]) => wrong([...at, 'properties', place], 'Each property must be an object.')));
    } else if (group.properties != null) faults.push(wrong([...at, 'properties'], 'This must be a list.'));
  }
  return faults.slice(0, MAX_FAULTS);
}

/** The objects of a list, with their positions. Everything else in it, and what is no list, is left out. */
export function* listObjects(list: unknown): Generator<[number, JsonObject]> {
  if (Array.isArray(list)) for (const [index, item] of list.entries()) if (isObject(item)) yield [index, item];
}

function groupFaults(group: JsonObject, at: At): PlacedProblem[] {
  const faults = unknownKeys(group, 'group', at);
  const properties = Array.isArray(group.properties) ? group.properties : [];
  faults.push(...percentageFaults(group, at));
  if (group.variant !== undefined && group.variant !== null && typeof group.variant !== 'string')
    faults.push(wrong([...at, 'variant'], 'The variant must be the key of a variant, or null.'));
  if (properties.length > INPUT_LIMITS.targetingProperties)
    faults.push(tooMany([...at, 'properties'], properties.length, INPUT_LIMITS.targetingProperties));
  for (const [index, property] of properties.entries()) {
    if (faults.length >= MAX_FAULTS) break;
    if (isObject(property)) faults.push(...conditionFaults(property, [...at, 'properties', index]));
  }
  return faults;
}

function variantFaults(multivariate: unknown): PlacedProblem[] {
  const at = ['multivariate'];
  if (multivariate === undefined || multivariate === null) return [];
  if (!isObject(multivariate)) return [wrong(at, 'This must be an object with a list of variants, or null.')];
  const faults = unknownKeys(multivariate, 'multivariate', at);
  if (!Array.isArray(multivariate.variants)) return [...faults, wrong([...at, 'variants'], 'This must be a list.')];
  for (const [index, variant] of multivariate.variants.entries()) {
    if (faults.length >= MAX_FAULTS) break;
    const place = [...at, 'variants', index];
    if (!isObject(variant)) {
      faults.push(wrong(place, 'Each variant must be an object.'));
      continue;
    }
    faults.push(...unknownKeys(variant, 'variant', place), ...percentageFaults(variant, place));
    if (typeof variant.key !== 'string' || variant.key === '') faults.push(wrong([...place, 'key'], 'Each variant needs a key.'));
  }
  return faults;
}

function percentageFaults({ rollout_percentage: percentage }: JsonObject, at: At): PlacedProblem[] {
  if (percentage === undefined || percentage === null) return [];
  const isPercentage = typeof percentage === 'number' && percentage >= 0 && percentage <= 100;
  return isPercentage ? [] : [wrong([...at, 'rollout_percentage'], 'Give a number from 0 to 100.')];
}

function tooMany(at: At, found: number, max: number): PlacedProblem {
  return { at, code: 'max_length', message: `Ensure this list has no more than ${max} items; it has ${found}.` };
}

function wrong(at: At, message: string): PlacedProblem {
  return { at, code: 'invalid_input', message };
}
