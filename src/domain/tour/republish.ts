import type { Actor } from '../actor.ts';
import { captureAfter } from '../capture.ts';
import type { Deps } from '../deps.ts';
import { once } from '../idempotency.ts';
import { tourEvents } from './analytics.ts';
import { changeLive } from './change-live.ts';
import { draftInput } from './draft-input.ts';
import { checkTourInput } from './input.ts';
import { lockTour } from './locked-tour.ts';
import { readVersion } from './restore-version.ts';
import { requireRevision } from './revision.ts';

export interface RepublishVersion {
  tourId: string;
  number: number;
  expectedRevision?: number | null | undefined;
  idempotencyKey?: string | null | undefined;
}

/**
 * Makes an old version live again, with all that a publish does, in one transaction. The history goes on with a new version; a draft that was pending is lost,
 * and can be brought back. It neither launches nor stops.
 *
 * @throws NotFoundError for a tour or version that is not there; PermissionError, ConflictError; ValidationError when it may not go live any more
 */
export async function republishVersion(deps: Deps, actor: Actor, input: RepublishVersion): Promise<void> {
  const { tourId, number, expectedRevision, idempotencyKey } = input;
  await captureAfter(deps, async (tx, collect) => {
    const tour = await lockTour(tx, actor, tourId);
    const request = { actor, projectId: tour.projectId, operation: 'republishTourVersion', key: idempotencyKey, input: { tourId, number } };
    await once(tx, request, tour.id, async () => {
      await requireRevision(tx, tour, expectedRevision);
      const changes = checkTourInput(draftInput(await readVersion(tx, tour.id, number)), tour.id);
      collect(tourEvents(actor, tour, await changeLive(tx, actor, tour, { kind: 'PUBLISHED', changes, draft: 'IS_LOST' })));
    });
  });
}
