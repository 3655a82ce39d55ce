import { isObject } from '../../../json/json-object.ts';
import type { FlagExplanation, PropertyExplanation } from '../../flag-explanation.ts';
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

/** Groups differ in the other parts as well: what remains of a part once repetitions are gone are its own alternatives. */
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
    if (own.length > 0) sets.set(JSON.stringify(own.map(({ property }) => property)), own);
  }
  const alternatives = [...sets.values()].map((properties) => ({ met: properties.every(({ met }) => met), properties }));
  if (alternatives.length === 0) return { kind, outcome: 'NOT_ASKED', message: message.notAsked };
  const isMet = alternatives.some(({ met }) => met);
  return { kind, outcome: isMet ? 'MET' : 'NOT_MET', message: isMet ? message.met : message.notMet, alternatives };
}

function rolloutCondition(flag: FlagExplanation | null): TargetingCondition {
  if (!flag) return { kind: 'ROLLOUT', outcome: 'NOT_ASKED', message: NO_FLAG };
  const reached = flag.groups.filter(({ met }) => met);
  const most = reached.toSorted((a, b) => b.percentage - a.percentage)[0];
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

function sayReason({ outcome: { reason, groupIndex, variant }, isForGroups, groups }: FlagExplanation): string {
  if (reason === 'condition_match')
    return `is on by group ${(groupIndex ?? 0) + 1}${variant === null ? '' : `, with the variant '${variant}'`}.`;
  if (reason === 'flag_disabled') return 'is off for everybody.';
  if (reason === 'out_of_rollout_bound') return 'is off: the person is outside its rollout.';
  if (isForGroups) return 'is off: it is for groups of persons, such as companies, and only single persons are known here.';
  return groups.length === 0 ? 'is off: it has no groups.' : 'is off: the person meets none of its groups.';
}
