import type { Config } from '../config.ts';
import { RateLimitedError } from '../domain/errors.ts';
import type { Caller } from '../graphql/context.ts';
import { preferredType } from '../http/accept.ts';
import { identify } from './authentication.ts';
import { MAX_BODY_BYTES } from './body.ts';
import { readCodings } from './content-coding.ts';
import type { VerifyCredential } from './credential-check.ts';
import { maskError } from './error-masking.ts';
import { type Exchange, reply } from './exchange.ts';
import { goneSignal } from './gone.ts';
import { asksForGraphiql, type Graphiql } from './graphiql.ts';
import { type GraphqlDoor, handleGraphql, JSON_TYPE, RESULT_TYPES } from './graphql-http.ts';
import { graphqlMediaType, methodNotAllowed, replyProblem } from './http-problem.ts';
import { isOriginAllowed } from './origin.ts';
import { replyRefusal } from './rate-limit.ts';

/** The largest body without a valid credential, in bytes: it can hold no more than a query for the schema. */
const MAX_ANONYMOUS_BODY_BYTES = 64 * 1024;

const ALLOWED = 'GET, HEAD, POST, OPTIONS';

export type GraphqlParts = Omit<GraphqlDoor, 'server' | 'mayStream'> & {
  config: Pick<Config, 'corsOrigins' | 'publicUrl'>;
  /** Null: there is none. */
  graphiql: Graphiql | null;
  verify: VerifyCredential;
};

/** Requests to /graphql: what HTTP forbids is refused, then it is asked who calls, and only then is the body read. */
export async function handleGraphqlRequest(exchange: Exchange, parts: GraphqlParts): Promise<void> {
  const { req, res, method, requestId, log, client } = exchange;
  exchange.headers.vary = 'origin, authorization, accept';
  const { config, graphiql, verify, yoga, executor, limit, streams, unread, stallMs } = parts;
  if (method === 'OPTIONS') return reply(exchange, 204, { allow: ALLOWED });
  if (method !== 'POST' && method !== 'GET' && method !== 'HEAD') return replyProblem(exchange, methodNotAllowed(method, ALLOWED));
  if (graphiql && asksForGraphiql(exchange)) return graphiql.handlePage(exchange);
  const { origin, host, 'content-type': mediaType = '' } = req.headers;
  exchange.body.checkLength(MAX_BODY_BYTES);
  if (method === 'POST' && !isJson(mediaType)) return replyProblem(exchange, graphqlMediaType(mediaType));

  if (method === 'POST') readCodings(req.headers['content-encoding']);

  const caller = await identifyOrRefuse(exchange, verify);
  if (!caller) return;
  const { actor } = caller;
  if (actor) exchange.own(actor);
  const body = await exchange.decodedBody.whole(actor ? MAX_BODY_BYTES : MAX_ANONYMOUS_BODY_BYTES);
  const server = { caller: { ...caller, gone: () => goneSignal(res, res.closed) }, requestId, log };
  const mayStream = isOriginAllowed(origin, client.host ?? host, config);
  return handleGraphql(exchange, body, { yoga, executor, limit, streams, unread, stallMs, server, mayStream });
}

/** Null: the client's address has sent too many wrong credentials, and the request is answered. */
async function identifyOrRefuse(exchange: Exchange, verify: VerifyCredential): Promise<Caller | null> {
  const { req, client } = exchange;
  try {
    return await identify(verify, req.headers.authorization, client.address);
  } catch (error) {
    if (!(error instanceof RateLimitedError)) throw error;
    replyRefusal(exchange, maskError(error, exchange), preferredType(req.headers.accept, RESULT_TYPES) ?? JSON_TYPE);
    return null;
  }
}

/** JSON has no charset but UTF-8 (RFC 8259). Another one would be read as what it is not. */
function isJson(mediaType: string): boolean {
  return /^application\/json\s*(;|$)/i.test(mediaType) && !/;\s*charset\s*=(?!\s*"?(utf-?8|us-ascii)"?\s*(;|$))/i.test(mediaType);
}
