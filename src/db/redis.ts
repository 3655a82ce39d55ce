import type { Redis } from 'ioredis';

/** How long an answer may take, in milliseconds. */
const PATIENCE_MS = 500;

/** The longest pause between two attempts to connect again, in milliseconds. */
const MAX_PAUSE_MS = 2000;

/**
 * A connection to Redis that never stands in anybody's way: it goes on trying to connect for as long as it is open, and until it has, commands fail at once
 * instead of waiting. Each subscriber needs one of its own.
 *
 * @returns the client, connected or on its way to be; `disconnect()` ends it
 */
export async function connectRedis(url: string): Promise<Redis> {
  // Loaded by those alone who have a Redis, like whatever else takes its time to load and few need.
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: PATIENCE_MS,
    connectTimeout: PATIENCE_MS,
    retryStrategy: (attempt) => Math.min(attempt * 100, MAX_PAUSE_MS),
  });
  // Whoever sends a command hears of it; without a listener the client would print every failed attempt.
  redis.on('error', () => {});
  await redis.connect().catch(() => {});
  return redis;
}
