import { DEPENDENCY_CYCLE, type Unsupported, type UnsupportedCode } from './unsupported.ts';

/** Why a flag is on or off: the codes of PostHog's flag service, and those for what this gateway cannot evaluate. */
type FlagReason =
  | 'condition_match'
  | 'no_condition_match'
  | 'out_of_rollout_bound'
  | 'no_group_type'
  | 'flag_disabled'
  | 'missing_dependency'
  | UnsupportedCode;

/** Whether a flag is on for a person, and why. */
export interface FlagOutcome {
  enabled: boolean;
  variant: string | null;
  payload: unknown;
  reason: FlagReason;
  /** The reason as a sentence. */
  description: string;
  /** The group that decided, from 0; null: none did. */
  groupIndex: number | null;
  /** The gateway cannot evaluate the flag for this person. It is off. */
  failed: boolean;
}

const OFF = { enabled: false, variant: null, payload: null, groupIndex: null, failed: false } as const;

export const DISABLED: FlagOutcome = { ...OFF, reason: 'flag_disabled', description: 'Feature flag is disabled' };

export const MISSING_DEPENDENCY: FlagOutcome = {
  ...OFF,
  reason: 'missing_dependency',
  description: 'Flag cannot be evaluated due to missing dependency',
};

export const IN_CYCLE: FlagOutcome = failure(DEPENDENCY_CYCLE);

export const NO_GROUP_TYPE: FlagOutcome = { ...OFF, reason: 'no_group_type', description: 'No group type' };

const NO_MATCH = 'No matching condition set';

export const NO_CONDITION_MATCH: FlagOutcome = { ...OFF, reason: 'no_condition_match', description: NO_MATCH };

export const GROUPS_NOT_EVALUATED: FlagOutcome = {
  ...NO_CONDITION_MATCH,
  description: `${NO_MATCH} (group conditions were not evaluated because no group type was provided)`,
};

export function outOfRollout(groupIndex: number): FlagOutcome {
  return { ...OFF, groupIndex, reason: 'out_of_rollout_bound', description: 'Out of rollout bound' };
}

export function matched(groupIndex: number, variant: string | null, payload: unknown): FlagOutcome {
  const description = `Matched condition set ${groupIndex + 1}`;
  return { enabled: true, variant, payload, reason: 'condition_match', description, groupIndex, failed: false };
}

export function failure({ code, description }: Unsupported): FlagOutcome {
  return { ...OFF, reason: code, description, failed: true };
}
