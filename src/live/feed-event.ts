import type { TourEvent, TourEventKind } from '../domain/tour/event.ts';
import type { RawJson } from '../json/raw-json.ts';
import { encodeCursor } from './cursor.ts';
import type { Topic } from './topic.ts';

/** How a feed begins, and begins again when it was broken. */
export type ControlKind = 'SNAPSHOT' | 'RESUMED' | 'RESET';

/** What a subscriber receives. */
export interface FeedEvent {
  /** Where to go on from after this event. */
  cursor: string;
  kind: ControlKind | TourEventKind;
  projectId: number;
  /** NO_TOUR in the control events of a project's feed. */
  tourId: string;
  /** 0 in the control events of a project's feed. */
  revision: number;
  /** The revision before the first change that this event stands for: the one delivered last. Null on creation and in control events. */
  previousRevision: number | null;
  hasDraft: boolean;
  /** RFC 6902, draft at previousRevision -> draft at revision; null where a full read is needed. */
  patch: RawJson | null;
  /** Whether the change of this very revision ended a draft without making it live. */
  losesDraft: boolean;
  actorId: number | null;
  clientMutationId: string | null;
  occurredAt: string;
}

export const NO_TOUR = '00000000-0000-0000-0000-000000000000';

const ofTour = new WeakMap<TourEvent, FeedEvent>();
const ofProject = new WeakMap<TourEvent, FeedEvent>();

/**
 * An event as a topic's subscribers get it. Those who get it in its turn all get the same object, so that what is made of it need be made only once.
 *
 * @param seen everything up to this sequence has been delivered once this event has
 */
export function toFeedEvent(topic: Topic, event: TourEvent, seen: number): FeedEvent {
  if (seen !== event.sequence) return convert(topic, event, seen);
  const known = topic.tourId === null ? ofProject : ofTour;
  const feedEvent = known.get(event) ?? convert(topic, event, seen);
  known.set(event, feedEvent);
  return feedEvent;
}

function convert(topic: Topic, { sequence: _, ...event }: TourEvent, seen: number): FeedEvent {
  return { ...event, cursor: encodeCursor(topic, { sequence: seen, revision: event.revision }) };
}
