import type { Actor } from '../actor.ts';
import { captureAfter } from '../capture.ts';
import type { Deps } from '../deps.ts';
import { type CreationContext, tourEvents } from './analytics.ts';
import { changeLive } from './change-live.ts';
import { checkTourInput, type TourInput } from './input.ts';
import { lockTour } from './locked-tour.ts';
import { requireRevision } from './revision.ts';

export interface UpdateTour extends TourInput {
  tourId: string;
  creationContext?: CreationContext | null | undefined;
  expectedRevision?: number | null | undefined;
}

/**
 * Changes the live tour and ends a pending draft, whatever was changed, as the REST wire does (contract 9.3). The draft that is lost stays in the history.
 *
 * @throws NotFoundError, PermissionError, ConflictError, ValidationError
 */
export async function updateTour(deps: Deps, actor: Actor, request: UpdateTour): Promise<void> {
  const { tourId, expectedRevision, creationContext, ...input } = request;
  await captureAfter(deps, async (tx, collect) => {
    const tour = await lockTour(tx, actor, tourId);
    await requireRevision(tx, tour, expectedRevision);
    const changed = await changeLive(tx, actor, tour, { kind: 'UPDATED', changes: checkTourInput(input, tourId), endsDraft: true });
    collect(tourEvents(actor, tour, changed, creationContext));
  });
}
