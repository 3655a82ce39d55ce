import type { LiveStream } from './live-stream.ts';

type Result<State> = IteratorResult<State, undefined>;

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** Gives the state as it is, then again after each change. A reader who misses some gets the newest: nothing is kept for it. */
export class LatestStream<State> implements LiveStream<State> {
  readonly #read: () => State;
  readonly #onEnd: () => void;
  readonly #waiting: { resolve(result: Result<State>): void; reject(error: unknown): void }[] = [];
  #isDue = true;
  #isOver = false;
  #failure: { error: unknown } | null = null;

  /** @param onEnd is called once, when it is over */
  constructor(read: () => State, onEnd: () => void) {
    this.#read = read;
    this.#onEnd = onEnd;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<Result<State>> {
    if (this.#failure) {
      const { error } = this.#failure;
      this.#failure = null;
      return Promise.reject(error);
    }
    if (this.#isOver) return Promise.resolve(DONE);
    if (!this.#isDue) return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    this.#isDue = false;
    return Promise.resolve({ done: false, value: this.#read() });
  }

  /** The state is another one. */
  changed(): void {
    const waiter = this.#waiting.shift();
    if (waiter) waiter.resolve({ done: false, value: this.#read() });
    else this.#isDue = true;
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.#end();
    return Promise.resolve(DONE);
  }

  fail(error: unknown): void {
    if (this.#isOver) return;
    const waiter = this.#waiting.shift();
    if (waiter) waiter.reject(error);
    else this.#failure = { error };
    this.#end();
  }

  #end(): void {
    for (const waiter of this.#waiting.splice(0)) waiter.resolve(DONE);
    if (this.#isOver) return;
    this.#isOver = true;
    this.#onEnd();
  }
}
