import { LRUCache } from 'lru-cache';
import { LONGEST, type RequestWindow, usageAfter, waitAfter } from './request-window.ts';

/** Keys beyond this push out the one that has been quiet longest: with 8 bytes for each request remembered, 40 MB at most. */
const KEYS = 1000;

/** The requests that this process has seen. */
export function createMemoryWindow(clock: () => Date): RequestWindow {
  const known = new LRUCache<string, number[]>({ max: KEYS });
  return {
    async take(key) {
      const now = clock().getTime();
      const times = known.get(key) ?? [];
      const wait = waitAfter(times, now);
      if (wait === 0) {
        if (times.push(now) > LONGEST) times.shift();
        known.set(key, times);
      }
      return { wait, usage: usageAfter(times, now) };
    },
  };
}
