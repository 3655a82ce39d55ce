import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Redis } from 'ioredis';
import { describe, expect, it, onTestFinished } from 'vitest';
import { connectRedis } from '../../../src/db/redis.ts';
import { RateLimitedError } from '../../../src/domain/errors.ts';
import { createFallbackWindow } from '../../../src/limits/fallback-window.ts';
import { createMemoryWindow } from '../../../src/limits/memory-window.ts';
import { createRateLimiter, limitBy, type RateLimiter, unlimited } from '../../../src/limits/rate-limiter.ts';
import { createRedisWindow } from '../../../src/limits/redis-window.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { CLOSED_REDIS_URL, openTestRedis, REDIS_URL } from '../../support/test-redis.ts';

async function useUp(limit: RateLimiter, keyId: string): Promise<void> {
  for (let n = 0; n < 480; n++) await limit({ keyId });
}

function refusalOf(limit: RateLimiter, keyId: string): Promise<unknown> {
  return limit({ keyId }).then(
    () => null,
    (error: unknown) => error,
  );
}

describe('a rate limiter', () => {
  it.each([
    [0, 60, 'Request was throttled. Expected available in 60 seconds.'],
    [29_001, 31, 'Request was throttled. Expected available in 31 seconds.'],
    [59_000, 1, 'Request was throttled. Expected available in 1 second.'],
    [59_999, 1, 'Request was throttled. Expected available in 1 second.'],
  ])('tells in whole seconds, never too few, how long to wait after %i ms', async (passed, retryAfterSeconds, message) => {
    const { clock, pass } = fakeClock();
    const limit = limitBy(createMemoryWindow(clock));
    await useUp(limit, 'key');
    pass(passed);
    const refusal = await refusalOf(limit, 'key');
    expect(refusal).toBeInstanceOf(RateLimitedError);
    expect(refusal).toMatchObject({ retryAfterSeconds, message });
    pass(retryAfterSeconds * 1000);
    await limit({ keyId: 'key' });
  });

  it('has no limits when it is off', async () => {
    for (let n = 0; n < 5000; n++) await unlimited({ keyId: 'key' });
  });
});

describe('without its Redis', () => {
  it('counts by itself, refuses nobody else, and says so once', async () => {
    const redis = await connectRedis(CLOSED_REDIS_URL);
    onTestFinished(() => redis.disconnect());
    const { clock, pass } = fakeClock();
    const changes: unknown[] = [];
    const limit = createRateLimiter({ redis, clock, onRedisChange: (reason) => changes.push(reason) });
    await useUp(limit, 'key');
    pass(2000);
    expect(await refusalOf(limit, 'key')).toMatchObject({ retryAfterSeconds: 58 });
    expect(await refusalOf(limit, 'other')).toBeNull();
    expect(changes).toEqual([expect.any(Error)]);
  });

  it('goes on when Redis goes in the middle, and back to the shared budget when it returns', async () => {
    const { redis, prefix, clean } = await openTestRedis();
    onTestFinished(clean);
    const { clock, pass } = fakeClock();
    const changes: unknown[] = [];
    const windows = { shared: createRedisWindow(redis, clock, prefix), own: createMemoryWindow(clock) };
    const limit = limitBy(createFallbackWindow(windows, clock, (reason) => changes.push(reason)));
    const keyId = randomUUID();
    await useUp(limit, keyId);

    redis.disconnect();
    await once(redis, 'end');
    expect(await refusalOf(limit, keyId)).toBeNull();
    await redis.connect();
    expect(await refusalOf(limit, keyId)).toBeNull();
    pass(1000);
    expect(await refusalOf(limit, keyId)).toMatchObject({ retryAfterSeconds: 59 });
    expect(changes).toEqual([expect.any(Error), null]);
  });
});

describe('a connection to Redis', () => {
  it('is open when it is given out, and fails at once where there is no Redis', async () => {
    const open: Redis = await connectRedis(REDIS_URL);
    expect(await open.ping()).toBe('PONG');
    open.disconnect();
    const closed = await connectRedis(CLOSED_REDIS_URL);
    await expect(closed.ping()).rejects.toThrow();
    closed.disconnect();
  });
});
