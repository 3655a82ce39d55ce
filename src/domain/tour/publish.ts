import type { Actor } from '../actor.ts';
import { captureAfter } from '../capture.ts';
import type { Deps } from '../deps.ts';
import { ValidationError } from '../errors.ts';
import { once } from '../idempotency.ts';
import { tourEvents } from './analytics.ts';
import { changeLive } from './change-live.ts';
import { requireKnownTargeting, type TargetingField } from './check-targeting.ts';
import { requireContentSize, requireFilterSize } from './content-size.ts';
import { draftInput } from './draft-input.ts';
import { checkDraftPatch, type DraftPatch } from './draft-patch.ts';
import { checkTourInput } from './input.ts';
import { type LockedTour, lockTour, workingCopy } from './locked-tour.ts';
import { type Draft, initialDraft, mergeDraft } from './merge-draft.ts';
import { completeRefusal } from './problems/complete-refusal.ts';
import { requireRevision } from './revision.ts';

export interface PublishDraft {
  tourId: string;
  expectedRevision?: number | null | undefined;
  /** Merged into the draft first, so that a client may save and publish at once. */
  patch?: DraftPatch | null | undefined;
  idempotencyKey?: string | null | undefined;
  /** How many steps the content may have at most, unless it has more already; absent: any number. */
  maxSteps?: number | null | undefined;
  /** The input field to check the targeting by; absent: it is not checked. */
  targetingField?: TargetingField | null | undefined;
}

/**
 * Makes the draft live: merge, validate, apply, flag, surveys, version, activity and event in one transaction. If it fails, the tour, its draft, flags and
 * surveys are as they were. It neither launches nor stops.
 *
 * @throws NotFoundError, PermissionError, ConflictError; ValidationError with everything that `draftProblems` finds, what the publish came upon
 *   first at the head, or with code NO_DRAFT when there is nothing to publish
 */
export async function publishDraft(deps: Deps, actor: Actor, input: PublishDraft): Promise<void> {
  const patch = checkDraftPatch(input.patch ?? {});
  let attempt: { tour: LockedTour; draft: Draft } | null = null;
  const publishing = captureAfter(deps, async (tx, collect) => {
    const tour = await lockTour(tx, actor, input.tourId);
    const { projectId } = tour;
    const request = { actor, projectId, operation: 'publishTourDraft', key: input.idempotencyKey, input: { tourId: input.tourId, patch } };
    await once(tx, request, tour.id, async () => {
      await requireRevision(tx, tour, input.expectedRevision);
      const isPatched = Object.keys(patch).length > 0;
      if (!tour.draft && !isPatched)
        throw new ValidationError([{ path: null, code: 'no_draft', message: 'No draft to publish.' }], 'NO_DRAFT');
      await requireKnownTargeting(tx, { value: patch.targeting_flag_filters, field: input.targetingField }, tour.id);
      const draft = mergeDraft((tour.draft?.value as Record<string, unknown> | undefined) ?? initialDraft(tour), patch);
      if (patch.content)
        requireContentSize(workingCopy(tour).value.content, draft.content, { bytes: deps.maxContentBytes, steps: input.maxSteps ?? null });
      const { targeting_flag_filters: targeting } = patch;
      if (targeting)
        requireFilterSize('targetingFlagFilters', workingCopy(tour).value.targeting_flag_filters, targeting, deps.maxContentBytes);
      attempt = { tour, draft };
      const changes = checkTourInput(draftInput(draft), tour.id);
      collect(tourEvents(actor, tour, await changeLive(tx, actor, tour, { kind: 'PUBLISHED', changes, draft: 'GOES_LIVE' })));
    });
  });
  await publishing.catch(async (error: unknown) => {
    // Looked for when the transaction is over: what breaks a constraint ends it.
    throw error instanceof ValidationError && attempt ? await completeRefusal(deps.db.sql, attempt.tour, attempt.draft, error) : error;
  });
}
