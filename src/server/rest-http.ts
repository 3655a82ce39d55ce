import type { Config } from '../config.ts';
import type { Authenticator } from '../domain/authentication.ts';
import type { Services } from '../graphql/context.ts';
import { stringifyToBytes } from '../json/stringify.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import { answerRest } from '../rest/door.ts';
import type { KnownTags } from '../rest/known-tags.ts';
import { readBody } from './body.ts';
import { type Exchange, reply } from './exchange.ts';
import type { Executor } from './executor.ts';
import { goneSignal } from './gone.ts';

export interface RestParts {
  config: Pick<Config, 'publicUrl'>;
  services: Services;
  executor: Executor;
  authenticator: Authenticator;
  limit: RateLimiter;
  knownTags: KnownTags;
}

/** Lets the REST face answer, and lends it what it needs: the schema to run its documents on, and the rest of the gateway. */
export async function handleRest(exchange: Exchange, parts: RestParts): Promise<void> {
  const { req, res, method, query, path, requestId, log } = exchange;
  const { services, executor, config, authenticator, limit, knownTags } = parts;
  const gone = () => goneSignal(res, res.closed);
  const body = await readBody(req);
  const answer = await answerRest(
    { method, path, query, headers: req.headers, body },
    {
      deps: services.deps,
      authenticator,
      limit,
      knownTags,
      publicUrl: config.publicUrl,
      run: (document, variables, actor) => executor.run(document, variables, { caller: { actor, isTrusted: true, gone }, requestId, log }),
      log: (error) => log.error({ requestId, err: error }, 'unexpected error in a REST request'),
    },
  );
  if (answer.body === undefined) return reply(exchange, answer.status, answer.headers);
  const bytes = Buffer.isBuffer(answer.body) ? answer.body : stringifyToBytes(answer.body);
  reply(exchange, answer.status, { 'content-type': 'application/json', ...answer.headers }, bytes);
}
