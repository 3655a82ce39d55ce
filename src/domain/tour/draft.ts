import type { Sql } from '../../db/sql.ts';
import { checkText } from '../../json/text-check.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { NotFoundError, ValidationError } from '../errors.ts';
import { INPUT_LIMITS, tooLong } from '../input-limits.ts';
import { requireKnownTargeting, type TargetingField } from './check-targeting.ts';
import { requireContentSize, requireFilterSize } from './content-size.ts';
import { checkDraftPatch, type DraftPatch } from './draft-patch.ts';
import { type TourChange, updateTourWithEvent } from './event.ts';
import { type EditedTour, lockTour, readEditedTour, workingCopy } from './locked-tour.ts';
import { type Draft, initialDraft, mergeDraft } from './merge-draft.ts';
import { requireWritten, writeOptimistically } from './optimistic-write.ts';
import { readTour } from './read.ts';
import { type Merge, rebase, requireRevision } from './revision.ts';
import type { Tour, TourSelection } from './tour.ts';

export interface SaveDraft {
  tourId: string;
  expectedRevision?: number | null | undefined;
  /** False: any change since the revision named is a conflict. */
  rebase?: boolean | undefined;
  /** The editor's own mark, up to 255 characters. */
  clientMutationId?: string | null | undefined;
  patch: DraftPatch;
  /** How many steps the content may have at most, unless it has more already; absent: any number. */
  maxSteps?: number | null | undefined;
  /** The input field to check the targeting by; absent: it is not checked. */
  targetingField?: TargetingField | null | undefined;
}

export interface SavedDraft {
  /** With the parts asked for, as the save left it. */
  tour: Tour;
  /** The revision after the save. */
  revision: number;
  /** Whether others had changed other paths since the revision named. */
  isRebased: boolean;
}

const SAVE = { name: 'save_draft', set: 'draft_content = $13::jsonb, draft_saved_at = clock_timestamp(), draft_saved_by_id = $10' };
const DISCARD = { name: 'discard_draft', set: 'draft_content = NULL, draft_saved_at = NULL, draft_saved_by_id = NULL', values: [] };

/**
 * Merges the keys of a patch into the draft, under the tour's lock: two saves at once never lose a key. The first save starts the draft from the live tour.
 * Flags, surveys and the activity log are untouched; that is for publish. A patch without keys writes nothing.
 *
 * @throws NotFoundError, PermissionError, ConflictError; ValidationError for what could never be published
 */
export async function saveDraft(deps: Deps, actor: Actor, input: SaveDraft, parts: readonly TourSelection[]): Promise<SavedDraft> {
  const patch = checkDraftPatch(input.patch);
  if (Object.keys(patch).length === 0) return changeDraft(deps, actor, input, parts, null);
  const targeting = { value: patch.targeting_flag_filters, field: input.targetingField, isDraft: true };
  return changeDraft(deps, actor, input, parts, async (draft, tour, sql) => {
    await requireKnownTargeting(sql, targeting, tour.id);
    return mergeDraft(draft, patch);
  });
}

/**
 * Every save: read, rebase, and write with the event. Nothing is locked between the two; if somebody else wrote in between, it is done again under the tour's
 * lock.
 *
 * @param input replaces: the draft that was there is not edited but gives way, and stays in the history as a lost one. merge: how a change of an older
 *   revision is brought together with others'; absent: by what came of it. movedSteps: the ids of the steps that the change moves by name
 * @param parts of the tour in the answer
 * @param change makes the change to a working copy; null: there is none to make, and nothing is written
 */
export async function changeDraft(
  deps: Deps,
  actor: Actor,
  input: Omit<SaveDraft, 'patch'> & { replaces?: boolean; merge?: Merge; movedSteps?: readonly string[] },
  parts: readonly TourSelection[],
  change: ((draft: Draft, tour: EditedTour, sql: Sql) => Draft | Promise<Draft>) | null,
): Promise<SavedDraft> {
  checkMark(input.clientMutationId ?? '');
  return writeOptimistically(deps.db, async (sql, lock) => {
    const tour = await readEditedTour(sql, actor, input.tourId, lock);
    if (input.rebase === false) await requireRevision(sql, tour, input.expectedRevision);
    const make = async (base: Draft) => (change ? change(base, tour, sql) : base);
    const { draft, isRebased } = await rebase(sql, tour, input.expectedRevision, make, input.merge);
    if (!change) return { tour: await unwritten(sql, actor, tour.id, parts), revision: tour.revision, isRebased };
    const text = JSON.stringify(draft);
    const limits = { bytes: deps.maxContentBytes, steps: input.maxSteps ?? null };
    const { content, targeting_flag_filters: targeting } = workingCopy(tour).value;
    requireContentSize(content, draft.content, limits, text.length);
    requireFilterSize('targetingFlagFilters', targeting, draft.targeting_flag_filters, deps.maxContentBytes, text.length);
    const event: TourChange = {
      tour,
      kind: 'SAVED',
      revision: tour.revision + 1,
      before: workingCopy(tour),
      after: { value: draft, isDraft: true },
      lostDraft: input.replaces && tour.isDraft ? tour.copy : null,
      movedSteps: input.movedSteps ?? null,
      clientMutationId: input.clientMutationId ?? null,
    };
    const save = { ...SAVE, values: [text] };
    const saved = await updateTourWithEvent(sql, actor, event, save, parts);
    return saved && { tour: saved, revision: saved.revision, isRebased };
  });
}

async function unwritten(sql: Sql, actor: Actor, id: string, parts: readonly TourSelection[]): Promise<Tour> {
  const tour = await readTour(sql, id, parts, actor.projectIds);
  if (!tour) throw new NotFoundError();
  return tour;
}

/** @throws ValidationError for a mark that is too long, or no text that can be stored */
export function checkMark(clientMutationId: string): void {
  const problem = checkText(clientMutationId);
  const max = INPUT_LIMITS.clientMutationId;
  const found = problem ?? (clientMutationId.length > max ? ({ code: 'max_length', message: tooLong(max) } as const) : null);
  if (found) throw new ValidationError([{ path: 'clientMutationId', ...found }]);
}

/**
 * Ends the draft; it stays in the history. Without a draft only the revision and `updatedAt` move, as on the REST wire.
 *
 * @throws NotFoundError, PermissionError, ConflictError
 */
export async function discardDraft(
  deps: Deps,
  actor: Actor,
  input: { tourId: string; expectedRevision?: number | null | undefined },
  parts: readonly TourSelection[],
): Promise<Tour> {
  return deps.db.transaction(async (tx) => {
    const tour = await lockTour(tx, actor, input.tourId);
    await requireRevision(tx, tour, input.expectedRevision);
    const event: TourChange = {
      tour,
      kind: 'DISCARDED',
      revision: tour.revision + 1,
      before: workingCopy(tour),
      after: { value: initialDraft(tour), isDraft: false },
      lostDraft: tour.draft,
    };
    return requireWritten(await updateTourWithEvent(tx, actor, event, DISCARD, parts));
  });
}
