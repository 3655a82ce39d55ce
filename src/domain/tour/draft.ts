import type { Sql, Statement } from '../../db/sql.ts';
import { checkText } from '../../json/text-check.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { ValidationError } from '../errors.ts';
import { checkDraftPatch, type DraftPatch } from './draft-patch.ts';
import { recordTourEvent } from './event.ts';
import { type LockedTour, lockTour, workingCopy } from './locked-tour.ts';
import { type Draft, initialDraft, mergeDraft } from './merge-draft.ts';
import { rebase, requireRevision } from './revision.ts';

export interface SaveDraft {
  tourId: string;
  expectedRevision?: number | null | undefined;
  /** False: any change since the revision named is a conflict. */
  rebase?: boolean | undefined;
  /** The editor's own mark, up to 255 characters. */
  clientMutationId?: string | null | undefined;
  patch: DraftPatch;
}

const MAX_MARK_LENGTH = 255;

export interface SavedDraft {
  /** The revision after the save. */
  revision: number;
  /** Whether others had changed other paths since the revision named. */
  isRebased: boolean;
}

const SAVE: Statement = {
  name: 'save_draft',
  text: `UPDATE tours SET draft_content = $2::jsonb, draft_saved_at = clock_timestamp(), draft_saved_by_id = $3, updated_at = clock_timestamp(),
    revision = revision + 1 WHERE id = $1`,
};

const DISCARD: Statement = {
  name: 'discard_draft',
  text: `UPDATE tours SET draft_content = NULL, draft_saved_at = NULL, draft_saved_by_id = NULL, updated_at = clock_timestamp(), revision = revision + 1
    WHERE id = $1`,
};

/**
 * Merges the keys of a patch into the draft, under the tour's lock: two saves at once never lose a key. The first save starts the draft from the live tour.
 * Flags, surveys and the activity log are untouched; that is for publish. A patch without keys writes nothing.
 *
 * @throws NotFoundError, PermissionError, ConflictError; ValidationError for what could never be published
 */
export async function saveDraft(deps: Deps, actor: Actor, input: SaveDraft): Promise<SavedDraft> {
  const patch = checkDraftPatch(input.patch);
  return changeDraft(deps, actor, input, Object.keys(patch).length === 0 ? null : (draft) => mergeDraft(draft, patch));
}

/**
 * The transaction of every save: lock, rebase, write, announce.
 *
 * @param change makes the change to a working copy; null: there is none to make, and nothing is written
 */
export async function changeDraft(
  deps: Deps,
  actor: Actor,
  input: Omit<SaveDraft, 'patch'>,
  change: ((draft: Draft, tour: LockedTour, tx: Sql) => Draft | Promise<Draft>) | null,
): Promise<SavedDraft> {
  checkMark(input.clientMutationId ?? '');
  return deps.db.transaction(async (tx) => {
    const tour = await lockTour(tx, actor, input.tourId);
    if (input.rebase === false) await requireRevision(tx, tour, input.expectedRevision);
    const { draft, isRebased } = await rebase(tx, tour, input.expectedRevision, async (base) => (change ? change(base, tour, tx) : base));
    if (!change) return { revision: tour.revision, isRebased };
    await tx.query(SAVE, [tour.id, JSON.stringify(draft), actor.userId]);
    await recordTourEvent(tx, actor, {
      tour,
      kind: 'SAVED',
      revision: tour.revision + 1,
      before: workingCopy(tour),
      after: { value: draft, isDraft: true },
      clientMutationId: input.clientMutationId ?? null,
    });
    return { revision: tour.revision + 1, isRebased };
  });
}

function checkMark(clientMutationId: string): void {
  const problem = checkText(clientMutationId);
  const tooLong = { code: 'max_length', message: `Ensure this field has no more than ${MAX_MARK_LENGTH} characters.` } as const;
  const found = problem ?? (clientMutationId.length > MAX_MARK_LENGTH ? tooLong : null);
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
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const tour = await lockTour(tx, actor, input.tourId);
    await requireRevision(tx, tour, input.expectedRevision);
    await tx.query(DISCARD, [tour.id]);
    await recordTourEvent(tx, actor, {
      tour,
      kind: 'DISCARDED',
      revision: tour.revision + 1,
      before: workingCopy(tour),
      after: { value: initialDraft(tour), isDraft: false },
      lostDraft: tour.draft,
    });
  });
}
