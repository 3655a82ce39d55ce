import type { FlagExplanation, PropertyExplanation } from '../../flag-explanation.ts';

/** What a browser asks before it shows a tour, in the order in which it does. */
export type ConditionKind =
  | 'LAUNCHED'
  | 'NOT_ARCHIVED'
  | 'NOT_WITHHELD'
  | 'CLICK'
  | 'AUTO_LAUNCH'
  | 'STARTED'
  | 'NOT_ENDED'
  | 'URL'
  | 'DEVICE_TYPE'
  | 'DISPLAY_FREQUENCY'
  | 'WAIT_PERIOD'
  | 'USER_TARGETING'
  | 'ROLLOUT'
  | 'INTERNAL_FLAG'
  | 'LINKED_FLAG'
  | 'LINKED_FLAG_VARIANT'
  | 'TRIGGER'
  | 'DELAY'
  | 'FIRST_STEP';

/** UNKNOWN: only the browser can tell. NOT_ASKED: the tour sets no such condition. */
type ConditionOutcome = 'MET' | 'NOT_MET' | 'UNKNOWN' | 'NOT_ASKED';

export interface TargetingCondition {
  kind: ConditionKind;
  outcome: ConditionOutcome;
  /** A sentence for people. */
  message: string;
  /** What the tour asks for, as it is stored; absent where the kind says it all. */
  expected?: unknown;
  /** What there is instead. */
  actual?: unknown;
  /** Sets of person properties, one of which has to hold in full. */
  alternatives?: Alternative[];
  /** The flag that was asked. */
  flag?: FlagExplanation;
}

interface Alternative {
  met: boolean;
  properties: PropertyExplanation[];
}

/** What the person and the page are, as far as the caller has said. */
export interface Visit {
  /** As `location.href` would have it. */
  url: string | null;
  /** In the SDK's words: `Desktop`, `Mobile`, `Tablet`, `Console` or `Wearable`. */
  deviceType: string | null;
}
