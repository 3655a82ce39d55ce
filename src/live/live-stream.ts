/** Events for one consumer. `return` ends a waiting `next` at once. */
export interface LiveStream<Event> extends AsyncIterableIterator<Event, undefined> {
  return(): Promise<IteratorReturnResult<undefined>>;
  /** Ends it from outside: a waiting `next`, or the following one, rejects with the error, and nothing else is delivered. */
  fail(error: unknown): void;
}
