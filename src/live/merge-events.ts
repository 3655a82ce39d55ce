import type { TourEvent } from '../domain/tour/event.ts';

/**
 * One event for two that follow each other in one tour: where the second ends, from where the first began. It has no patch, so that its receiver reads the
 * tour; it names the actor only when both have the same; and it is nobody's echo, because the receiver must not pass over what the other one changed.
 */
export function mergeEvents(older: TourEvent, newer: TourEvent): TourEvent {
  return {
    ...newer,
    previousRevision: older.previousRevision,
    patch: null,
    actorId: older.actorId === newer.actorId ? newer.actorId : null,
    clientMutationId: null,
  };
}
