import { setTimeout as sleep } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { SetupError } from '../config/setup-error.ts';

/** How long an answer may take, in milliseconds. */
const PATIENCE_MS = 500;

/** The longest pause between two attempts to connect again, in milliseconds. */
const MAX_PAUSE_MS = 2000;

/** How long a start tries to connect, in milliseconds: Redis may be starting at the same time. */
const START_MS = 2000;

/** REDIS_URL names no Redis that can be used. */
export class RedisError extends SetupError {}

/**
 * A connection to Redis that never stands in anybody's way: it goes on trying to connect for as long as it is open, and until it has, commands fail at once
 * instead of waiting. Each subscriber needs one of its own.
 *
 * @returns the client, connected or on its way to be; `disconnect()` ends it
 */
export async function connectRedis(url: string): Promise<Redis> {
  const redis = await createRedis(url);
  await redis.connect().catch(() => {});
  return redis;
}

/**
 * The same for the start of a gateway, where a Redis that cannot be reached is more likely a wrong setting than an outage.
 *
 * @throws RedisError
 */
export async function openRedis(url: string): Promise<Redis> {
  const redis = await createRedis(url);
  let reason = 'no answer';
  redis.on('error', (error: NodeJS.ErrnoException) => {
    reason = error.code ?? error.message;
  });
  redis.connect().catch(() => {});
  for (const end = Date.now() + START_MS; redis.status !== 'ready' && Date.now() < end; ) await sleep(20);
  if (redis.status === 'ready') return redis;
  redis.disconnect();
  const { hostname, port } = new URL(url);
  throw new RedisError(
    `Redis at ${hostname || 'localhost'}:${port || 6379} cannot be used (${reason}). Start it, correct REDIS_URL, or remove REDIS_URL to do without.`,
  );
}

async function createRedis(url: string): Promise<Redis> {
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
  return redis;
}
