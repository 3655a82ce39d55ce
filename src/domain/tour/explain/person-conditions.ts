import { isObject } from '../../../json/json-object.ts';
import { all, type FlagExplanation, type PropertyExplanation } from '../../flag-explanation.ts';
import { readConditions } from '../content.ts';
import { type ConditionOrigin, conditionOrigin } from '../system-condition.ts';
import type { TargetingCondition } from './condition.ts';

/** What targeting there is then waits for the flag. */
const NO_FLAG = 'There is no internal flag to ask: auto-launch was never switched on.';

/** The parts of which the internal flag is made (contract 8.3), each told by itself, and what the flag comes to. */
export function internalFlagConditions(tourId: string, flag: FlagExplanation | null): TargetingCondition[] {
  const parts = [
    partCondition('DISPLAY_FREQUENCY', tourId, flag, {
      met: 'As far as is known, the person has not seen the tour as often as they may.',
      notMet: 'The person has seen the tour as often as its display frequency allows.',
      notAsked: 'The tour may be seen any number of times.',
    }),
    partCondition('WAIT_PERIOD', tourId, flag, {
      met: 'As far as is known, the person has seen no other tour within the wait period.',
      notMet: 'The person has seen another tour within the wait period.',
      notAsked: 'The tour does not wait after other tours.',
    }),
    partCondition('USER_TARGETING', tourId, flag, {
      met: 'The person is among those whom the tour is for.',
      notMet: 'The person is not among those whom the tour is for.',
      notAsked: 'The tour is for everybody.',
    }),
    rolloutCondition(flag),
  ];
  return [...parts, flagCondition('INTERNAL_FLAG', flag, NO_FLAG)];
}

/** The linked flag, and its variant where the content names one: without a linked flag the SDK does not look at it. */
export function linkedFlagConditions(content: unknown, flag: FlagExplanation | null): TargetingCondition[] {
  const linked = flagCondition('LINKED_FLAG', flag, 'The tour is linked to no flag.');
  const { linkedFlagVariant: wanted } = readConditions(content);
  if (!flag || !wanted)
    return [linked, { kind: 'LINKED_FLAG_VARIANT', outcome: 'NOT_ASKED', message: 'No variant of the linked flag is asked for.' }];
  const { enabled, variant } = flag.outcome;
  const isMet = wanted === 'any' ? enabled : enabled && variant === wanted;
  const has = enabled ? (variant === null ? 'no variant' : `the variant '${variant}'`) : 'the flag off';
  return [
    linked,
    {
      kind: 'LINKED_FLAG_VARIANT',
      outcome: isMet ? 'MET' : 'NOT_MET',
      message: `The tour asks for ${wanted === 'any' ? 'any variant' : `the variant '${wanted}'`}, and the person has ${has}.`,
      expected: wanted,
      actual: variant,
    },
  ];
}

/**
 * The alternatives of one part. Groups also differ in the other parts, so that the same alternative occurs in several of them. A group without conditions of the
 * part, beside others, is an alternative that everyone meets.
 */
function partCondition(
  kind: ConditionOrigin,
  tourId: string,
  flag: FlagExplanation | null,
  message: { met: string; notMet: string; notAsked: string },
): TargetingCondition {
  if (!flag) return { kind, outcome: 'NOT_ASKED', message: NO_FLAG };
  const sets = new Map<string, PropertyExplanation[]>();
  for (const { properties } of flag.groups) {
    const own = properties.filter(({ property }) => conditionOrigin(isObject(property) ? property : {}, tourId) === kind);
    sets.set(JSON.stringify(own.map(({ property }) => property)), own);
  }
  const alternatives = [...sets.values()].map((properties) => ({ met: all(properties), properties }));
  if (alternatives.every(({ properties }) => properties.length === 0)) return { kind, outcome: 'NOT_ASKED', message: message.notAsked };
  if (alternatives.some(({ met }) => met)) return { kind, outcome: 'MET', message: message.met, alternatives };
  const reasons = new Set(alternatives.filter(({ met }) => met === null).flatMap(({ properties }) => properties.flatMap(notEvaluated)));
  if (reasons.size === 0) return { kind, outcome: 'NOT_MET', message: message.notMet, alternatives };
  return { kind, outcome: 'NOT_EVALUATED', message: `The gateway cannot evaluate this: ${[...reasons].join(', ')}.`, alternatives };
}

/** The reason why a condition cannot be evaluated, with its property. */
function notEvaluated({ key, unsupported }: PropertyExplanation): string[] {
  return unsupported === null ? [] : [key === null ? unsupported : `${unsupported} ('${key}')`];
}

function rolloutCondition(flag: FlagExplanation | null): TargetingCondition {
  if (!flag) return { kind: 'ROLLOUT', outcome: 'NOT_ASKED', message: NO_FLAG };
  const reached = flag.groups.filter(({ met }) => met);
  const most = reached.toSorted((a, b) => b.percentage - a.percentage)[0];
  if (!most && flag.groups.some(({ met }) => met === null))
    return { kind: 'ROLLOUT', outcome: 'NOT_EVALUATED', message: 'The gateway cannot evaluate which group is reached.' };
  if (!most || most.percentage >= 100)
    return { kind: 'ROLLOUT', outcome: 'NOT_ASKED', message: most ? 'Everybody who is targeted is let in.' : 'No group is reached.' };
  const place = flag.place * 100;
  return {
    kind: 'ROLLOUT',
    outcome: most.inRollout ? 'MET' : 'NOT_MET',
    message: `The tour is rolled out to ${most.percentage} per cent; the person stands at ${place.toFixed(1)} of 100.`,
    expected: most.percentage,
    actual: place,
  };
}

function flagCondition(kind: 'INTERNAL_FLAG' | 'LINKED_FLAG', flag: FlagExplanation | null, notAsked: string): TargetingCondition {
  if (!flag) return { kind, outcome: 'NOT_ASKED', message: notAsked };
  const { outcome, key } = flag;
  return { kind, outcome: outcome.enabled ? 'MET' : 'NOT_MET', message: `The flag '${key}' ${sayReason(flag)}`, flag };
}

function sayReason({ outcome, groups }: FlagExplanation): string {
  const { reason, description, groupIndex, variant, failed } = outcome;
  if (failed) return `cannot be evaluated, so it is off: ${description}.`;
  if (reason === 'condition_match')
    return `is on by group ${(groupIndex ?? 0) + 1}${variant === null ? '' : `, with the variant '${variant}'`}.`;
  if (reason === 'flag_disabled') return 'is off for everyone.';
  if (reason === 'out_of_rollout_bound') return 'is off: the person is outside its rollout.';
  if (reason === 'no_group_type') return 'is off: it is for groups of persons, such as companies, which the gateway does not know.';
  if (reason === 'missing_dependency') return 'is off: it depends on a flag that does not exist.';
  return groups.length === 0 ? 'is off: it has no groups.' : 'is off: the person meets none of its groups.';
}
