import type { GraphQLError } from 'graphql';
import { HTTP_STATUS, RateLimitedError } from '../domain/errors.ts';
import { stringify } from '../json/stringify.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import { LIMITS, type LimitUsage } from '../limits/request-window.ts';
import { maskError } from './error-masking.ts';
import { type Exchange, reply } from './exchange.ts';
import type { ServerContext } from './server-context.ts';

/** The policies, as `RateLimit-Policy` lists them. */
const POLICY = LIMITS.map(({ name, requests, milliseconds }) => `"${name}";q=${requests};w=${milliseconds / 1000}`).join(', ');

/**
 * Adds what the key has left to the response: `RateLimit-Policy` and `RateLimit`, structured fields of draft-ietf-httpapi-ratelimit-headers-10. `t` is the time in
 * seconds until the oldest request that counts stops counting.
 */
export function reportUsage({ headers }: Pick<Exchange, 'headers'>): (usage: readonly LimitUsage[]) => void {
  return (usage) => {
    headers['ratelimit-policy'] = POLICY;
    headers.ratelimit = LIMITS.map(({ name }, n) => {
      const { remaining, milliseconds } = usage[n] as LimitUsage;
      return `"${name}";r=${remaining};t=${Math.ceil(milliseconds / 1000)}`;
    }).join(', ');
  };
}

/** Counts an operation of GraphQL. Null: it may run. Whoever is not signed in is not counted, and gets nothing that costs anything. */
export async function refuseOperation(
  limit: RateLimiter,
  server: ServerContext,
  report?: (usage: readonly LimitUsage[]) => void,
): Promise<GraphQLError | null> {
  if (!server.caller.actor) return null;
  try {
    await limit(server.caller.actor, report);
    return null;
  } catch (error) {
    if (error instanceof RateLimitedError) return maskError(error, server);
    throw error;
  }
}

/** A refusal as the client reads results. The status is that of every other result; only the newer media type asks for one that tells. */
export function replyRefusal(exchange: Exchange, refusal: GraphQLError, type: string): void {
  const body = stringify({ errors: [refusal] });
  reply(
    exchange,
    type === 'application/graphql-response+json' ? HTTP_STATUS.RATE_LIMITED : 200,
    { 'content-type': `${type}; charset=utf-8`, 'retry-after': String(refusal.extensions.retryAfterSeconds) },
    type === 'text/event-stream' ? `event: next\ndata: ${body}\n\nevent: complete\ndata:\n\n` : body,
  );
}
