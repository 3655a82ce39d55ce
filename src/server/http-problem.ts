import type { Answer } from '../rest/answer.ts';
import { answerFailure } from '../rest/failure.ts';
import { bodyTooLarge, notFound, problem, serverError } from '../rest/problem.ts';
import type { ProblemCode, ProblemType } from '../rest/problem-code.ts';
import { type Exchange, replyJson } from './exchange.ts';

/** An error of HTTP itself, which any path can return. */
export interface HttpProblem {
  /** The code of the GraphQL error. */
  code: string;
  /** The same in the envelope of the REST contract (section 3), whose status and text count everywhere. */
  answer: Answer;
}

/** Seconds after which a client may try again what was too much for the moment. */
const RETRY_AFTER = '1';

export const UNAVAILABLE: HttpProblem = { code: 'UNAVAILABLE', answer: answerFailure({ code: 'UNAVAILABLE', message: '' }) };
export const FAULT: HttpProblem = { code: 'INTERNAL_SERVER_ERROR', answer: serverError() };

export const OVERLOADED = httpProblem(
  503,
  'overloaded',
  'The server holds as many bytes of requests as it may, of all clients or of this one. Please try again in a moment.',
  { type: 'server_error', headers: { 'retry-after': RETRY_AFTER } },
);

export const HEADERS_TOO_LARGE = httpProblem(431, 'headers_too_large', 'The head of the request is larger than 16384 bytes.');
export const REQUEST_TIMEOUT = httpProblem(408, 'request_timeout', 'The request did not arrive in time.');
export const EXPECTATION_FAILED = httpProblem(417, 'expectation_failed', 'The only expectation that is supported is "100-continue".');

export function tooLarge(maxBytes: number, detail: string): HttpProblem {
  return { code: 'PAYLOAD_TOO_LARGE', answer: bodyTooLarge(maxBytes, detail) };
}

/** A request that no HTTP server may accept. */
export function malformed(detail: string): HttpProblem {
  return httpProblem(400, 'malformed_request', detail);
}

/** @param allowed the methods that the address supports, for the `Allow` header */
export function methodNotAllowed(method: string, allowed: string): HttpProblem {
  const detail = `Method "${method}" not allowed. Use one of ${allowed}.`;
  return httpProblem(405, 'method_not_allowed', detail, { headers: { allow: allowed } });
}

export function unknownPath(path: string): HttpProblem {
  return { code: 'NOT_FOUND', answer: notFound(`Nothing is served at ${path}.`) };
}

export function originNotAllowed(origin: string): HttpProblem {
  return httpProblem(
    403,
    'origin_not_allowed',
    `Pages of the origin "${origin}" may not open streams here. CORS_ORIGINS lists those that may.`,
  );
}

/** @param type what the client says that its body is; empty: it does not say */
export function graphqlMediaType(type: string): HttpProblem {
  const detail = `The body must be application/json, not ${type === '' ? 'of an unnamed type' : `"${type}"`}.`;
  return httpProblem(415, 'unsupported_media_type', detail);
}

/** Answers with a problem, in the words of the API that the path belongs to. */
export function replyProblem(exchange: Exchange, { code, answer }: HttpProblem, headers: Record<string, string> = {}): void {
  const { status, headers: own, body } = answer;
  replyJson(exchange, status, exchange.path === '/graphql' ? graphqlBody(code, body, exchange.requestId) : body, { ...own, ...headers });
}

function graphqlBody(code: string, body: unknown, requestId: string): object {
  const { detail } = body as { detail: string };
  return { errors: [{ message: detail, extensions: { code, requestId } }] };
}

function httpProblem(
  status: number,
  code: ProblemCode,
  detail: string,
  { type = 'invalid_request', headers = {} }: { type?: ProblemType; headers?: Record<string, string> } = {},
): HttpProblem {
  return { code: code.toUpperCase(), answer: problem({ status, type, code, detail, headers }) };
}
