import { parameters } from '../../db/parameters.ts';
import type { Statement } from '../../db/sql.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { keyset, type OrderKey, type Page, type PageArgs, pageOf, refuseCursor } from '../keyset.ts';
import type { TourEventKind } from './event.ts';

/** How a draft came to be lost: discarded, overwritten by a direct change of the live tour, or replaced by what was restored or published again. */
export type LostDraftCause = 'DISCARDED' | 'OVERWRITTEN' | 'REPLACED';

/** A draft that ended without going live. */
export interface LostDraft {
  tourId: string;
  /** Of the event that ended it; `restoreDraft` brings it back by this. */
  revision: number;
  kind: TourEventKind;
  draft: RawJson;
  endedAt: string;
  endedById: number | null;
}

export interface LostDraftPage extends Page<LostDraft> {
  tourId: string;
}

const CAUSES: Record<TourEventKind, LostDraftCause | null> = {
  DISCARDED: 'DISCARDED',
  UPDATED: 'OVERWRITTEN',
  SAVED: 'REPLACED',
  PUBLISHED: 'REPLACED',
  // It comes back with its tour.
  DELETED: null,
};

/** @param kind of an event that ended a draft which it did not make live */
export function lostDraftCause(kind: TourEventKind): LostDraftCause | null {
  return CAUSES[kind];
}

const COLUMNS = 'tour_id AS "tourId", revision, kind, ended_draft AS draft, occurred_at AS "endedAt", actor_id AS "endedById"';
const IS_LOST = `ended_draft IS NOT NULL AND kind <> 'DELETED'`;
const ORDER: readonly OrderKey[] = [{ sql: 'revision', type: 'int', direction: 'DESC' }];

/**
 * A page of the drafts that a tour has lost and that can be brought back, newest first: for as long as the events that ended them are kept. One statement. The
 * tour may be seen by the caller.
 *
 * @throws ValidationError for page sizes and cursors
 */
export async function findLostDrafts({ db }: Deps, tourId: string, args: PageArgs): Promise<LostDraftPage> {
  const { values, push } = parameters();
  push(tourId);
  const page = keyset(ORDER, args, push);
  const text = `
    SELECT ${COLUMNS}, ${page.position} FROM draft_events WHERE tour_id = $1 AND ${IS_LOST} AND ${page.where} ORDER BY ${page.orderBy} LIMIT ${push(page.limit + 1)}`;
  const found = await db.sql.query<LostDraft>(text, values).catch(refuseCursor);
  return { tourId, ...pageOf(found, page, args, (lost) => lost) };
}

const FIND_BY_ID: Statement = {
  name: 'find_lost_drafts_by_id',
  text: `SELECT ${COLUMNS} FROM draft_events WHERE (tour_id, revision) IN (SELECT * FROM unnest($1::uuid[], $2::int[])) AND ${IS_LOST}
    AND EXISTS (SELECT FROM tours t WHERE t.id = tour_id AND t.project_id = ANY($3::int[]))`,
};

/** The lost drafts that ended at these revisions of tours in projects that the caller opens. The caller may read tours. */
export function findLostDraftsById(
  { db }: Deps,
  { projectIds }: Actor,
  ids: readonly { tourId: string; revision: number }[],
): Promise<LostDraft[]> {
  return db.sql.query<LostDraft>(FIND_BY_ID, [ids.map(({ tourId }) => tourId), ids.map(({ revision }) => revision), projectIds]);
}

const COUNT: Statement = {
  name: 'count_lost_drafts',
  text: `SELECT count(*) AS count FROM draft_events WHERE tour_id = $1 AND ${IS_LOST}`,
};

export async function countLostDrafts({ db }: Deps, tourId: string): Promise<number> {
  const [row] = await db.sql.query<{ count: number }>(COUNT, [tourId]);
  return row?.count ?? 0;
}
