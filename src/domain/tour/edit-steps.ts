import { isObject } from '../../json/json-object.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { changeDraft, type SavedDraft } from './draft.ts';
import { applyStepOperations, type StepOperation } from './step-operations.ts';
import type { TourSelection } from './tour.ts';

export interface EditSteps {
  tourId: string;
  expectedRevision?: number | null | undefined;
  clientMutationId?: string | null | undefined;
  operations: readonly StepOperation[];
}

/**
 * Changes single steps of the draft, which is started where there is none. Steps are named by their ids, so that editors of different steps never collide,
 * whatever revision each had seen.
 *
 * @throws NotFoundError, PermissionError; ValidationError for an operation that cannot be done; ConflictError when, since the revision named, the same step
 *   was changed
 */
export function editDraftSteps(
  deps: Deps,
  actor: Actor,
  { operations, ...input }: EditSteps,
  parts: readonly TourSelection[],
): Promise<SavedDraft> {
  if (operations.length === 0) return changeDraft(deps, actor, input, parts, null);
  return changeDraft(deps, actor, input, parts, (draft) => {
    const content = isObject(draft.content) ? draft.content : {};
    const steps = Array.isArray(content.steps) ? content.steps : [];
    return { ...draft, content: { ...content, steps: applyStepOperations(steps, operations) } };
  });
}
