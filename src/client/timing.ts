/** All in milliseconds but the attempts. */
export interface Timing {
  /** The longest first wait before a new attempt; it doubles with each one. */
  retryMin: number;
  /** The longest wait of all. */
  retryMax: number;
  /** A stream that has lasted so long makes the next wait a first one again. */
  stableAfter: number;
  /** After so many attempts in a row without a stream, the tour is polled. */
  streamAttempts: number;
  pollInterval: number;
  /** How long a request, or the first event of a stream, may take. */
  answerWithin: number;
  /** The longest silence of a stream that is well: the gateway says something every 12 seconds. */
  silence: number;
}

export const TIMING: Timing = {
  retryMin: 500,
  retryMax: 30_000,
  stableAfter: 60_000,
  streamAttempts: 3,
  pollInterval: 3000,
  answerWithin: 15_000,
  silence: 30_000,
};
