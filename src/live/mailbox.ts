import type { TourEvent } from '../domain/tour/event.ts';
import { Backlog } from './backlog.ts';
import { type FeedEvent, toFeedEvent } from './feed-event.ts';
import { DONE, type Waiter } from './live-stream.ts';
import type { Topic } from './topic.ts';

/** Between one subscriber and its consumer: either the consumer waits for an event, or events wait, bounded, for the consumer. */
export class Mailbox {
  readonly #topic: Topic;
  readonly #backlog = new Backlog();
  /** Empty while anything is in the backlog. */
  readonly #waiting: Waiter<FeedEvent>[] = [];
  #isClosed = false;
  #failure: { error: unknown } | null = null;

  constructor(topic: Topic) {
    this.#topic = topic;
  }

  get isAwaited(): boolean {
    return this.#waiting.length > 0;
  }

  take(waiter: Waiter<FeedEvent>): void {
    const delivery = this.#backlog.shift();
    if (delivery) waiter.resolve({ done: false, value: toFeedEvent(this.#topic, delivery.event, delivery.seen) });
    else if (this.#isClosed) this.#tellEnd(waiter);
    else this.#waiting.push(waiter);
  }

  /** Gives the consumer, who must be waiting, an event that is ready as it is. */
  answer(event: FeedEvent): void {
    this.#waiting.shift()?.resolve({ done: false, value: event });
  }

  /** @returns false when there is no room; see Backlog */
  put(event: TourEvent): boolean {
    if (!this.isAwaited) return this.#backlog.push(event);
    this.answer(toFeedEvent(this.#topic, event, event.sequence));
    return true;
  }

  clear(): void {
    this.#backlog.clear();
  }

  /** What waits may still be taken, then it is done. */
  close(): void {
    this.#isClosed = true;
    for (const waiter of this.#waiting.splice(0)) waiter.resolve(DONE);
  }

  /** The consumer hears of the error, once, instead of what waited. */
  fail(error: unknown): void {
    this.#backlog.clear();
    const waiter = this.#waiting.shift();
    if (waiter) waiter.reject(error);
    else this.#failure = { error };
    this.close();
  }

  #tellEnd(waiter: Waiter<FeedEvent>): void {
    const failure = this.#failure;
    this.#failure = null;
    if (failure) waiter.reject(failure.error);
    else waiter.resolve(DONE);
  }
}
