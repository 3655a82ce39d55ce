import { isObject, type JsonObject } from '../../../json/json-object.ts';
import { conditionFaults } from '../../targeting/check/check-condition.ts';
import { filterFaults, listObjects } from '../../targeting/check/check-filters.ts';
import { compileCondition } from '../../targeting/condition.ts';
import { hasStoredForm } from '../stored-group.ts';
import { targetingProblems } from '../targeting-filters.ts';
import type { CheckedDraft } from './rule.ts';
import { type TourProblem, warning } from './tour-problem.ts';

const KEY = 'targeting_flag_filters';

/** More warnings are not listed. */
const MAX_WARNINGS = 100;

/**
 * Targeting that does not do what it seems to: REST stores what GraphQL refuses, and PostHog evaluates more than the
 * gateway.
 */
export function targetingWarnings({ draft: { [KEY]: filters }, linkedFlagFilters }: CheckedDraft): TourProblem[] {
  const linked = conditionsOf(linkedFlagFilters?.value).flatMap(({ condition }) => compileCondition(condition).unsupported ?? []);
  const found = linked.slice(0, 1).map(({ description }) => notEvaluated(`The linked flag: ${description}`, ['linked_flag_id']));
  if (!isObject(filters) || targetingProblems(filters).length > 0) return found;
  const faults = filterFaults(filters).map(({ at, code, message }) => warning(code, message, [KEY, ...at]));
  return [...faults, ...ignoredParts(filters), ...unsupportedConditions(filters), ...found].slice(0, MAX_WARNINGS);
}

/** Conditions that are written correctly, but that the gateway cannot evaluate. */
function unsupportedConditions(filters: JsonObject): TourProblem[] {
  return conditionsOf(filters).flatMap(({ condition, at }) => {
    const { unsupported, flag } = compileCondition(condition);
    return unsupported && flag === null && conditionFaults(condition, at).length === 0
      ? [notEvaluated(unsupported.description, [KEY, ...at])]
      : [];
  });
}

function ignoredParts(filters: JsonObject): TourProblem[] {
  const groups = [...listObjects(filters.groups)];
  const aggregations = [
    { value: filters, at: [] as (string | number)[] },
    ...groups.map(([index, value]) => ({ value, at: ['groups', index] })),
  ]
    .filter(({ value }) => value.aggregation_group_type_index != null)
    .map(({ at }) => {
      const message = 'Ignored: a tour is rolled out to persons, not to groups of persons such as companies.';
      return warning('ignored', message, [KEY, ...at, 'aggregation_group_type_index']);
    });
  const percentages = groups
    .filter(([, group]) => [...listObjects(group.properties)].length === 0 && !hasStoredForm(group))
    .filter(([, { rollout_percentage }]) => typeof rollout_percentage === 'number' && rollout_percentage !== 100)
    .map(([index]) => {
      const message =
        'Ignored: REST discards the percentage of a group without properties, so that the group accepts everyone. Save the targeting over GraphQL to keep it.';
      return warning('ignored', message, [KEY, 'groups', index, 'rollout_percentage']);
    });
  return [...aggregations, ...percentages];
}

function conditionsOf(filters: unknown): { condition: JsonObject; at: (string | number)[] }[] {
  if (!isObject(filters)) return [];
  return [...listObjects(filters.groups)].flatMap(([index, group]) =>
    [...listObjects(group.properties)].map(([place, condition]) => ({ condition, at: ['groups', index, 'properties', place] })),
  );
}

function notEvaluated(description: string, at: (string | number)[]): TourProblem {
  return warning('not_evaluated', `${description}.`, at);
}
