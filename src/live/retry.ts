import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../domain/errors.ts';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5_000;

export interface RetryOptions {
  /** Whether nobody wants the result any more. */
  isOver: () => boolean;
  /** Hears of each failure. */
  log: (error: unknown) => void;
}

/**
 * Does `work` until it succeeds, with growing pauses between.
 *
 * @throws what is an answer rather than a failure: a DomainError
 * @returns null when it is over before a success
 */
export async function retry<T>(work: () => Promise<T>, { isOver, log }: RetryOptions): Promise<T | null> {
  for (let delay = FIRST_DELAY_MS; !isOver(); delay = Math.min(delay * 2, LONGEST_DELAY_MS)) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError) throw error;
      if (isOver()) break;
      log(error);
      // Spread out, so that not everybody comes back in the same moment.
      await sleep(delay * (0.5 + Math.random()));
    }
  }
  return null;
}
