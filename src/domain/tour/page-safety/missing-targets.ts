import { isObject, type JsonObject } from '../../../json/json-object.ts';
import { listSteps } from '../content.ts';
import { type TourProblem, warning } from '../problems/tour-problem.ts';
import type { StatsRange, TourStats } from '../stats.ts';

/** Days in UTC, today included. */
const DAYS = 7;

const DAY_MS = 86_400_000;

/** The days whose missing elements are reported. */
export function missingTargetRange(now: Date): StatsRange {
  return { from: new Date(now.getTime() - (DAYS - 1) * DAY_MS).toISOString(), to: null };
}

/**
 * Warns of the steps whose element was not on the page of some persons.
 *
 * @param stats of the days above
 */
export function missingTargets(content: unknown, stats: Pick<TourStats, 'steps'>): TourProblem[] {
  const steps = listSteps(content);
  return stats.steps.flatMap(({ stepId, targetMissing: { persons } }) => {
    const index = persons === 0 ? -1 : steps.findIndex((step) => isObject(step) && String(step.id) === stepId);
    if (index < 0) return [];
    const message = `${persons} ${persons === 1 ? 'person' : 'persons'} did not find the element of step ${index + 1} in the last ${DAYS} days.`;
    return [warning('target_missing', message, ['content', 'steps', index, ...placeOf(steps[index] as JsonObject)])];
  });
}

/** The keys that name the element of a step. */
function placeOf({ type, useManualSelector }: JsonObject): string[] {
  if (type === 'banner') return ['bannerConfig', 'selector'];
  return [useManualSelector ? 'selector' : 'inferenceData'];
}
