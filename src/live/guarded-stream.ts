import { LiveStream, type Waiter } from './live-stream.ts';

export interface GuardOptions {
  /** Null: nothing is left to be found out about the right to read. Otherwise resolves when that is so. */
  doubt: () => Promise<void> | null;
  /** The stream is over, for whatever reason. It may be called again. */
  onEnd: () => void;
}

/** Hands out the events of a stream while its reader has the right to them: an event that is ready when the right is in doubt waits until it is known. */
export class GuardedStream<Event> extends LiveStream<Event> implements Waiter<Event> {
  readonly #source: LiveStream<Event>;
  readonly #options: GuardOptions;
  #waiter: Waiter<Event> | null = null;
  #failure: { error: unknown } | null = null;

  constructor(source: LiveStream<Event>, options: GuardOptions) {
    super();
    this.#source = source;
    this.#options = options;
  }

  ask(waiter: Waiter<Event>): void {
    this.#waiter = waiter;
    this.#source.ask(this);
  }

  /** The source has an event, or is done. */
  resolve(result: IteratorResult<Event, undefined>): void {
    const doubt = result.done ? null : this.#options.doubt();
    if (doubt) void doubt.then(() => this.#pass(result));
    else this.#pass(result);
  }

  /** The source has failed. */
  reject(error: unknown): void {
    this.#options.onEnd();
    this.#waiter?.reject(error);
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.#options.onEnd();
    return this.#source.return();
  }

  fail(error: unknown): void {
    this.#failure = { error };
    this.#options.onEnd();
    this.#source.fail(error);
  }

  #pass(result: IteratorResult<Event, undefined>): void {
    if (this.#failure) {
      this.reject(this.#failure.error);
      return;
    }
    if (result.done) this.#options.onEnd();
    this.#waiter?.resolve(result);
  }
}
