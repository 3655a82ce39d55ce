/** So many requests in so long a stretch of time, wherever it begins. */
export interface Limit {
  requests: number;
  milliseconds: number;
}

/** What one personal key may send: contract section 3. Both hold at once. */
export const LIMITS: readonly Limit[] = [
  { requests: 480, milliseconds: 60_000 },
  { requests: 4800, milliseconds: 3_600_000 },
];

/** More of a key's past than this decides nothing. */
export const LONGEST = Math.max(...LIMITS.map((limit) => limit.requests));

/** Where the requests of each key are remembered. */
export interface RequestWindow {
  /**
   * Counts a request of this key, unless a limit is reached: a request that is refused does not count.
   *
   * @returns the milliseconds until one would be let in; 0: this one is
   */
  take(key: string): Promise<number>;
}

/**
 * How long a request has to wait. A limit of n is reached while the n-th latest request is younger than the limit's stretch.
 *
 * @param times when the requests let in were made, the latest last, in milliseconds
 */
export function waitAfter(times: readonly number[], now: number): number {
  const waits = LIMITS.map(({ requests, milliseconds }) => {
    const decisive = times.at(-requests);
    return decisive === undefined ? 0 : decisive + milliseconds - now;
  });
  return Math.max(0, ...waits);
}
