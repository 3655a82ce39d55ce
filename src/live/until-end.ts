import { LiveStream, type Waiter } from './live-stream.ts';

/** A stream that completes when another one does, whose events nobody needs, and which ends with it. */
export function untilEnd<Event>(source: LiveStream<Event>, other: LiveStream<unknown>): LiveStream<Event> {
  return new UntilEnd(source, other);
}

class UntilEnd<Event> extends LiveStream<Event> {
  readonly #source: LiveStream<Event>;
  readonly #other: LiveStream<unknown>;

  constructor(source: LiveStream<Event>, other: LiveStream<unknown>) {
    super();
    this.#source = source;
    this.#other = other;
    void this.#waitForOther();
  }

  ask(waiter: Waiter<Event>): void {
    this.#source.ask({
      resolve: (result) => {
        if (result.done) void this.#other.return();
        waiter.resolve(result);
      },
      reject: (error) => waiter.reject(error),
    });
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    await this.#other.return();
    return this.#source.return();
  }

  fail(error: unknown): void {
    this.#source.fail(error);
    void this.#other.return();
  }

  async #waitForOther(): Promise<void> {
    try {
      while (!(await this.#other.next()).done);
      await this.#source.return();
    } catch (error) {
      this.#source.fail(error);
    }
  }
}
