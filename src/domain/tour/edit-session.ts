import { parameters } from '../../db/parameters.ts';
import type { Statement } from '../../db/sql.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { keyset, type OrderKey, type Page, type PageArgs, pageOf, refuseCursor } from '../keyset.ts';

/**
 * Saves that changed a draft, by one user, one after the other: no other user wrote to the tour in between, nothing was restored over the draft, and no pause
 * was longer than `PAUSE`. So the last session before a change of another kind has the draft as it was.
 */
export interface DraftEditSession {
  tourId: string;
  /** After the last save. */
  revision: number;
  /** Before the first save. */
  fromRevision: number;
  startedAt: string;
  savedAt: string;
  savedById: number | null;
  saves: number;
}

export interface DraftEditSessionPage extends Page<DraftEditSession> {
  tourId: string;
}

export const PAUSE = '10 minutes';

/** A session grows at its end, so it is its first save that a cursor names. */
const ORDER: readonly OrderKey[] = [{ sql: 'save.revision', type: 'int', direction: 'DESC' }];

const MAX_INT = 2 ** 31 - 1;

/** The events of a tour, each beside the one before it. */
const eventsOf = (alias: string, tourId = '$1') =>
  `draft_events ${alias} LEFT JOIN draft_events older ON older.tour_id = ${alias}.tour_id AND older.revision = ${alias}.revision - 1
  WHERE ${alias}.tour_id = ${tourId}`;

/**
 * An event without changes, whose patch is `[]`, records a schedule or a save of equal values. The sizes of stored values
 * are compared, so that no patch is read.
 */
const isSave = (alias: string) => `(${alias}.kind = 'SAVED' AND coalesce(pg_column_size(${alias}.patch) > ${LARGEST_EMPTY}, true))`;

/** Of `[]` with PostgreSQL's header before it, in bytes. */
const LARGEST_EMPTY = 6;

/** Whether a save goes on with the session of the event before it. */
const goesOn = (alias: string) => `(${isSave(alias)} AND ${isSave('older')} AND ${alias}.ended_draft IS NULL
  AND ${alias}.actor_id IS NOT DISTINCT FROM older.actor_id AND ${alias}.occurred_at - older.occurred_at <= interval '${PAUSE}')`;

const firstSavesOf = (tourId?: string) => `${eventsOf('save', tourId)} AND ${isSave('save')} AND ${goesOn('save')} IS NOT TRUE`;
const FIRST_SAVES = firstSavesOf();

/**
 * A page of a tour's sessions, newest first: for as long as the events of the saves are kept. One statement, which reads the events of the page alone, and no
 * patches. The tour may be seen by the caller.
 *
 * @throws ValidationError for page sizes and cursors
 */
export async function findDraftEditSessions({ db }: Deps, tourId: string, args: PageArgs): Promise<DraftEditSessionPage> {
  const { values, push } = parameters();
  push(tourId);
  const page = keyset(ORDER, args, push);
  const text = `
    SELECT $1::uuid AS "tourId", session.*, last.revision, last.occurred_at AS "savedAt", last.revision - session."fromRevision" AS saves
    FROM (
      SELECT save.revision - 1 AS "fromRevision", save.occurred_at AS "startedAt", save.actor_id AS "savedById", ${page.position}
      FROM ${FIRST_SAVES} AND ${page.where} ORDER BY ${page.orderBy} LIMIT ${push(page.limit + 1)}
    ) session
    LEFT JOIN LATERAL (
      SELECT event.revision FROM ${eventsOf('event')} AND event.revision > session."fromRevision" + 1 AND ${goesOn('event')} IS NOT TRUE
      ORDER BY event.revision LIMIT 1
    ) next ON true
    CROSS JOIN LATERAL (
      SELECT revision, occurred_at FROM draft_events WHERE tour_id = $1 AND revision < coalesce(next.revision, ${MAX_INT}) ORDER BY revision DESC LIMIT 1
    ) last
    ORDER BY session."fromRevision" ${page.backwards ? 'ASC' : 'DESC'}`;
  const found = await db.sql.query<DraftEditSession>(text, values).catch(refuseCursor);
  return { tourId, ...pageOf(found, page, args, (session) => session) };
}

const FIND_BY_ID: Statement = {
  name: 'find_draft_edit_sessions_by_id',
  text: `
    SELECT tour.id AS "tourId", first.*, last.revision, last.occurred_at AS "savedAt", last.revision - first."fromRevision" AS saves
    FROM unnest($1::uuid[], $2::int[], $3::int[]) wanted (tour_id, first, last)
    JOIN tours tour ON tour.id = wanted.tour_id AND tour.project_id = ANY($4::int[])
    JOIN draft_events last ON last.tour_id = tour.id AND last.revision = wanted.last AND wanted.first <= wanted.last
    CROSS JOIN LATERAL (
      SELECT save.revision - 1 AS "fromRevision", save.occurred_at AS "startedAt", save.actor_id AS "savedById"
      FROM ${firstSavesOf('tour.id')} AND save.revision = wanted.first
    ) first
    WHERE NOT EXISTS (
      SELECT FROM ${eventsOf('event', 'tour.id')} AND event.revision > wanted.first AND event.revision <= wanted.last AND ${goesOn('event')} IS NOT TRUE
    )`,
};

/**
 * Edit sessions by the revisions of their first and last save, of tours in projects that the caller opens. One that has gone on since is returned as it was then.
 * The caller may read tours.
 */
export function findEditSessionsById(
  { db }: Deps,
  { projectIds }: Actor,
  ids: readonly { tourId: string; first: number; last: number }[],
): Promise<DraftEditSession[]> {
  const columns = [ids.map(({ tourId }) => tourId), ids.map(({ first }) => first), ids.map(({ last }) => last)];
  return db.sql.query<DraftEditSession>(FIND_BY_ID, [...columns, projectIds]);
}

const COUNT: Statement = { name: 'count_draft_edit_sessions', text: `SELECT count(*) AS count FROM ${FIRST_SAVES}` };

export async function countDraftEditSessions({ db }: Deps, tourId: string): Promise<number> {
  const [row] = await db.sql.query<{ count: number }>(COUNT, [tourId]);
  return row?.count ?? 0;
}
