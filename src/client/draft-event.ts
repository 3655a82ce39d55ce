import type { Operation as PatchOperation } from '../json/patch.ts';

/**
 * SNAPSHOT: the first state is there. RESET: what happened in between is not known one by one; the state was read again. The rest are what somebody did.
 */
export type DraftEventKind = 'SNAPSHOT' | 'RESET' | 'SAVED' | 'PUBLISHED' | 'DISCARDED' | 'UPDATED' | 'DELETED';

export interface DraftEvent {
  kind: DraftEventKind;
  /** Strictly rising from event to event, but for SNAPSHOT and RESET. */
  revision: number;
  /** The revision of the event before; null in SNAPSHOT and RESET. */
  previousRevision: number | null;
  hasDraft: boolean;
  /** What changed in the draft (RFC 6902), where the gateway could say it. */
  patch: readonly PatchOperation[] | null;
  /** Whether this editor's own save caused it. */
  isEcho: boolean;
  clientMutationId: string | null;
  /** Who did it, where that is one person and known. */
  actor: { email: string; firstName: string; lastName: string } | null;
  occurredAt: string;
}

/** An event as the subscription gives it. */
export interface WireEvent extends Omit<DraftEvent, 'kind' | 'isEcho'> {
  cursor: string;
  kind: DraftEventKind | 'RESUMED';
}
