import type { Timing } from './timing.ts';

export interface Backoff {
  /** A connection stands. */
  connected(): void;
  /** How long to wait after it, or an attempt at one, has failed: anything from nothing up to a bound that doubles, so that many clients do not come at once. */
  next(): number;
  reset(): void;
}

export function createBackoff({ retryMin, retryMax, stableAfter }: Timing, now = () => performance.now()): Backoff {
  let attempts = 0;
  let connectedAt: number | null = null;
  const reset = () => {
    attempts = 0;
  };
  return {
    connected() {
      connectedAt = now();
    },
    next() {
      if (connectedAt !== null && now() - connectedAt >= stableAfter) reset();
      connectedAt = null;
      return Math.random() * Math.min(retryMax, retryMin * 2 ** attempts++);
    },
    reset,
  };
}
