import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { connectRedis } from '../../src/db/redis.ts';

export const REDIS_URL = process.env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';

/** A port that nobody listens on. */
export const CLOSED_REDIS_URL = 'redis://127.0.0.1:9';

/** A client, and a prefix of this test's own whose keys are gone after `clean`. */
export async function openTestRedis(): Promise<{ redis: Redis; prefix: string; clean(): Promise<void> }> {
  const redis = await connectRedis(REDIS_URL);
  const prefix = `tour-gateway-test:${randomUUID()}:`;
  return {
    redis,
    prefix,
    async clean() {
      if (redis.status !== 'ready') await redis.connect();
      const keys = await redis.keys(`${prefix}*`);
      if (keys.length > 0) await redis.del(keys);
      redis.disconnect();
    },
  };
}
