import { findCrash, pageProblems } from '../page-safety/page-problems.ts';
import type { ConditionKind, TargetingCondition } from './condition.ts';

// What the SDK cannot evaluate: why a tour is not delivered at all, and why a condition turns out as it does.

/** Browsers receive a tour only if the SDK would not throw on it. */
export function withheldCondition(content: unknown): TargetingCondition {
  const crash = findCrash(content);
  return {
    kind: 'NOT_WITHHELD',
    outcome: crash ? 'NOT_MET' : 'MET',
    message: crash
      ? `The gateway withholds the tour from browsers, because the SDK would throw an error that stops other tours too. ${crash.message}`
      : 'Browsers receive the tour.',
  };
}

/** The places in the content that a condition depends on. */
const PLACES: Partial<Record<ConditionKind, readonly (readonly (string | number)[])[]>> = {
  CLICK: [['conditions', 'selector']],
  URL: [
    ['conditions', 'url'],
    ['conditions', 'urlMatchType'],
  ],
  DEVICE_TYPE: [['conditions', 'deviceTypes']],
  WAIT_PERIOD: [['conditions', 'seenTourWaitPeriod']],
  TRIGGER: [
    ['conditions', 'events'],
    ['conditions', 'actions'],
  ],
  DELAY: [
    ['conditions', 'autoShowDelaySeconds'],
    ['conditions', 'cancelEvents'],
  ],
  FIRST_STEP: [
    ['steps', 0, 'selector'],
    ['steps', 0, 'inferenceData'],
    ['steps', 0, 'bannerConfig', 'selector'],
  ],
};

/**
 * Adds to each condition the problems of its values. The first step cannot be drawn if its element cannot be looked
 * for.
 */
export function withPageProblems(conditions: readonly TargetingCondition[], content: unknown): TargetingCondition[] {
  const problems = pageProblems(content);
  return conditions.map((condition) => {
    const places = PLACES[condition.kind] ?? [];
    const own = problems.filter(({ at }) => places.some((place) => place.every((key, index) => at[index] === key)));
    if (own.length === 0) return condition;
    const isBroken = condition.kind === 'FIRST_STEP' && own.some(({ severity }) => severity !== 'WARNING');
    const message = [condition.message, ...own.map((problem) => problem.message)].join(' ');
    return { ...condition, ...(isBroken && { outcome: 'NOT_MET' as const }), message };
  });
}
