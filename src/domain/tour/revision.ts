import type { Sql, Statement } from '../../db/sql.ts';
import { applyPatch, diff, type Operation } from '../../json/patch.ts';
import type { RawJson } from '../../json/raw-json.ts';
import { mergeThreeWay } from '../../json/three-way-merge.ts';
import { ConflictError, ValidationError } from '../errors.ts';
import { type EditedTour, type LockedTour, workingCopy } from './locked-tour.ts';
import type { Draft } from './merge-draft.ts';

const SINCE: Statement = {
  name: 'tour_events_since',
  text: `SELECT revision, undo, actor_id AS "actorId" FROM draft_events WHERE tour_id = $1 AND revision > $2 AND revision <= $3
    ORDER BY revision DESC`,
};

/** What has happened to a tour since a revision. */
interface Since {
  /** The working copy as it was; null when the history does not reach back that far. */
  base: Draft | null;
  changedById: number | null;
}

/**
 * Brings a save up to date: what it changes since the revision that its author had seen is put on top of what has become of the draft meanwhile. Without a
 * revision, or with the current one, it is made to the draft as it is.
 *
 * @param change makes the save's change to a working copy
 * @throws ConflictError when both changed the same paths; ValidationError for a revision that the tour has not had yet
 */
export async function rebase(
  tx: Sql,
  tour: LockedTour | EditedTour,
  expected: number | null | undefined,
  change: (draft: Draft) => Promise<Draft>,
): Promise<{ draft: Draft; isRebased: boolean }> {
  const current = workingCopy(tour).value;
  if (expected == null || isCurrent(tour, expected)) return { draft: await change(current), isRebased: false };
  const { base, changedById } = await readSince(tx, tour, expected);
  if (!base) throw conflict(tour, expected, changedById, ['']);
  const { value, conflicts, isRebased } = mergeThreeWay(base, current, await change(base));
  if (conflicts.length > 0) throw conflict(tour, expected, changedById, conflicts);
  return { draft: value as Draft, isRebased };
}

/**
 * For writes that concern the tour as a whole: no revision named, no check.
 *
 * @throws ConflictError with the paths that changed since; ValidationError for a revision that the tour has not had yet
 */
export async function requireRevision(tx: Sql, tour: LockedTour | EditedTour, expected: number | null | undefined): Promise<void> {
  if (expected == null || isCurrent(tour, expected)) return;
  const { base, changedById } = await readSince(tx, tour, expected);
  const changed = base ? diff(base, workingCopy(tour).value).map((operation) => operation.path) : [''];
  throw conflict(tour, expected, changedById, changed);
}

function isCurrent(tour: LockedTour | EditedTour, expected: number): boolean {
  if (expected >= 0 && expected <= tour.revision) return expected === tour.revision;
  const message = `The tour has had the revisions 1 to ${tour.revision}; there is no revision ${expected}.`;
  throw new ValidationError([{ path: 'expectedRevision', code: 'invalid_input', message }]);
}

async function readSince(tx: Sql, tour: LockedTour | EditedTour, revision: number): Promise<Since> {
  const events = await tx.query<{ revision: number; undo: RawJson | null; actorId: number | null }>(SINCE, [
    tour.id,
    revision,
    tour.revision,
  ]);
  const changedById = events[0]?.actorId ?? null;
  if (events.length !== tour.revision - revision) return { base: null, changedById };
  let base: unknown = workingCopy(tour).value;
  for (const { undo } of events) {
    if (!undo) return { base: null, changedById };
    base = applyPatch(base, undo.value as Operation[]);
  }
  return { base: base as Draft, changedById };
}

function conflict(
  tour: LockedTour | EditedTour,
  expectedRevision: number,
  changedById: number | null,
  conflictingPaths: string[],
): ConflictError {
  return new ConflictError({ tourId: tour.id, expectedRevision, currentRevision: tour.revision, changedById, conflictingPaths });
}
