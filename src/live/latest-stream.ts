import { DONE, LiveStream, type Waiter } from './live-stream.ts';

/** Gives the state as it is, then again after each change. A reader who misses some gets the newest: nothing is kept for it. */
export class LatestStream<State> extends LiveStream<State> {
  readonly #read: () => State;
  readonly #onEnd: () => void;
  #waiter: Waiter<State> | null = null;
  #isDue = true;
  #isOver = false;
  #failure: { error: unknown } | null = null;

  /** @param onEnd is called once, when it is over */
  constructor(read: () => State, onEnd: () => void) {
    super();
    this.#read = read;
    this.#onEnd = onEnd;
  }

  ask(waiter: Waiter<State>): void {
    const failure = this.#failure;
    this.#failure = null;
    if (failure) waiter.reject(failure.error);
    else if (this.#isOver) waiter.resolve(DONE);
    else if (this.#isDue) {
      this.#isDue = false;
      waiter.resolve({ done: false, value: this.#read() });
    } else this.#waiter = waiter;
  }

  /** The state is another one. */
  changed(): void {
    const waiter = this.#takeWaiter();
    if (waiter) waiter.resolve({ done: false, value: this.#read() });
    else this.#isDue = true;
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.#end();
    return Promise.resolve(DONE);
  }

  fail(error: unknown): void {
    if (this.#isOver) return;
    const waiter = this.#takeWaiter();
    if (waiter) waiter.reject(error);
    else this.#failure = { error };
    this.#end();
  }

  #end(): void {
    this.#takeWaiter()?.resolve(DONE);
    if (this.#isOver) return;
    this.#isOver = true;
    this.#onEnd();
  }

  #takeWaiter(): Waiter<State> | null {
    const waiter = this.#waiter;
    this.#waiter = null;
    return waiter;
  }
}
