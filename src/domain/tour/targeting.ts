import { isObject, type JsonObject } from '../../json/json-object.ts';
import { TOUR_KINDS } from './content/tour-kind.ts';
import { readConditions } from './content.ts';
import { neverSeen, notYet, seenBefore } from './system-condition.ts';
import { type ConditionGroup, userGroups } from './targeting-filters.ts';

/** The kinds of tour that a browser keeps a last-seen date of. */
const SEEN_TYPES: unknown[] = Object.keys(TOUR_KINDS);

/** Flag evaluation does not understand a longer wait. */
const MAX_WAIT_DAYS = 9999;

/** Everything that the conditions of a tour's internal flag are made from. */
export interface TargetingSource {
  tourId: string;
  content: unknown;
  /** The user's own targeting; null: everybody. */
  targetingFlagFilters: unknown;
}

/** The `filters` of a tour's internal flag. They are derived anew each time and never read back. */
export function internalFlagFilters(source: TargetingSource): { groups: ConditionGroup[] } {
  return { groups: targetingGroups(source) };
}

/**
 * Contract 8.3: one group for each of the user's groups (outer) and each way in which the wait can be over (inner), holding the display frequency's conditions, the
 * wait's, then the user's. The user's rollout percentage is kept (section 16, row 15).
 */
export function targetingGroups({ tourId, content, targetingFlagFilters }: TargetingSource): ConditionGroup[] {
  const base = frequencyConditions(tourId, content);
  const waits = waitCombinations(content);
  const own = userGroups(targetingFlagFilters, tourId);
  const everybody: ConditionGroup = { variant: '', rollout_percentage: 100, properties: [] };
  return (own.length === 0 ? [everybody] : own).flatMap((group) =>
    waits.map((wait) => ({ ...group, properties: [...base, ...wait, ...group.properties] })),
  );
}

function frequencyConditions(tourId: string, content: unknown): JsonObject[] {
  const frequency = isObject(content) ? content.displayFrequency : null;
  if (frequency === 'always') return [];
  if (frequency === 'show_once') return [notYet('shown', tourId)];
  return [notYet('completed', tourId), notYet('dismissed', tourId)];
}

/** All combinations of “never seen” and “seen long ago” over the types that count, the leftmost type varying slowest; without a wait, one that is empty. */
function waitCombinations(content: unknown): JsonObject[][] {
  const { days, types } = waitPeriod(content);
  return types.reduce<JsonObject[][]>(
    (combinations, type) =>
      combinations.flatMap((earlier) => [neverSeen(type), seenBefore(type, days)].map((condition) => [...earlier, condition])),
    [[]],
  );
}

/** Section 16, row 13: unknown and repeated types are ignored, and days are capped. */
function waitPeriod(content: unknown): { days: number; types: string[] } {
  const { seenTourWaitPeriod: period } = readConditions(content);
  if (!isObject(period) || typeof period.days !== 'number' || period.days < 1 || !Array.isArray(period.types))
    return { days: 0, types: [] };
  const types = new Set(period.types.filter((type) => SEEN_TYPES.includes(type)));
  return { days: Math.min(Math.trunc(period.days), MAX_WAIT_DAYS), types: [...types] };
}
