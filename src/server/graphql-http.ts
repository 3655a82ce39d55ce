import { preferredType } from '../http/accept.ts';
import { stringifyToBytes } from '../json/stringify.ts';
import type { ConnectionLimiter } from '../limits/connection-limiter.ts';
import type { RateLimiter } from '../limits/rate-limiter.ts';
import type { UnreadOutput } from '../limits/unread-output.ts';
import type { RejectedDocument } from './document-cache.ts';
import type { PreparedOperation } from './documents.ts';
import type { Exchange } from './exchange.ts';
import { pathAndQuery, reply, replyJson } from './exchange.ts';
import type { Executor } from './executor.ts';
import { originNotAllowed, replyProblem } from './http-problem.ts';
import { reportsCost, withCost } from './operation-cost.ts';
import { refuseOperation, replyRefusal, reportUsage } from './rate-limit.ts';
import { readOperationRequest } from './read-operation-request.ts';
import type { ServerContext } from './server-context.ts';
import { streamOperation } from './sse.ts';
import { SUBSCRIPTION_REFUSED, type Yoga } from './yoga.ts';

export const JSON_TYPE = 'application/json';
const RESPONSE_TYPE = 'application/graphql-response+json';
const STREAM_TYPE = 'text/event-stream';

/** The media types of results, the default first. */
export const RESULT_TYPES = [JSON_TYPE, RESPONSE_TYPE, STREAM_TYPE] as const;

type ResultType = (typeof RESULT_TYPES)[number];

/**
 * GraphQL over HTTP. A request in order needs no Fetch objects, its result is printed once, and JSON columns are passed
 * through as text. Event streams are in sse.ts. Malformed requests are Yoga's, which follows the GraphQL-over-HTTP
 * specification to the letter.
 */
export async function handleGraphql(exchange: Exchange, body: Buffer, door: GraphqlDoor): Promise<void> {
  const { yoga, executor, limit, server } = door;
  const { req, method } = exchange;
  const type = preferredType(req.headers.accept, RESULT_TYPES);
  const refusal = await refuseOperation(limit, server, reportUsage(exchange));
  if (refusal) return replyRefusal(exchange, refusal, type ?? JSON_TYPE);
  if (type === null) return replyJson(exchange, 406, { errors: [NOT_ACCEPTABLE] });

  const request = readOperationRequest(exchange, body);
  if (request === null) return handOver(exchange, body, yoga, server, type);
  if ('problem' in request) return replyProblem(exchange, request.problem);

  const prepared = executor.prepare(request, server);
  if (type === STREAM_TYPE) return openStream(exchange, prepared, door);
  if ('errors' in prepared) return replyRejected(exchange, type, prepared);
  const { operation } = prepared.operation;
  if (operation === 'subscription') {
    if (preferredType(req.headers.accept, [STREAM_TYPE])) return openStream(exchange, prepared, door);
    return replyJson(exchange, 406, { errors: [SUBSCRIPTION_REFUSED] });
  }
  if (operation === 'mutation' && method !== 'POST') return refuseMutation(exchange);
  const result = await executor.execute(prepared, server);
  const reported = reportsCost(req.headers) ? withCost(result, prepared) : result;
  reply(exchange, 200, { 'content-type': `${type}; charset=utf-8` }, stringifyToBytes(reported));
}

export interface GraphqlDoor {
  yoga: Yoga;
  executor: Executor;
  limit: RateLimiter;
  server: ServerContext;
  streams: ConnectionLimiter;
  unread: UnreadOutput;
  /** A reader of an event stream that takes nothing for so long is cut off, in milliseconds. */
  stallMs: number;
  /** Whether event streams are open to the page that has sent the request. */
  mayStream: boolean;
}

/** Opens an event stream, for a client that prefers one or that subscribes and accepts one. */
function openStream(exchange: Exchange, prepared: PreparedOperation | RejectedDocument, door: GraphqlDoor): Promise<void> | void {
  const { executor, server, streams, unread, stallMs, mayStream } = door;
  if (!mayStream) return replyProblem(exchange, originNotAllowed(String(exchange.req.headers.origin)));
  const isMutation = !('errors' in prepared) && prepared.operation.operation === 'mutation';
  if (isMutation && exchange.method !== 'POST') return refuseMutation(exchange);
  return streamOperation(exchange, prepared, { executor, server, streams, unread, stallMs });
}

function refuseMutation(exchange: Exchange): void {
  replyJson(
    exchange,
    405,
    { errors: [{ message: 'A mutation needs POST.', extensions: { code: 'METHOD_NOT_ALLOWED' } }] },
    { allow: 'POST' },
  );
}

/** A request error: nothing has run, so the answer has no `data`. */
function replyRejected(exchange: Exchange, type: ResultType, { errors, status, jsonStatus }: RejectedDocument): void {
  const headers = { 'content-type': `${type}; charset=utf-8` };
  reply(exchange, type === JSON_TYPE ? jsonStatus : status, headers, JSON.stringify({ errors }));
}

const NOT_ACCEPTABLE = {
  message: `The Accept header allows none of the types of a response. Accept ${JSON_TYPE}, ${RESPONSE_TYPE} or ${STREAM_TYPE}.`,
  extensions: { code: 'NOT_ACCEPTABLE' },
};

/**
 * The headers of Yoga's that mean something here. Its others are about its own connection, such as a transfer coding,
 * or are set for every response.
 */
const PASSED_ON = ['content-type', 'allow'];

async function handOver(exchange: Exchange, body: Buffer, yoga: Yoga, server: ServerContext, type: ResultType): Promise<void> {
  const { req, method } = exchange;
  const headers = new Headers({ 'content-type': JSON_TYPE, accept: type === STREAM_TYPE ? JSON_TYPE : type });
  // A response to HEAD is that to GET without its body.
  const init = method === 'POST' ? { method, headers, body: new Uint8Array(body) } : { method: 'GET', headers };
  const search = pathAndQuery(req).split('?').slice(1).join('?');
  const response = await yoga.fetch(new Request(`http://localhost/graphql?${search}`, init), server);
  const bytes = Buffer.from(await response.arrayBuffer());
  const passed = PASSED_ON.flatMap((name) => [response.headers.get(name)].flatMap((value) => (value === null ? [] : [[name, value]])));
  reply(exchange, response.status, Object.fromEntries(passed), bytes);
}
