import type { Statement, Transaction } from '../../db/sql.ts';
import { diff } from '../../json/patch.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { Actor } from '../actor.ts';
import type { Draft } from './merge-draft.ts';

export type TourEventKind = 'SAVED' | 'PUBLISHED' | 'DISCARDED' | 'UPDATED' | 'DELETED';

/** One write to a tour or its draft. The row is the truth; the notification that follows its commit only says that there is something to read. */
export interface TourEvent {
  projectId: number;
  /** Gap-free and in commit order within a project. */
  sequence: number;
  tourId: string;
  kind: TourEventKind;
  revision: number;
  /** Null on creation. */
  previousRevision: number | null;
  hasDraft: boolean;
  /** RFC 6902, draft at previousRevision -> draft at revision; null where a full read is needed. */
  patch: RawJson | null;
  actorId: number | null;
  clientMutationId: string | null;
  occurredAt: string;
}

/** The channel that wakes every node; the payload is {"p": project id, "s": sequence}. */
export const TOUR_EVENT_CHANNEL = 'tour_gateway_events';

const RECORD: Statement = {
  name: 'record_tour_event',
  text: `
    WITH feed AS (
      INSERT INTO draft_feeds (project_id, last_sequence) VALUES ($1, 1)
      ON CONFLICT (project_id) DO UPDATE SET last_sequence = draft_feeds.last_sequence + 1
      RETURNING last_sequence
    ), event AS (
      INSERT INTO draft_events
        (project_id, sequence, tour_id, kind, revision, previous_revision, has_draft, patch, undo, ended_draft, actor_id, client_mutation_id,
         occurred_at)
      SELECT $1, last_sequence, $2, $3::draft_event_kind, $4, $5, $6, $7::jsonb, $8::jsonb, $9::jsonb, $10, $11, clock_timestamp() FROM feed
      RETURNING sequence
    )
    SELECT sequence FROM event`,
};

/** What an editor works on: the draft, or what one would start from. */
export interface WorkingCopy {
  value: Draft;
  isDraft: boolean;
}

export interface TourChange {
  tour: { id: string; projectId: number };
  kind: TourEventKind;
  /** The revision that the change makes; the one before it is one less. */
  revision: number;
  /** Null: the tour was not there before. */
  before: WorkingCopy | null;
  /** Null: it is not there any more. */
  after: WorkingCopy | null;
  /** A draft that the change takes away without making it live. */
  lostDraft?: RawJson | null;
  clientMutationId?: string | null;
}

/**
 * Writes the event of a change and announces it. The last statement of the transaction: it takes the lock on the project's counter that makes sequence
 * order commit order, and every other writer of the project waits for it until the commit.
 */
export async function recordTourEvent(tx: Transaction, actor: Actor, change: TourChange): Promise<void> {
  const { tour, kind, revision, before, after } = change;
  const [event] = await tx.query<{ sequence: number }>(RECORD, [
    tour.projectId,
    tour.id,
    kind,
    revision,
    before && revision - 1,
    after?.isDraft ?? false,
    forwards(before, after),
    backwards(before, after),
    change.lostDraft?.text ?? null,
    actor.userId,
    change.clientMutationId ?? null,
  ]);
  tx.announce(TOUR_EVENT_CHANNEL, JSON.stringify({ p: tour.projectId, s: event?.sequence }));
}

/** Draft to draft, for whoever follows the events; none can be given where the draft comes or goes. */
function forwards(before: WorkingCopy | null, after: WorkingCopy | null): string | null {
  if (!before || !after || before.isDraft !== after.isDraft) return null;
  return after.isDraft && before.value !== after.value ? JSON.stringify(diff(before.value, after.value)) : '[]';
}

/** Working copy to the one before, for whoever has to go back to what an editor had seen (base.ts). */
function backwards(before: WorkingCopy | null, after: WorkingCopy | null): string | null {
  if (!before || !after) return null;
  return before.value === after.value ? '[]' : JSON.stringify(diff(after.value, before.value));
}
