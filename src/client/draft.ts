/** What can be drafted, under the names that the gateway stores it by. A draft holds whatever was saved: any key may be missing or odd. */
export interface Draft {
  name?: string | null;
  description?: string | null;
  content?: Record<string, unknown> | null;
  auto_launch?: boolean | null;
  targeting_flag_filters?: unknown;
  linked_flag_id?: number | null;
}

/** A save that the gateway has not confirmed, or whose effect has not arrived yet. */
export interface PendingSave {
  clientMutationId: string;
  /** The keys that it writes. */
  patch: Draft;
  /** Which revision it made; null until the gateway has answered. */
  revision: number | null;
}

/** What the gateway has: one consistent reading of a tour. */
export interface TourReading {
  revision: number;
  hasDraft: boolean;
  /** Null: nothing is being edited. */
  draft: Draft | null;
  /** The same keys as they are live; a first save starts from them. */
  live: Draft;
  /** When any of it last changed (RFC 3339). */
  updatedAt: string;
}

/** All that a watch knows of a tour. Each one is a new object; none is ever changed. */
export interface DraftState extends TourReading {
  /** This editor's own saves that are on their way, oldest first. */
  pending: readonly PendingSave[];
  /** What an editor shows: the draft, or what one would start from, with the own pending saves on top. */
  working: Draft;
}

export function toState(reading: TourReading, pending: readonly PendingSave[]): DraftState {
  return { ...reading, pending, working: Object.assign({}, reading.draft ?? reading.live, ...pending.map(({ patch }) => patch)) };
}
