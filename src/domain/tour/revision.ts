import type { Sql, Statement } from '../../db/sql.ts';
import { applyPatch, diff, type Operation } from '../../json/patch.ts';
import type { RawJson } from '../../json/raw-json.ts';
import { type Merged, mergeThreeWay } from '../../json/three-way-merge.ts';
import { ConflictError, ValidationError } from '../errors.ts';
import { findChanger } from './changer.ts';
import { type EditedTour, type LockedTour, workingCopy } from './locked-tour.ts';
import type { Draft } from './merge-draft.ts';
import { MAX_PAST_BYTES } from './past-draft.ts';
import type { PastWrite } from './past-write.ts';

/** How many writes since the revision named are looked at. A save from further back conflicts with the whole draft. */
const MAX_EVENTS = 1000;

/** How much of drafts may be made while the writes are undone one by one, in UTF-16 code units: each write makes a whole draft. */
const MAX_WORK = 64 * 1024 * 1024;

const SINCE: Statement = {
  name: 'tour_events_since',
  text: `SELECT revision, undo, "movedSteps", "actorId" FROM (
      SELECT revision, undo, moved_steps AS "movedSteps", actor_id AS "actorId",
        sum(coalesce(octet_length(undo::text), 0)) OVER (ORDER BY revision DESC) AS size
      FROM draft_events WHERE tour_id = $1 AND revision > $2 AND revision <= $3 AND revision > $3 - ${MAX_EVENTS}
    ) newest WHERE size <= ${MAX_PAST_BYTES} ORDER BY revision DESC`,
};

interface EventRow {
  revision: number;
  undo: RawJson | null;
  movedSteps: RawJson | null;
  actorId: number | null;
}

/** What has happened to a tour since a revision. */
interface Since {
  /** The working copy as it was; null when the history does not reach back that far, or there are too many writes since. */
  base: Draft | null;
  /** Newest first. */
  events: readonly EventRow[];
}

/**
 * Brings a change of a draft together with what others have made of it.
 *
 * @param base the working copy that the change was made from
 * @param since the others' writes, newest first; made as they are asked for
 */
export type Merge = (base: Draft, current: Draft, mine: Draft, since: Iterable<PastWrite>) => Merged;

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
  merge: Merge = mergeThreeWay,
): Promise<{ draft: Draft; isRebased: boolean }> {
  const current = workingCopy(tour).value;
  if (expected == null || isCurrent(tour, expected)) return { draft: await change(current), isRebased: false };
  const since = await readSince(tx, tour, expected);
  if (!since.base) throw conflict(tour, expected, since, ['']);
  const { value, conflicts, isRebased } = merge(since.base, current, await change(since.base), writes(tour, since.events));
  if (conflicts.length > 0) throw conflict(tour, expected, since, conflicts);
  return { draft: value as Draft, isRebased };
}

/**
 * For writes that concern the tour as a whole: no revision named, no check.
 *
 * @throws ConflictError with the paths that changed since; ValidationError for a revision that the tour has not had yet
 */
export async function requireRevision(tx: Sql, tour: LockedTour | EditedTour, expected: number | null | undefined): Promise<void> {
  if (expected == null || isCurrent(tour, expected)) return;
  const since = await readSince(tx, tour, expected);
  const changed = since.base ? diff(since.base, workingCopy(tour).value).map((operation) => operation.path) : [''];
  throw conflict(tour, expected, since, changed);
}

function isCurrent(tour: LockedTour | EditedTour, expected: number): boolean {
  if (expected >= 0 && expected <= tour.revision) return expected === tour.revision;
  const message = `The tour has had the revisions 1 to ${tour.revision}; there is no revision ${expected}.`;
  throw new ValidationError([{ path: 'expectedRevision', code: 'invalid_input', message }]);
}

async function readSince(tx: Sql, tour: LockedTour | EditedTour, revision: number): Promise<Since> {
  const events = await tx.query<EventRow>(SINCE, [tour.id, revision, tour.revision]);
  if (events.length !== tour.revision - revision || events.some(({ undo }) => !undo)) return { base: null, events };
  const undo = events.flatMap((event) => event.undo?.value as Operation[]);
  return { base: applyPatch(workingCopy(tour).value, undo) as Draft, events };
}

/** As far back as the events can be undone, and no more than `MAX_WORK` is made. */
function* writes(tour: LockedTour | EditedTour, events: readonly EventRow[]): Generator<PastWrite> {
  let after = workingCopy(tour).value;
  let work = MAX_WORK;
  const size = JSON.stringify(after).length;
  for (const { undo, movedSteps, actorId } of events) {
    work -= size;
    if (!undo || work < 0) return;
    const before = applyPatch(after, undo.value as Operation[]) as Draft;
    yield { before, after, movedSteps: (movedSteps?.value ?? null) as string[] | null, actorId };
    after = before;
  }
}

function conflict(
  tour: LockedTour | EditedTour,
  expectedRevision: number,
  { base, events }: Since,
  conflictingPaths: string[],
): ConflictError {
  const changer = base && findChanger(writes(tour, events), conflictingPaths);
  return new ConflictError({
    tourId: tour.id,
    expectedRevision,
    currentRevision: tour.revision,
    changedById: (changer ?? events[0])?.actorId ?? null,
    conflictingPaths,
    base,
  });
}
