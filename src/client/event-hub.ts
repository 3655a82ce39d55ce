import type { DraftEvent } from './draft-event.ts';

/** Beyond so many events, a consumer that does not come for them gets one RESET for all. */
const MAX_WAITING = 1000;

export interface EventHub {
  emit(event: DraftEvent): void;
  /** The events from now on. Leaving the loop ends this iterator alone. */
  iterate(): AsyncIterableIterator<DraftEvent, undefined>;
  /** Ends all iterators once what waits is taken, with the error if there is one. */
  end(error: Error | null): void;
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

export function createEventHub(): EventHub {
  const consumers = new Set<Consumer>();
  let ending: { error: Error | null } | null = null;
  return {
    emit(event) {
      for (const consumer of consumers) consumer.put(event);
    },
    iterate() {
      const consumer = new Consumer(() => consumers.delete(consumer));
      consumers.add(consumer);
      if (ending) consumer.end(ending.error);
      return consumer;
    },
    end(error) {
      ending = { error };
      for (const consumer of consumers) consumer.end(error);
    },
  };
}

class Consumer implements AsyncIterableIterator<DraftEvent, undefined> {
  readonly #leave: () => void;
  #events: DraftEvent[] = [];
  #isOver = false;
  /** To be thrown once. */
  #error: Error | null = null;
  #wakeUps: (() => void)[] = [];

  constructor(leave: () => void) {
    this.#leave = leave;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<DraftEvent, undefined>> {
    while (this.#events.length === 0 && !this.#isOver) await new Promise<void>((wake) => this.#wakeUps.push(wake));
    const event = this.#events.shift();
    if (event) return { done: false, value: event };
    const error = this.#error;
    this.#error = null;
    if (error) throw error;
    return DONE;
  }

  async return(): Promise<IteratorReturnResult<undefined>> {
    this.#events = [];
    this.end(null);
    return DONE;
  }

  put(event: DraftEvent): void {
    if (this.#events.length < MAX_WAITING) this.#events.push(event);
    else this.#events = [asReset(event)];
    this.#wake();
  }

  end(error: Error | null): void {
    this.#isOver = true;
    this.#error = error;
    this.#leave();
    this.#wake();
  }

  #wake(): void {
    for (const wake of this.#wakeUps.splice(0)) wake();
  }
}

function asReset(event: DraftEvent): DraftEvent {
  return { ...event, kind: 'RESET', previousRevision: null, patch: null, isEcho: false, clientMutationId: null, actor: null };
}
