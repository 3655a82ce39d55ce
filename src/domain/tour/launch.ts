import type { Actor } from '../actor.ts';
import { captureAfter } from '../capture.ts';
import type { Deps } from '../deps.ts';
import { tourEvents } from './analytics.ts';
import { changeLive } from './change-live.ts';
import type { LiveFields } from './input.ts';
import { lockTour } from './locked-tour.ts';
import { requireRevision } from './revision.ts';

/** A step in the life of a tour. `at` is RFC 3339; now when absent. */
export interface LifecycleInput {
  tourId: string;
  expectedRevision?: number | null | undefined;
  at?: string | null | undefined;
}

/** Sets the start date and clears the end date: the tour runs from then on. */
export function launchTour(deps: Deps, actor: Actor, input: LifecycleInput): Promise<void> {
  return changeLife(deps, actor, input, (at) => ({ startDate: at, endDate: null }));
}

/** Sets the end date. */
export function stopTour(deps: Deps, actor: Actor, input: LifecycleInput): Promise<void> {
  return changeLife(deps, actor, input, (at) => ({ endDate: at }));
}

/** Clears the end date; a tour that was never launched starts. */
export function resumeTour(deps: Deps, actor: Actor, input: LifecycleInput): Promise<void> {
  return changeLife(deps, actor, input, (at, tour) => ({ endDate: null, ...(tour.startDate === null && { startDate: at }) }));
}

/** Takes the tour out of every list of active tours, and frees its name. */
export function archiveTour(deps: Deps, actor: Actor, input: LifecycleInput): Promise<void> {
  return changeLife(deps, actor, input, () => ({ archived: true }));
}

/** Unlike a direct write, a step in a tour's life leaves a pending draft alone: it touches none of the fields that a draft holds. */
async function changeLife(
  deps: Deps,
  actor: Actor,
  { tourId, expectedRevision, at }: LifecycleInput,
  changes: (at: string, tour: { startDate: string | null }) => Partial<LiveFields>,
): Promise<void> {
  await captureAfter(deps, async (tx, collect) => {
    const tour = await lockTour(tx, actor, tourId);
    await requireRevision(tx, tour, expectedRevision);
    const when = at ?? deps.clock().toISOString();
    const changed = await changeLive(tx, actor, tour, { kind: 'UPDATED', changes: changes(when, tour), draft: 'STAYS' });
    collect(tourEvents(actor, tour, changed));
  });
}
