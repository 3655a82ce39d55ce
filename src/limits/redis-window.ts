import type { Redis } from 'ioredis';
import { LIMITS, type RequestWindow } from './request-window.ts';

/**
 * `waitAfter` and the counting in one step, so that nodes never count past each other. A key's times are a list, the latest last, cut to what can decide and gone
 * when the longest stretch has passed without a request.
 */
const TAKE = `
local now = tonumber(ARGV[1])
local longest, expiry, wait = 0, 0, 0
for at = 2, #ARGV, 2 do
  local requests, milliseconds = tonumber(ARGV[at]), tonumber(ARGV[at + 1])
  local decisive = redis.call('LINDEX', KEYS[1], -requests)
  if decisive then wait = math.max(wait, decisive + milliseconds - now) end
  longest, expiry = math.max(longest, requests), math.max(expiry, milliseconds)
end
if wait > 0 then return wait end
redis.call('RPUSH', KEYS[1], ARGV[1])
redis.call('LTRIM', KEYS[1], -longest, -1)
redis.call('PEXPIRE', KEYS[1], expiry)
return 0
`;

/**
 * The requests that all nodes behind one Redis have seen: one round trip each. Redis keeps at most 4,800 times of each key that has sent one within the hour. The times are those of the nodes' clocks, whose difference is how far apart
 * their ideas of the stretch are.
 */
export function createRedisWindow(redis: Redis, clock: () => Date, prefix = 'tour-gateway:'): RequestWindow {
  redis.defineCommand('takeRequest', { numberOfKeys: 1, lua: TAKE });
  const { takeRequest } = redis as unknown as { takeRequest(key: string, ...values: number[]): Promise<number> };
  const limits = LIMITS.flatMap(({ requests, milliseconds }) => [requests, milliseconds]);
  return {
    take: (key) => takeRequest.call(redis, `${prefix}requests:${key}`, clock().getTime(), ...limits),
  };
}
