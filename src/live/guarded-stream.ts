import type { LiveStream } from './live-stream.ts';

export interface GuardOptions {
  /** Resolves when nothing is left to be found out about the right to read. */
  settled: () => Promise<void>;
  /** The stream is over, for whatever reason. It may be called again. */
  onEnd: () => void;
}

/** Hands out the events of a stream while its reader has the right to them: an event that is ready when the right is in doubt waits until it is known. */
export class GuardedStream<Event> implements LiveStream<Event> {
  readonly #source: LiveStream<Event>;
  readonly #options: GuardOptions;
  #failure: { error: unknown } | null = null;

  constructor(source: LiveStream<Event>, options: GuardOptions) {
    this.#source = source;
    this.#options = options;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Event, undefined>> {
    try {
      const result = await this.#source.next();
      if (!result.done) await this.#options.settled();
      if (this.#failure) throw this.#failure.error;
      if (result.done) this.#options.onEnd();
      return result;
    } catch (error) {
      this.#options.onEnd();
      throw error;
    }
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
}
