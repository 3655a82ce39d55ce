import { DONE, LiveStream, type Waiter } from './live-stream.ts';

/**
 * What an iterable gives, each when it is asked for. Its end, from whatever side, aborts the signal with which the iterable was made, and does not wait for it:
 * a reader who leaves ends the work.
 */
export class IteratedStream<Event> extends LiveStream<Event> {
  readonly #source: AsyncIterator<Event>;
  readonly #stop = new AbortController();
  #waiter: Waiter<Event> | null = null;
  #failure: { error: unknown } | null = null;
  #isOver = false;

  constructor(iterate: (signal: AbortSignal) => AsyncIterable<Event>) {
    super();
    this.#source = iterate(this.#stop.signal)[Symbol.asyncIterator]();
  }

  ask(waiter: Waiter<Event>): void {
    this.#waiter = waiter;
    if (this.#isOver) this.#tellEnd();
    else void this.#ask();
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.#end(null);
    return Promise.resolve(DONE);
  }

  fail(error: unknown): void {
    this.#end({ error });
  }

  async #ask(): Promise<void> {
    try {
      const result = await this.#source.next();
      if (result.done) this.#end(null);
      else this.#take()?.resolve(result);
    } catch (error) {
      this.#end({ error });
    }
  }

  #take(): Waiter<Event> | null {
    const waiter = this.#waiter;
    this.#waiter = null;
    return waiter;
  }

  #end(failure: { error: unknown } | null): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#failure = failure;
    this.#stop.abort();
    // How it takes its end concerns nobody any more.
    this.#source.return?.().catch(() => {});
    if (this.#waiter) this.#tellEnd();
  }

  #tellEnd(): void {
    const failure = this.#failure;
    this.#failure = null;
    const waiter = this.#take();
    if (failure) waiter?.reject(failure.error);
    else waiter?.resolve(DONE);
  }
}
