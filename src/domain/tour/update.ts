import { diff } from '../../json/patch.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { Actor } from '../actor.ts';
import { captureAfter } from '../capture.ts';
import type { Deps } from '../deps.ts';
import { ConflictError } from '../errors.ts';
import { type CreationContext, tourEvents } from './analytics.ts';
import { changeLive } from './change-live.ts';
import { requireKnownTargeting, type TargetingField } from './check-targeting.ts';
import { requireContentSize, requireFilterSize } from './content-size.ts';
import { checkTourInput, type TourInput } from './input.ts';
import { type LockedTour, lockTour } from './locked-tour.ts';
import { type Draft, initialDraft } from './merge-draft.ts';
import { requireRevision } from './revision.ts';

export interface UpdateTour extends TourInput {
  tourId: string;
  creationContext?: CreationContext | null | undefined;
  expectedRevision?: number | null | undefined;
  /** True: a pending draft is not ended, the change is refused. */
  refuseIfDraft?: boolean | null | undefined;
  /** How many steps the content may have at most, unless it has more already; absent: any number. */
  maxSteps?: number | null | undefined;
  /** The input field to check the targeting by; absent: it is not checked. */
  targetingField?: TargetingField | null | undefined;
}

/**
 * Changes the live tour and ends a pending draft, whatever was changed, as the REST wire does (contract 9.3). The draft that is lost stays in the history.
 *
 * @throws NotFoundError, PermissionError, ConflictError, ValidationError
 */
export async function updateTour(deps: Deps, actor: Actor, request: UpdateTour): Promise<void> {
  const { tourId, expectedRevision, refuseIfDraft, creationContext, maxSteps, targetingField, ...input } = request;
  await captureAfter(deps, async (tx, collect) => {
    const tour = await lockTour(tx, actor, tourId);
    await requireRevision(tx, tour, expectedRevision);
    if (refuseIfDraft && tour.draft) throw draftPending(tour, tour.draft);
    await requireKnownTargeting(tx, { value: input.targetingFlagFilters, field: targetingField }, tourId);
    const changes = checkTourInput(input, tourId);
    if (changes.content) requireContentSize(tour.content.value, changes.content, { bytes: deps.maxContentBytes, steps: maxSteps ?? null });
    if (changes.targeting) requireFilterSize('targetingFlagFilters', tour.targeting?.value, changes.targeting, deps.maxContentBytes);
    const changed = await changeLive(tx, actor, tour, { kind: 'UPDATED', changes, draft: 'IS_LOST' });
    collect(tourEvents(actor, tour, changed, creationContext));
  });
}

/** The refusal of a change that would end a draft. @param what has the draft, in words */
export function draftPending(tour: LockedTour, draft: RawJson, what = 'The tour'): ConflictError {
  const conflict = {
    tourId: tour.id,
    expectedRevision: tour.revision,
    currentRevision: tour.revision,
    changedById: tour.draftSavedById,
    conflictingPaths: diff(initialDraft(tour), draft.value).map(({ path }) => path),
    base: draft.value as Draft,
  };
  return new ConflictError(conflict, 'DRAFT_PENDING', `${what} has a draft, which this change would end. Publish or discard it first.`);
}
