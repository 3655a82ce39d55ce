import type { ExecutionResult } from 'graphql';
import type { Waiter } from '../live/live-stream.ts';

/** One result for all that wait for it: in the order in which they came, or at once when it is there. */
export class SharedExecution {
  #tell: ((waiter: Waiter<ExecutionResult>) => void) | null = null;
  /** At most one for each subscription. */
  #waiting: Waiter<ExecutionResult>[] = [];

  constructor(execute: () => Promise<ExecutionResult> | ExecutionResult) {
    try {
      const result = execute();
      if ('then' in result) result.then(this.#succeed, this.#fail);
      else this.#succeed(result);
    } catch (error) {
      this.#fail(error);
    }
  }

  tell(waiter: Waiter<ExecutionResult>): void {
    if (this.#tell) this.#tell(waiter);
    else this.#waiting.push(waiter);
  }

  readonly #succeed = (result: ExecutionResult): void => {
    const delivery = { done: false as const, value: result };
    this.#settle((waiter) => waiter.resolve(delivery));
  };

  readonly #fail = (error: unknown): void => this.#settle((waiter) => waiter.reject(error));

  #settle(tell: (waiter: Waiter<ExecutionResult>) => void): void {
    this.#tell = tell;
    for (const waiter of this.#waiting.splice(0)) tell(waiter);
  }
}
