import type { TourEvent } from '../domain/tour/event.ts';
import { mergeEvents } from './merge-events.ts';

/** Up to here a subscriber that falls behind still gets each event with its patch. */
export const MAX_EVENTS = 64;
const MAX_PATCH_LENGTH = 1024 * 1024;

/** Beyond it, reading everything again is less work than so many single tours. */
export const MAX_TOURS = 1000;

export interface Delivery {
  event: TourEvent;
  /** Everything up to this sequence has been taken, this event included. */
  seen: number;
}

/** By tour, in the order of their newest sequences. `first` is the oldest sequence that the event stands for. */
type Merged = Map<string, { event: TourEvent; first: number }>;

/**
 * What waits for one subscriber, in order and bounded: single events while they are few, then one per tour without patches, then nothing (`push` refuses).
 * When the subscriber has taken all of it, single events come again.
 */
export class Backlog {
  #events: TourEvent[] = [];
  #patchLength = 0;
  /** Null while there are single events. */
  #merged: Merged | null = null;

  /** @returns false when it would hold too many tours: its subscriber has to read everything again */
  push(event: TourEvent): boolean {
    if (this.#merged) return this.#merge(this.#merged, event);
    this.#events.push(event);
    this.#patchLength += event.patch?.text.length ?? 0;
    if (this.#events.length <= MAX_EVENTS && this.#patchLength <= MAX_PATCH_LENGTH) return true;
    const events = this.#events;
    this.clear();
    this.#merged = new Map();
    for (const each of events) this.#merge(this.#merged, each);
    return true;
  }

  shift(): Delivery | null {
    if (this.#merged) return this.#shiftMerged(this.#merged);
    const event = this.#events.shift();
    if (!event) return null;
    this.#patchLength -= event.patch?.text.length ?? 0;
    return { event, seen: event.sequence };
  }

  clear(): void {
    this.#events = [];
    this.#patchLength = 0;
    this.#merged = null;
  }

  #merge(merged: Merged, event: TourEvent): boolean {
    const older = merged.get(event.tourId);
    if (!older && merged.size === MAX_TOURS) return false;
    // Taken out and put in again, it is the last in the map's order.
    merged.delete(event.tourId);
    merged.set(event.tourId, {
      event: older ? mergeEvents(older.event, event) : { ...event, patch: null },
      first: older?.first ?? event.sequence,
    });
    return true;
  }

  #shiftMerged(merged: Merged): Delivery | null {
    for (const [tourId, { event }] of merged) {
      merged.delete(tourId);
      if (merged.size === 0) this.#merged = null;
      // Another tour's merged event may reach back before this one: a cursor must not pass what it stands for. After a break in just this place the
      // subscriber gets some revisions again, but never misses one.
      let seen = event.sequence;
      for (const { first } of merged.values()) seen = Math.min(seen, first - 1);
      return { event, seen };
    }
    return null;
  }
}
