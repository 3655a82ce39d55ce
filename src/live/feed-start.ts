import { encodeCursor } from './cursor.ts';
import { type ControlKind, type FeedEvent, NO_TOUR } from './feed-event.ts';
import { type FeedState, hasLost } from './feed-reader.ts';
import type { Position, Topic } from './topic.ts';

export interface FeedStart {
  event: FeedEvent;
  /** Where to go on reading. */
  position: Position;
}

/** SNAPSHOT without a cursor; RESUMED at the cursor when everything after it is there to be read; else RESET. */
export function startFeed(topic: Topic, after: Position | null, state: FeedState): FeedStart {
  if (!after) return startAt(topic, 'SNAPSHOT', whereThingsStand(state), state);
  // A database restored from an older copy does not know it yet.
  const isKnown = after.sequence <= state.lastSequence && after.revision <= state.revision;
  // Each event of a tour raises its revision: no new revision, nothing missed, whatever else has happened in the project.
  const isUpToDate = topic.tourId !== null && after.revision === state.revision;
  if (isKnown && isUpToDate) return startAt(topic, 'RESUMED', whereThingsStand(state), state);
  if (isKnown && !hasLost(state, after)) return startAt(topic, 'RESUMED', after, state);
  return resetFeed(topic, state);
}

/** For a subscriber that has lost its place. */
export function resetFeed(topic: Topic, state: FeedState): FeedStart {
  return startAt(topic, 'RESET', whereThingsStand(state), state);
}

function whereThingsStand({ lastSequence, revision }: FeedState): Position {
  return { sequence: lastSequence, revision };
}

function startAt(topic: Topic, kind: ControlKind, position: Position, state: FeedState): FeedStart {
  const event: FeedEvent = {
    cursor: encodeCursor(topic, position),
    kind,
    projectId: topic.projectId,
    tourId: topic.tourId ?? NO_TOUR,
    revision: position.revision,
    previousRevision: null,
    hasDraft: state.hasDraft,
    patch: null,
    losesDraft: false,
    actorId: state.actorId,
    clientMutationId: null,
    occurredAt: state.occurredAt,
  };
  return { event, position };
}
