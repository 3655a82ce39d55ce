import type { GraphQLError } from 'graphql';
import { HTTP_STATUS, RateLimitedError } from '../domain/errors.ts';
import { stringify } from '../json/stringify.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import { maskError } from './error-masking.ts';
import { type Exchange, reply } from './exchange.ts';
import type { ServerContext } from './server-context.ts';

/** Counts an operation of GraphQL. Null: it may run. Whoever is not signed in is not counted, and gets nothing that costs anything. */
export async function refuseOperation(limit: RateLimiter, server: ServerContext): Promise<GraphQLError | null> {
  if (!server.caller.actor) return null;
  try {
    await limit(server.caller.actor);
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
