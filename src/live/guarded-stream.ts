import type { Actor } from '../domain/actor.ts';
import { LiveStream, type Waiter } from './live-stream.ts';

/** Something that is open through a key. */
export interface Guard {
  /** What it throws is what it fails with. */
  renew(actor: Actor): void;
  fail(error: unknown): void;
}

/** The key through which streams are open. */
export interface Gate {
  /** Null: nothing is left to be found out about the right to read. Otherwise resolves when that is so. */
  doubt(): Promise<void> | null;
  /** The stream is over, for whatever reason. It may be called again. */
  leave(stream: Guard): void;
}

/** Hands out the events of a stream while its reader has the right to them: an event that is ready when the right is in doubt waits until it is known. */
export class GuardedStream<Event> extends LiveStream<Event> implements Guard, Waiter<Event> {
  readonly #source: LiveStream<Event>;
  readonly #gate: Gate;
  readonly #rule: (actor: Actor) => void;
  #waiter: Waiter<Event> | null = null;
  #failure: { error: unknown } | null = null;

  /** @param rule is given the actor as it is now; what it throws ends the stream */
  constructor(source: LiveStream<Event>, gate: Gate, rule: (actor: Actor) => void) {
    super();
    this.#source = source;
    this.#gate = gate;
    this.#rule = rule;
  }

  ask(waiter: Waiter<Event>): void {
    this.#waiter = waiter;
    this.#source.ask(this);
  }

  renew(actor: Actor): void {
    this.#rule(actor);
  }

  /** The source has an event, or is done. */
  resolve(result: IteratorResult<Event, undefined>): void {
    const doubt = result.done ? null : this.#gate.doubt();
    if (doubt) void doubt.then(() => this.#pass(result));
    else this.#pass(result);
  }

  /** The source has failed. */
  reject(error: unknown): void {
    this.#gate.leave(this);
    this.#waiter?.reject(error);
  }

  return(): Promise<IteratorReturnResult<undefined>> {
    this.#gate.leave(this);
    return this.#source.return();
  }

  fail(error: unknown): void {
    this.#failure = { error };
    this.#gate.leave(this);
    this.#source.fail(error);
  }

  #pass(result: IteratorResult<Event, undefined>): void {
    if (this.#failure) {
      this.reject(this.#failure.error);
      return;
    }
    if (result.done) this.#gate.leave(this);
    this.#waiter?.resolve(result);
  }
}
