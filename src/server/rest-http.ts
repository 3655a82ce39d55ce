import type { Config } from '../config.ts';
import type { Services } from '../graphql/context.ts';
import { stringifyToBytes } from '../json/stringify.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import { Refusal } from '../rest/call.ts';
import { answerRest } from '../rest/door.ts';
import type { KnownTags } from '../rest/known-tags.ts';
import { MAX_BODY_BYTES } from './body.ts';
import type { VerifyCredential } from './credential-check.ts';
import { type Exchange, reply } from './exchange.ts';
import type { Executor } from './executor.ts';
import { goneSignal } from './gone.ts';
import { bodyProblem } from './last-resort.ts';

export interface RestParts {
  config: Pick<Config, 'publicUrl'>;
  services: Services;
  executor: Executor;
  verify: VerifyCredential;
  limit: RateLimiter;
  knownTags: KnownTags;
}

/** Lets the REST face answer, and lends it what it needs: the schema to run its documents on, and the rest of the gateway. */
export async function handleRest(exchange: Exchange, parts: RestParts): Promise<void> {
  const { req, res, method, query, path, requestId, log } = exchange;
  const { services, executor, config, limit, knownTags } = parts;
  const gone = () => goneSignal(res, res.closed);
  exchange.body.checkLength(MAX_BODY_BYTES);
  const answer = await answerRest(
    {
      method,
      path,
      query,
      headers: req.headers,
      body: { first: (bytes) => exchange.body.first(bytes).catch(refuseBody), whole: () => exchange.body.whole().catch(refuseBody) },
    },
    {
      deps: services.deps,
      verify: (kind, secret) => parts.verify(kind, secret, exchange.client.address),
      accept: ({ keyId }) => exchange.own({ id: keyId, isAuthenticated: true }),
      limit,
      knownTags,
      baseUrl: () => config.publicUrl ?? baseUrl(exchange),
      run: (document, variables, actor) => executor.run(document, variables, { caller: { actor, isTrusted: true, gone }, requestId, log }),
      log: (error) => log.error({ requestId, err: error }, 'unexpected error in a REST request'),
    },
  );
  // What is not tagged must not be kept; what is must be asked for again (RFC 9111, section 5.2.2).
  if (answer.headers.etag !== undefined) exchange.headers['cache-control'] = 'private, no-cache';
  if (answer.body === undefined) return reply(exchange, answer.status, answer.headers);
  const bytes = Buffer.isBuffer(answer.body) ? answer.body : stringifyToBytes(answer.body);
  reply(exchange, answer.status, { 'content-type': 'application/json', ...answer.headers }, bytes);
}

/** Where the client reached this server, as it says itself, or as the proxies that are trusted say. */
function baseUrl({ req, client: { scheme, host } }: Exchange): string {
  return `${scheme ?? 'http'}://${host ?? (req.headers.host || 'localhost')}`;
}

function refuseBody(error: unknown): never {
  const problem = bodyProblem(error);
  if (!problem) throw error;
  const { answer } = problem;
  // The rest of the body is still on its way.
  throw new Refusal({ ...answer, headers: { ...answer.headers, connection: 'close' } });
}
