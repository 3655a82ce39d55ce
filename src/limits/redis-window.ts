import type { Redis } from 'ioredis';
import { LIMITS, type RequestWindow } from './request-window.ts';

/**
 * `waitAfter`, the counting and `usageAfter` in one step, so that nodes never count past each other. A key's times are a list, the latest last, cut to what can decide and gone
 * when the longest stretch has passed without a request.
 */
const TAKE = `
local key, now = KEYS[1], tonumber(ARGV[1])
local longest, expiry, wait = 0, 0, 0
for at = 2, #ARGV, 2 do
  local requests, milliseconds = tonumber(ARGV[at]), tonumber(ARGV[at + 1])
  local decisive = redis.call('LINDEX', key, -requests)
  if decisive then wait = math.max(wait, decisive + milliseconds - now) end
  longest, expiry = math.max(longest, requests), math.max(expiry, milliseconds)
end
if wait == 0 then
  redis.call('RPUSH', key, ARGV[1])
  redis.call('LTRIM', key, -longest, -1)
  redis.call('PEXPIRE', key, expiry)
end
local answer = { wait }
local length = redis.call('LLEN', key)
for at = 2, #ARGV, 2 do
  local requests, milliseconds = tonumber(ARGV[at]), tonumber(ARGV[at + 1])
  local low, high = 0, length
  while low < high do
    local middle = math.floor((low + high) / 2)
    if redis.call('LINDEX', key, middle) + milliseconds > now then high = middle else low = middle + 1 end
  end
  local oldest = redis.call('LINDEX', key, low)
  answer[at] = math.max(0, requests - (length - low))
  answer[at + 1] = oldest and oldest + milliseconds - now or 0
end
return answer
`;

/**
 * The requests that all nodes behind one Redis have seen: one round trip each. Redis keeps at most 4,800 times of each key that has sent one within the hour. The times are those of the nodes' clocks, whose difference is how far apart
 * their ideas of the stretch are.
 */
export function createRedisWindow(redis: Redis, clock: () => Date, prefix = 'tour-gateway:'): RequestWindow {
  redis.defineCommand('takeRequest', { numberOfKeys: 1, lua: TAKE });
  const { takeRequest } = redis as unknown as { takeRequest(key: string, ...values: number[]): Promise<[number, ...number[]]> };
  const limits = LIMITS.flatMap(({ requests, milliseconds }) => [requests, milliseconds]);
  return {
    async take(key) {
      const [wait, ...numbers] = await takeRequest.call(redis, `${prefix}requests:${key}`, clock().getTime(), ...limits);
      const usage = LIMITS.map((_, n) => ({ remaining: numbers[2 * n] as number, milliseconds: numbers[2 * n + 1] as number }));
      return { wait, usage };
    },
  };
}
