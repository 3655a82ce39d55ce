import type { Sql, Statement } from '../../db/sql.ts';
import type { RawJson } from '../../json/raw-json.ts';
import { requireScope } from '../access.ts';
import type { Actor } from '../actor.ts';
import { NotFoundError } from '../errors.ts';
import { tourColumns } from './columns.ts';
import type { WorkingCopy } from './event.ts';
import { type Draft, initialDraft } from './merge-draft.ts';
import type { TourCore } from './tour.ts';

/** The whole row of a tour, locked until the transaction ends. */
export interface LockedTour extends TourCore {
  content: RawJson;
  targeting: RawJson | null;
  draft: RawJson | null;
  versionNumber: number;
}

const { select } = tourColumns(['content', 'targeting', 'draft']);

const LOCK: Statement = {
  name: 'lock_tour',
  text: `SELECT ${select}, t.version_number AS "versionNumber" FROM tours t WHERE t.id = $1 AND t.project_id = ANY($2::int[]) FOR UPDATE OF t`,
};

/**
 * The first step of every write to a tour. From here to the commit nobody else writes it, so what the caller decides on is what it changes.
 *
 * @throws PermissionError; NotFoundError when there is no such tour for this actor
 */
export async function lockTour(tx: Sql, actor: Actor, id: string): Promise<LockedTour> {
  requireScope(actor, 'product_tour:write');
  const [tour] = await tx.query<LockedTour>(LOCK, [id, actor.projectIds]);
  if (!tour) throw new NotFoundError();
  return tour;
}

const LOCK_LINKED: Statement = {
  name: 'lock_linked_tours',
  text: 'SELECT t.id FROM tours t WHERE t.linked_flag_id = $1 ORDER BY t.id FOR UPDATE OF t',
};

/** Locks the tours that a flag is linked to, in one order for all. @returns their ids: all of their contents at once may be too much */
export async function lockLinkedTours(tx: Sql, flagId: number): Promise<string[]> {
  return (await tx.query<{ id: string }>(LOCK_LINKED, [flagId])).map(({ id }) => id);
}

const FIND_LOCKED: Statement = {
  name: 'find_locked_tour',
  text: `SELECT ${select}, t.version_number AS "versionNumber" FROM tours t WHERE t.id = $1`,
};

/** The row of a tour that this transaction has locked, past any check. */
export async function findLockedTour(tx: Sql, id: string): Promise<LockedTour> {
  return (await tx.query<LockedTour>(FIND_LOCKED, [id]))[0] as LockedTour;
}

const LOCK_PUBLISHED: Statement = {
  name: 'lock_published_tour',
  text: `SELECT ${select}, t.version_number AS "versionNumber" FROM tours t WHERE t.source_tour_id = $1 AND t.project_id = $2 FOR UPDATE OF t`,
};

/** What a tour is published as in another project, locked; its source is locked before it. */
export async function lockPublishedTour(tx: Sql, sourceId: string, projectId: number): Promise<LockedTour | null> {
  const [tour] = await tx.query<LockedTour>(LOCK_PUBLISHED, [sourceId, projectId]);
  return tour ?? null;
}

/** As much of a tour as a save of its draft has to know. */
export interface EditedTour {
  id: string;
  projectId: number;
  revision: number;
  isDraft: boolean;
  /** The draft, or what one would start from. */
  copy: RawJson;
}

/** The draft of a tour `t`, or what one would start from. */
export const WORKING_COPY = `coalesce(t.draft_content, jsonb_build_object('name', t.name, 'description', t.description, 'content', t.content,
      'auto_launch', t.auto_launch, 'targeting_flag_filters', t.targeting_flag_filters, 'linked_flag_id', t.linked_flag_id))`;

const EDITED = `SELECT t.id, t.project_id AS "projectId", t.revision, t.draft_content IS NOT NULL AS "isDraft",
    ${WORKING_COPY} AS copy
  FROM tours t WHERE t.id = $1 AND t.project_id = ANY($2::int[])`;

const FIND_EDITED: Statement = { name: 'find_edited_tour', text: EDITED };
const LOCK_EDITED: Statement = { name: 'lock_edited_tour', text: `${EDITED} FOR UPDATE OF t` };

/**
 * The first step of every write to a draft.
 *
 * @throws PermissionError; NotFoundError when there is no such tour for this actor
 */
export async function readEditedTour(sql: Sql, actor: Actor, id: string, { isLocked }: { isLocked: boolean }): Promise<EditedTour> {
  requireScope(actor, 'product_tour:write');
  const [tour] = await sql.query<EditedTour>(isLocked ? LOCK_EDITED : FIND_EDITED, [id, actor.projectIds]);
  if (!tour) throw new NotFoundError();
  return tour;
}

/** What an editor works on: the draft, or what one would start from. */
export function workingCopy(tour: LockedTour | EditedTour): WorkingCopy {
  if ('copy' in tour) return { value: tour.copy.value as Draft, isDraft: tour.isDraft };
  return tour.draft ? { value: tour.draft.value as Draft, isDraft: true } : { value: initialDraft(tour), isDraft: false };
}
