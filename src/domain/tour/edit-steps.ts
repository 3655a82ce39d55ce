import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { changeDraft, type SavedDraft } from './draft.ts';
import type { Draft } from './merge-draft.ts';
import { rebaseSteps } from './rebase-steps.ts';
import type { Merge } from './revision.ts';
import { applyStepOperations, type StepOperation, stepsOf, withStepIds, withSteps } from './step-operations.ts';
import type { TourSelection } from './tour.ts';

export interface EditSteps {
  tourId: string;
  expectedRevision?: number | null | undefined;
  clientMutationId?: string | null | undefined;
  operations: readonly StepOperation[];
  /** How many steps the content may have at most, unless it has more already; absent: any number. */
  maxSteps?: number | null | undefined;
}

/**
 * Changes single steps of the draft, which is started where there is none. Steps are named by their ids, so that editors of different steps never collide,
 * whatever revision each had seen.
 *
 * @throws NotFoundError, PermissionError; ValidationError for an operation that cannot be done; ConflictError when, since the revision named, a step that
 *   an operation names was changed alike, moved elsewhere or removed
 */
export function editDraftSteps(
  deps: Deps,
  actor: Actor,
  { operations, ...input }: EditSteps,
  parts: readonly TourSelection[],
): Promise<SavedDraft> {
  if (operations.length === 0) return changeDraft(deps, actor, input, parts, null);
  const named = withStepIds(operations);
  const merge: Merge = (base, current, _, since) => rebaseSteps(base, current, named, since);
  const movedSteps = named.flatMap((operation) => ('move' in operation ? [operation.move.stepId] : []));
  const change = (draft: Draft) => withSteps(draft, applyStepOperations(stepsOf(draft), named));
  return changeDraft(deps, actor, { ...input, merge, movedSteps }, parts, change);
}
