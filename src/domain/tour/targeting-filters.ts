import { isObject, type JsonObject } from '../../json/json-object.ts';
import { checkJsonText } from '../../json/text-check.ts';
import type { PlacedProblem } from '../errors.ts';
import type { Checked } from './field-rules.ts';
import { hasStoredForm, listProperties } from './stored-group.ts';
import { isSystemCondition } from './system-condition.ts';

/** One alternative of a flag: all its properties have to hold, and then for so many per cent of the people. */
export interface ConditionGroup {
  variant: '';
  rollout_percentage: number;
  properties: JsonObject[];
}

/** The user's own targeting in the form in which it is stored and read: contract 8.5. */
export interface TargetingFlagFilters {
  groups: ConditionGroup[];
}

/**
 * The user's targeting as it is to be stored: contract 8.4 with section 16, rows 1 and 15. Null, and nothing but groups
 * that accept everyone, mean none. Conditions that the gateway adds by itself are taken out, so that writing what was
 * read changes nothing; so are repeated groups.
 *
 * @param tourId absent for a tour that does not exist yet
 */
export function checkTargetingFlagFilters(value: unknown, tourId?: string): Checked<TargetingFlagFilters | null> {
  const [problem] = targetingProblems(value);
  if (problem) return { problem: { path: 'targetingFlagFilters', code: problem.code, message: problem.message } };
  const own = userGroups(value, tourId);
  const isForEveryone = own.every(({ properties }) => properties.length === 0) && own.some(acceptsEveryone);
  return { value: own.length === 0 || isForEveryone ? null : { groups: own } };
}

function acceptsEveryone({ properties, rollout_percentage }: ConditionGroup): boolean {
  return properties.length === 0 && rollout_percentage === 100;
}

/** Why a value cannot be targeting: contract 8.4 with section 16, row 8. Properties are not checked. */
export function targetingProblems(value: unknown): PlacedProblem[] {
  if (value === null) return [];
  if (!isObject(value)) return [refusal('Targeting flag filters must be an object or null.')];
  const text = checkJsonText(value);
  if (text) return [{ at: [], ...text }];
  const groups = value.groups ?? [];
  if (!Array.isArray(groups)) return [refusal('Targeting groups must be a list.', 'groups')];
  return groups.flatMap(groupProblems);
}

function groupProblems(group: unknown, index: number): PlacedProblem[] {
  const number = index + 1;
  if (!isObject(group)) return [refusal(`Targeting group ${number} must be an object.`, 'groups', index)];
  const properties = group.properties ?? [];
  const at = ['groups', index, 'properties'];
  if (!Array.isArray(properties)) return [refusal(`The properties of targeting group ${number} must be a list.`, ...at)];
  const odd = properties.flatMap((property, place) => (isObject(property) ? [] : [place]));
  return odd.map((place) => refusal(`Each property of targeting group ${number} must be an object.`, ...at, place));
}

/**
 * The groups of any filters without the gateway's own conditions and repetitions. Odd filters have none. A group
 * without properties is for everyone, also beside others.
 */
export function userGroups(filters: unknown, tourId?: string): ConditionGroup[] {
  const groups = isObject(filters) && Array.isArray(filters.groups) ? filters.groups.filter(isObject) : [];
  const kept = new Map<string, ConditionGroup>();
  for (const given of groups) {
    const own = listProperties(given.properties).filter((property) => !isSystemCondition(property, tourId));
    const rollout_percentage = own.length === 0 && !hasStoredForm(given) ? 100 : percentage(given.rollout_percentage);
    const group: ConditionGroup = { variant: '', rollout_percentage, properties: own };
    const meaning = meaningOf(group);
    if (!kept.has(meaning)) kept.set(meaning, group);
  }
  return [...kept.values()];
}

/** The same for groups that say the same: neither the order of properties nor that of their keys matters. */
function meaningOf(group: ConditionGroup): string {
  const properties = group.properties.map((property) =>
    JSON.stringify(
      Object.keys(property)
        .toSorted()
        .map((key) => [key, property[key]]),
    ),
  );
  return JSON.stringify([group.rollout_percentage, [...new Set(properties)].toSorted()]);
}

function percentage(value: unknown): number {
  return typeof value === 'number' ? Math.min(Math.max(value, 0), 100) : 100;
}

function refusal(message: string, ...at: (string | number)[]): PlacedProblem {
  return { at, code: 'invalid_input', message };
}
