import type { TourEvent } from '../domain/tour/event.ts';
import { Backlog } from './backlog.ts';
import { type FeedEvent, toFeedEvent } from './feed-event.ts';
import { DONE, type Waiter } from './live-stream.ts';
import type { Topic } from './topic.ts';

/** Between one subscriber and its consumer: either the consumer waits for an event, or events wait, bounded, for the consumer. */
export class Mailbox {
  readonly #topic: Topic;
  /** Made when the consumer is late for the first time. */
  #backlog: Backlog | null = null;
  /** The consumer, while it waits; nothing is in the backlog then. */
  #waiter: Waiter<FeedEvent> | null = null;
  #isClosed = false;
  #failure: { error: unknown } | null = null;

  constructor(topic: Topic) {
    this.#topic = topic;
  }

  get isAwaited(): boolean {
    return this.#waiter !== null;
  }

  take(waiter: Waiter<FeedEvent>): void {
    const delivery = this.#backlog?.shift();
    if (delivery) waiter.resolve({ done: false, value: toFeedEvent(this.#topic, delivery.event, delivery.seen) });
    else if (this.#isClosed) this.#tellEnd(waiter);
    else this.#waiter = waiter;
  }

  /** Gives the consumer, who must be waiting, an event that is ready as it is. */
  answer(event: FeedEvent): void {
    this.#takeWaiter()?.resolve({ done: false, value: event });
  }

  /** @returns false when there is no room; see Backlog */
  put(event: TourEvent): boolean {
    if (!this.isAwaited) {
      this.#backlog ??= new Backlog();
      return this.#backlog.push(event);
    }
    this.answer(toFeedEvent(this.#topic, event, event.sequence));
    return true;
  }

  clear(): void {
    this.#backlog?.clear();
  }

  /** What waits may still be taken, then it is done. */
  close(): void {
    this.#isClosed = true;
    this.#takeWaiter()?.resolve(DONE);
  }

  /** The consumer hears of the error, once, instead of what waited. */
  fail(error: unknown): void {
    this.#backlog?.clear();
    const waiter = this.#takeWaiter();
    if (waiter) waiter.reject(error);
    else this.#failure = { error };
    this.close();
  }

  #takeWaiter(): Waiter<FeedEvent> | null {
    const waiter = this.#waiter;
    this.#waiter = null;
    return waiter;
  }

  #tellEnd(waiter: Waiter<FeedEvent>): void {
    const failure = this.#failure;
    this.#failure = null;
    if (failure) waiter.reject(failure.error);
    else waiter.resolve(DONE);
  }
}
