import type { AnnouncingSql, Statement } from '../../db/sql.ts';
import { diffBothWays } from '../../json/patch.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { Actor } from '../actor.ts';
import { tourColumns } from './columns.ts';
import type { Draft } from './merge-draft.ts';
import type { Tour, TourSelection } from './tour.ts';

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
  /** Whether it ended a draft without making it live. */
  losesDraft: boolean;
  actorId: number | null;
  clientMutationId: string | null;
  occurredAt: string;
}

/** The channel that wakes every node; the payload is {"p": project id, "s": sequence}. */
export const TOUR_EVENT_CHANNEL = 'tour_gateway_events';

/** The tables of a WITH that record an event with the project's next number. `from`: the rows, one or none, without which nothing is to be recorded. */
const recording = (from: string) => `
    feed AS (
      INSERT INTO draft_feeds (project_id, last_sequence) SELECT $1, 1 ${from}
      ON CONFLICT (project_id) DO UPDATE SET last_sequence = draft_feeds.last_sequence + 1
      RETURNING last_sequence
    ), event AS (
      INSERT INTO draft_events
        (project_id, sequence, tour_id, kind, revision, previous_revision, has_draft, patch, undo, ended_draft, actor_id, client_mutation_id,
         moved_steps, occurred_at)
      SELECT $1, last_sequence, $2, $3::draft_event_kind, $4, $5, $6, $7::json, $8::json, $9::jsonb, $10, $11, $12::json, clock_timestamp() FROM feed
      RETURNING '{"p":' || project_id || ',"s":' || sequence || '}' AS announcement
    )`;

const announced = (channel: string) =>
  `announcement, CASE WHEN ${channel}::text IS NOT NULL THEN pg_notify(${channel}, announcement) END AS notified`;

const RECORD: Statement = { name: 'record_tour_event', text: `WITH ${recording('')} SELECT ${announced('$13')} FROM event` };

/** What an editor works on: the draft, or what one would start from. */
export interface WorkingCopy {
  value: Draft;
  isDraft: boolean;
}

/** Who made a change; null: nobody, it came about by itself. */
export type Author = Pick<Actor, 'userId'> | { userId: null };

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
  /** The ids of the steps that were moved by name; null: only the two lists can tell. */
  movedSteps?: readonly string[] | null;
  clientMutationId?: string | null;
}

/**
 * Writes the event of a change and announces it. The last statement of the transaction: it takes the lock on the project's counter that makes sequence
 * order commit order, and every other writer of the project waits for it until the commit.
 */
export async function recordTourEvent(tx: AnnouncingSql, actor: Actor, change: TourChange): Promise<void> {
  await tx.announce(TOUR_EVENT_CHANNEL, RECORD, eventValues(actor, change));
}

/** A change of a tour's row that is one with its event. */
export interface TourUpdate {
  /** Prepares it under this name, with one statement for each combination of parts. */
  name: string;
  /** The columns that change, beside the revision and `updated_at`; parameters from $13 on. Absent: none, and not `updated_at` either. */
  set?: string;
  values: readonly unknown[];
  /** More tables for the statement's WITH, written from the changed row, `t`. */
  also?: string;
}

/**
 * Changes a tour, if it is still at the revision before the change's, records the event and announces it, in one statement: the row is locked first, the
 * project's counter then, and both until the commit.
 *
 * @returns the tour as the change leaves it, with these parts; null when somebody else has written it, and nothing was changed
 */
export async function updateTourWithEvent(
  sql: AnnouncingSql,
  actor: Author,
  change: TourChange,
  { name, set, values, also }: TourUpdate,
  parts: readonly TourSelection[],
): Promise<Tour | null> {
  const columns = tourColumns(parts);
  const text = `
    WITH t AS (
      UPDATE tours SET ${set ? `${set}, updated_at = clock_timestamp(), ` : ''}revision = $4 WHERE id = $2 AND revision = $5 RETURNING *
    ), ${also ? `${also}, ` : ''}${recording('FROM t')}
    SELECT ${columns.select}, ${announced(`$${13 + values.length}`)} FROM event, t ${columns.joins}`;
  const statement = columns.key === null ? text : { name: `${name}_${columns.key}`, text };
  const [row] = await sql.announce(TOUR_EVENT_CHANNEL, statement, [...eventValues(actor, change), ...values]);
  return row ? columns.read(row as unknown as Record<string, unknown>) : null;
}

/** $1 to $12 of what records an event. */
function eventValues(
  actor: Author,
  { tour, kind, revision, before, after, lostDraft, movedSteps, clientMutationId }: TourChange,
): unknown[] {
  const { patch, undo } = patches(before, after);
  return [
    tour.projectId,
    tour.id,
    kind,
    revision,
    before && revision - 1,
    after?.isDraft ?? false,
    patch,
    undo,
    lostDraft?.text ?? null,
    actor.userId,
    clientMutationId ?? null,
    movedSteps ? JSON.stringify(movedSteps) : null,
  ];
}

/**
 * `patch`: draft to draft, for whoever follows the events; none can be given where the draft comes or goes. `undo`: working copy to the one before, for whoever
 * has to go back to what an editor had seen (revision.ts).
 */
function patches(before: WorkingCopy | null, after: WorkingCopy | null): { patch: string | null; undo: string | null } {
  if (!before || !after) return { patch: null, undo: null };
  const { forwards, backwards } = before.value === after.value ? { forwards: [], backwards: [] } : diffBothWays(before.value, after.value);
  const patch = after.isDraft ? forwards : [];
  return { patch: before.isDraft === after.isDraft ? JSON.stringify(patch) : null, undo: JSON.stringify(backwards) };
}
