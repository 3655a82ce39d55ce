/** Whoever waits for an event. Hears of it at once, in the turn of many others: it may not throw, nor ask for the next one before that turn is over. */
export interface Waiter<Event> {
  resolve(result: IteratorResult<Event, undefined>): void;
  reject(error: unknown): void;
}

export const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** Events for one consumer, who asks for one after the other. `return` ends a waiting request at once. */
export abstract class LiveStream<Event> implements AsyncIterableIterator<Event, undefined> {
  /** `next` without a promise, of which thousands of subscribers would need several for each event. */
  abstract ask(waiter: Waiter<Event>): void;
  abstract return(): Promise<IteratorReturnResult<undefined>>;
  /** Ends it from outside: a waiting request, or the following one, is rejected with the error, and nothing else is delivered. */
  abstract fail(error: unknown): void;

  next(): Promise<IteratorResult<Event, undefined>> {
    return new Promise((resolve, reject) => this.ask({ resolve, reject }));
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
