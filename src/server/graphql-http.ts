import { isTooDeep, MAX_JSON_DEPTH } from '../json/depth.ts';
import { stringifyToBytes } from '../json/stringify.ts';
import type { ConnectionLimiter } from '../limits/connection-limiter.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import type { UnreadOutput } from '../limits/unread-output.ts';
import type { RejectedDocument } from './document-cache.ts';
import type { OperationRequest } from './documents.ts';
import type { Exchange } from './exchange.ts';
import { pathAndQuery, reply, replyJson } from './exchange.ts';
import type { Executor } from './executor.ts';
import { malformed, originNotAllowed, replyProblem } from './http-problem.ts';
import { refuseOperation, replyRefusal } from './rate-limit.ts';
import type { ServerContext } from './server-context.ts';
import { streamOperation } from './sse.ts';
import { SUBSCRIPTION_REFUSED, type Yoga } from './yoga.ts';

/**
 * GraphQL over HTTP. A plain POST that is in order takes the short way: no Fetch objects, one print of the result, JSON columns passed through as text.
 * Event streams have their own (sse.ts). Everything else (GET, whatever is malformed) is Yoga's, which follows the GraphQL-over-HTTP specification to the letter.
 */
export async function handleGraphql(exchange: Exchange, body: Buffer, door: GraphqlDoor): Promise<void> {
  const { yoga, executor, limit, server } = door;
  const { req, method } = exchange;
  const accept = req.headers.accept ?? '';
  const isStream = accept.includes('text/event-stream');
  const refusal = await refuseOperation(limit, server);
  if (refusal) return replyRefusal(exchange, refusal, isStream ? 'text/event-stream' : (answerType(accept) ?? 'application/json'));

  const isJson = method === 'POST';
  const text = isJson ? body.toString() : '';
  if (isJson ? isTooDeep(text) : isQueryTooDeep(exchange))
    return replyProblem(exchange, malformed(`The JSON of the request is nested deeper than ${MAX_JSON_DEPTH} levels.`));
  const request = isJson ? readRequest(text) : method === 'GET' ? readQuery(exchange.query) : null;

  if (request && isStream) return openStream(exchange, request, door);
  const type = answerType(accept);
  const prepared = request && executor.prepare(request, server);
  if (prepared && 'errors' in prepared && type) return replyRejected(exchange, type, prepared);
  if (request && prepared && !('errors' in prepared)) {
    if (prepared.operation.operation === 'subscription') {
      if (admitsStream(accept)) return openStream(exchange, request, door);
      return replyJson(exchange, 406, { errors: [SUBSCRIPTION_REFUSED] });
    }
    if (isJson && type) {
      const result = await executor.execute(prepared, server);
      return reply(exchange, 200, { 'content-type': `${type}; charset=utf-8` }, stringifyToBytes(result));
    }
  }
  await handOver(exchange, body, yoga, server);
}

export interface GraphqlDoor {
  yoga: Yoga;
  executor: Executor;
  limit: RateLimiter;
  server: ServerContext;
  streams: ConnectionLimiter;
  unread: UnreadOutput;
  /** Whether event streams are open to the page that has sent the request. */
  mayStream: boolean;
}

/** The one way to an event stream, whether the client has asked for one or takes whatever comes. */
function openStream(exchange: Exchange, request: OperationRequest, { executor, server, streams, unread, mayStream }: GraphqlDoor) {
  if (!mayStream) return replyProblem(exchange, originNotAllowed(String(exchange.req.headers.origin)));
  return streamOperation(exchange, request, { executor, server, streams, unread });
}

/** A request error: nothing has run, so the answer has no `data`. */
function replyRejected(exchange: Exchange, type: string, { errors, status, jsonStatus }: RejectedDocument): void {
  const headers = { 'content-type': `${type}; charset=utf-8` };
  reply(exchange, type === 'application/json' ? jsonStatus : status, headers, JSON.stringify({ errors }));
}

/** Yoga says nothing more than the status. */
const NOT_ACCEPTABLE = {
  message: 'Accept one of application/json, application/graphql-response+json and, for a subscription, text/event-stream.',
  extensions: { code: 'NOT_ACCEPTABLE' },
};

/** The media type to answer with, for the plain cases of `Accept`; null: let Yoga negotiate. */
export function answerType(accept: string): string | null {
  if (accept === '' || accept === '*/*' || accept.startsWith('application/json')) return 'application/json';
  return accept.startsWith('application/graphql-response+json') ? 'application/graphql-response+json' : null;
}

/** Whether a client that has not asked for an event stream takes one all the same. */
function admitsStream(accept: string): boolean {
  return accept === '' || /(^|,)\s*(\*|text)\/\*\s*([;,]|$)/.test(accept);
}

/** A request of the right shape, or null. */
function readRequest(text: string): OperationRequest | null {
  try {
    return checkedRequest(JSON.parse(text));
  } catch {
    return null;
  }
}

function readQuery(query: URLSearchParams): OperationRequest | null {
  try {
    const variables = query.get('variables');
    return checkedRequest({
      query: query.get('query'),
      operationName: query.get('operationName'),
      variables: variables ? JSON.parse(variables) : null,
    });
  } catch {
    return null;
  }
}

function isQueryTooDeep({ query }: Exchange): boolean {
  return isTooDeep(query.get('variables') ?? '') || isTooDeep(query.get('extensions') ?? '');
}

function checkedRequest(value: unknown): OperationRequest | null {
  if (typeof value !== 'object' || value === null) return null;
  const { query, operationName, variables, extensions } = value as Record<string, unknown>;
  const isRequest =
    typeof query === 'string' &&
    (operationName == null || typeof operationName === 'string') &&
    (variables == null || (typeof variables === 'object' && !Array.isArray(variables))) &&
    (extensions == null || (typeof extensions === 'object' && !Array.isArray(extensions)));
  return isRequest ? { query, operationName, variables: variables as Record<string, unknown> | null } : null;
}

/** The headers of Yoga's that mean something here. Its others are about its own connection, such as a transfer coding, or are set for every response. */
const PASSED_ON = ['content-type', 'allow'];

async function handOver(exchange: Exchange, body: Buffer, yoga: Yoga, server: ServerContext): Promise<void> {
  const { req, method } = exchange;
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) if (typeof value === 'string') headers.set(name, value);
  const accept = acceptWithoutParts(req.headers.accept);
  if (accept === '') return replyJson(exchange, 406, { errors: [NOT_ACCEPTABLE] });
  if (accept !== undefined) headers.set('accept', accept);
  // A response to HEAD is that to GET without its body.
  const isRead = method === 'GET' || method === 'HEAD';
  const init = { method: isRead ? 'GET' : method, headers, body: isRead ? null : new Uint8Array(body) };
  const response = await yoga.fetch(new Request(`http://localhost${pathAndQuery(req)}`, init), server);
  const bytes = Buffer.from(await response.arrayBuffer());
  if (response.status === 406 && bytes.length === 0) return replyJson(exchange, 406, { errors: [NOT_ACCEPTABLE] });
  const passed = PASSED_ON.flatMap((name) => [response.headers.get(name)].flatMap((value) => (value === null ? [] : [[name, value]])));
  reply(exchange, response.status, Object.fromEntries(passed), bytes);
}

/** Results are not sent in several parts. Empty: the client accepts nothing else. */
function acceptWithoutParts(accept: string | undefined): string | undefined {
  if (!accept?.includes('multipart')) return accept;
  return accept
    .split(',')
    .filter((range) => !/^\s*multipart\//i.test(range))
    .join(',');
}
