import type { Sql, Statement } from '../../db/sql.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { NotFoundError } from '../errors.ts';
import { changeDraft, type SavedDraft } from './draft.ts';
import { type Draft, initialDraft } from './merge-draft.ts';
import { findPastDrafts } from './past-draft.ts';
import type { TourSelection } from './tour.ts';

const FIND: Statement = {
  name: 'find_tour_version',
  text: `SELECT name, description, content, auto_launch AS "autoLaunch", targeting_flag_filters AS targeting, linked_flag_id AS "linkedFlagId"
    FROM tour_versions WHERE tour_id = $1 AND number = $2`,
};

interface Restore {
  tourId: string;
  expectedRevision?: number | null | undefined;
}

/**
 * Copies an old version into the draft; publishing it is another step. The history goes on, nothing in it changes; a draft that was there can be brought back.
 *
 * @throws NotFoundError for a tour or version that is not there; PermissionError; ConflictError for any change since the revision named
 */
export function restoreVersion(
  deps: Deps,
  actor: Actor,
  { number, ...input }: Restore & { number: number },
  parts: readonly TourSelection[],
): Promise<SavedDraft> {
  return replaceDraft(deps, actor, input, parts, (sql, tourId) => readVersion(sql, tourId, number));
}

/** @throws NotFoundError */
export async function readVersion(sql: Sql, tourId: string, number: number): Promise<Draft> {
  const [version] = await sql.query<Parameters<typeof initialDraft>[0] & { content: RawJson }>(FIND, [tourId, number]);
  if (!version) throw new NotFoundError(`There is no version ${number} of this tour.`);
  return initialDraft(version);
}

const FIND_ENDED: Statement = {
  name: 'find_ended_draft',
  text: 'SELECT ended_draft AS draft FROM draft_events WHERE tour_id = $1 AND revision = $2 AND ended_draft IS NOT NULL',
};

/**
 * Brings back a draft that was discarded or overwritten, as long as the event that ended it is kept.
 *
 * @param input revision: that of the event
 * @throws NotFoundError for a tour or draft that is not there; PermissionError; ConflictError for any change since the revision named
 */
export function restoreDraft(
  deps: Deps,
  actor: Actor,
  { revision, ...input }: Restore & { revision: number },
  parts: readonly TourSelection[],
): Promise<SavedDraft> {
  return replaceDraft(deps, actor, input, parts, async (sql, tourId) => {
    const [event] = await sql.query<{ draft: RawJson }>(FIND_ENDED, [tourId, revision]);
    if (!event) throw new NotFoundError(`No draft ended at revision ${revision} of this tour.`);
    return event.draft.value as Draft;
  });
}

/**
 * Copies what an editor worked on at a revision into the draft, as long as the events since are kept. The history goes on; a draft that was there can be brought
 * back.
 *
 * @throws NotFoundError for a tour or revision that is not there; PermissionError; ConflictError for any change since the revision expected
 */
export function restoreRevision(
  deps: Deps,
  actor: Actor,
  { revision, ...input }: Restore & { revision: number },
  parts: readonly TourSelection[],
): Promise<SavedDraft> {
  return replaceDraft(deps, actor, input, parts, async (sql, tourId) => {
    const draft = (await findPastDrafts(sql, tourId, [revision])).drafts.get(revision);
    if (!draft) throw new NotFoundError(`Revision ${revision} of this tour is not kept.`);
    return draft.value as Draft;
  });
}

/** Puts what is found in the place of the draft; nothing that was written since the revision named is taken along. */
function replaceDraft(
  deps: Deps,
  actor: Actor,
  input: Restore,
  parts: readonly TourSelection[],
  find: (sql: Sql, tourId: string) => Promise<Draft>,
): Promise<SavedDraft> {
  return changeDraft(deps, actor, { ...input, rebase: false, replaces: true }, parts, (_, tour, sql) => find(sql, tour.id));
}
