import type { Redis } from 'ioredis';
import type { Actor } from '../domain/actor.ts';
import { RateLimitedError } from '../domain/errors.ts';
import { createFallbackWindow } from './fallback-window.ts';
import { createMemoryWindow } from './memory-window.ts';
import { createRedisWindow } from './redis-window.ts';
import type { LimitUsage, RequestWindow } from './request-window.ts';

/**
 * Counts a request of the actor's key, whatever the door it came through.
 *
 * @param report receives what is left of each limit, also when the request is refused; not called when there are no limits
 * @throws RateLimitedError when the key has used up a limit
 */
export type RateLimiter = (actor: Pick<Actor, 'keyId'>, report?: (usage: readonly LimitUsage[]) => void) => Promise<void>;

/** No limits at all. */
export const unlimited: RateLimiter = async () => {};

/** Limits by the requests of one process, or with Redis by those of every node that uses it. */
export function createRateLimiter(parts: {
  redis: Redis | null;
  clock: () => Date;
  /** Told once when Redis goes, with the reason, and once when it is back, with null. */
  onRedisChange(reason: unknown): void;
}): RateLimiter {
  const { redis, clock, onRedisChange } = parts;
  const own = createMemoryWindow(clock);
  return limitBy(redis ? createFallbackWindow({ shared: createRedisWindow(redis, clock), own }, clock, onRedisChange) : own);
}

/** A client is told to wait whole seconds, one at least, after which it is let in. */
export function limitBy(window: RequestWindow): RateLimiter {
  return async ({ keyId }, report) => {
    const { wait, usage } = await window.take(keyId);
    report?.(usage);
    if (wait > 0) throw new RateLimitedError(Math.ceil(wait / 1000));
  };
}
