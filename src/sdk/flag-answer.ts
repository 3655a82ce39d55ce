import { randomUUID } from 'node:crypto';
import { type CompiledFlag, evaluateFlag, type FlagOutcome, type FlagReason, type Person } from '../domain/flag-evaluation.ts';

const DESCRIPTIONS: Record<FlagReason, string> = {
  condition_match: 'Matched condition set',
  no_condition_match: 'No matching condition set',
  out_of_rollout_bound: 'Out of rollout bound',
  flag_disabled: 'Feature flag is disabled',
};

/** Every flag for one person, as the contract's section 15.2 has it. */
export function flagAnswer(flags: readonly CompiledFlag[], person: Person, now: Date): Record<string, unknown> {
  return {
    errorsWhileComputingFlags: false,
    // A flag may be called __proto__; entries make that a key like any other.
    flags: Object.fromEntries(flags.map((flag) => [flag.definition.key, describe(flag, evaluateFlag(flag, person, now))])),
    requestId: randomUUID(),
    evaluatedAt: now.getTime(),
  };
}

function describe({ definition }: CompiledFlag, { enabled, variant, payload, reason, groupIndex }: FlagOutcome): Record<string, unknown> {
  const description = reason === 'condition_match' ? `${DESCRIPTIONS[reason]} ${(groupIndex ?? 0) + 1}` : DESCRIPTIONS[reason];
  return {
    key: definition.key,
    enabled,
    variant,
    reason: { code: reason, condition_index: groupIndex, description },
    metadata: { id: definition.id, version: definition.version ?? 0, description: null, payload, has_experiment: false },
  };
}
