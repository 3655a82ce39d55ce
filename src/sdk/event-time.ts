import type { JsonObject } from '../json/json-object.ts';

/** A request may take so long, in milliseconds. A smaller difference between the clocks says nothing, and would change the order of a browser's own events. */
const MAX_DELAY_MS = 10_000;

/**
 * When an event happened. Where the browser says when it sent it, its clock is taken to be wrong by what that differs from ours by more than a request takes. An event without a time that
 * can be read, or from the future, happened when it arrived; `offset` is how many milliseconds before it was sent.
 *
 * @param sentAt of the whole request; an event's own goes before
 */
export function eventTime(event: JsonObject, sentAt: unknown, arrival: Date): Date {
  const now = arrival.getTime();
  const at = parse(event.timestamp);
  const sent = parse(event.sent_at) ?? parse(sentAt);
  const difference = sent === null || Math.abs(now - sent) <= MAX_DELAY_MS ? 0 : now - sent;
  const happened = at === null ? now - offsetOf(event) : at + difference;
  return new Date(Math.min(happened, now));
}

function parse(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

function offsetOf({ offset }: JsonObject): number {
  return typeof offset === 'number' && offset > 0 && offset < 8.64e15 ? offset : 0;
}
