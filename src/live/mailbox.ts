import type { TourEvent } from '../domain/tour/event.ts';
import { Backlog } from './backlog.ts';
import { type FeedEvent, toFeedEvent } from './feed-event.ts';
import type { Topic } from './topic.ts';

interface Waiter {
  resolve(result: IteratorResult<FeedEvent, undefined>): void;
  reject(error: unknown): void;
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** Between one subscriber and its consumer: either the consumer waits for an event, or events wait, bounded, for the consumer. */
export class Mailbox {
  readonly #topic: Topic;
  readonly #backlog = new Backlog();
  /** Empty while anything is in the backlog. */
  readonly #waiting: Waiter[] = [];
  #isClosed = false;
  #failure: { error: unknown } | null = null;

  constructor(topic: Topic) {
    this.#topic = topic;
  }

  get isAwaited(): boolean {
    return this.#waiting.length > 0;
  }

  take(): Promise<IteratorResult<FeedEvent, undefined>> {
    const delivery = this.#backlog.shift();
    if (delivery) return Promise.resolve({ done: false, value: toFeedEvent(this.#topic, delivery.event, delivery.seen) });
    if (!this.#isClosed) return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    const failure = this.#failure;
    this.#failure = null;
    return failure ? Promise.reject(failure.error) : Promise.resolve(DONE);
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
}
