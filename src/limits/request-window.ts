/** So many requests in so long a stretch of time, wherever it begins. */
export interface Limit {
  /** The name of the limit in response headers. */
  name: string;
  requests: number;
  milliseconds: number;
}

/** What one personal key may send: contract section 3. Both hold at once. */
export const LIMITS: readonly Limit[] = [
  { name: 'minute', requests: 480, milliseconds: 60_000 },
  { name: 'hour', requests: 4800, milliseconds: 3_600_000 },
];

/** More of a key's past than this decides nothing. */
export const LONGEST = Math.max(...LIMITS.map((limit) => limit.requests));

/** What a key has left of a limit. */
export interface LimitUsage {
  remaining: number;
  /** Until the oldest of the requests that count stops counting. */
  milliseconds: number;
}

/** A request that was counted or refused. */
interface TakenRequest {
  /** The milliseconds until a request would be let in; 0: this one is. */
  wait: number;
  /** After this request, for each of LIMITS. */
  usage: readonly LimitUsage[];
}

/** Where the requests of each key are remembered. */
export interface RequestWindow {
  /** Counts a request of this key, unless a limit is reached: a request that is refused does not count. */
  take(key: string): Promise<TakenRequest>;
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

/** What is left of each limit after these requests. @param times as of waitAfter */
export function usageAfter(times: readonly number[], now: number): LimitUsage[] {
  return LIMITS.map(({ requests, milliseconds }) => {
    const first = firstAfter(times, now - milliseconds);
    const oldest = times[first];
    return {
      remaining: Math.max(0, requests - (times.length - first)),
      milliseconds: oldest === undefined ? 0 : oldest + milliseconds - now,
    };
  });
}

/** The index of the first time after another one, by binary search: there may be thousands. */
function firstAfter(times: readonly number[], time: number): number {
  let low = 0;
  for (let high = times.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) > time) high = middle;
    else low = middle + 1;
  }
  return low;
}
