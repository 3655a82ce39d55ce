import type { Answer } from '../rest/answer.ts';
import { answerFailure } from '../rest/failure.ts';
import { bodyTooLarge, notFound, parseError, problem, serverError } from '../rest/problem.ts';
import type { ProblemCode, ProblemType } from '../rest/problem-code.ts';
import { MAX_CODINGS, SUPPORTED_CODINGS } from './content-coding.ts';
import { type Exchange, replyJson } from './exchange.ts';
import { isGraphqlPath } from './graphql-path.ts';
import { NO_DOCUMENT_MESSAGE } from './persisted/rejections.ts';

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

/** @param publicUrl PUBLIC_URL: a proxy that passes its path on is a likely mistake */
export function unknownPath(path: string, publicUrl?: string): HttpProblem {
  const prefix = publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
  const hint =
    prefix !== '' && path.startsWith(`${prefix}/`) ? ` The proxy must remove the path of PUBLIC_URL, ${prefix}, from requests.` : '';
  return { code: 'NOT_FOUND', answer: notFound(`Nothing is served at ${path}.${hint}`) };
}

export function originNotAllowed(origin: string): HttpProblem {
  return httpProblem(
    403,
    'origin_not_allowed',
    `Pages of the origin "${origin}" may not open streams here. CORS_ORIGINS lists those that may.`,
  );
}

/** @param type the `Content-Type` of the body; empty: there is none */
export function graphqlMediaType(type: string): HttpProblem {
  const reason = type === '' ? 'The request has no Content-Type header.' : `The Content-Type "${type}" is not supported.`;
  return httpProblem(415, 'unsupported_media_type', `${reason} Send JSON in UTF-8, with "Content-Type: application/json".`);
}

/** @param coding of `Content-Encoding` that the gateway does not decode */
export function unsupportedCoding(coding: string): HttpProblem {
  const detail = `The Content-Encoding "${coding}" is not supported. Use at most ${MAX_CODINGS} of ${SUPPORTED_CODINGS}, or none.`;
  return httpProblem(415, 'unsupported_media_type', detail, { headers: { 'accept-encoding': SUPPORTED_CODINGS } });
}

/** A body that is not what its `Content-Encoding` says. */
export function undecodable(detail: string): HttpProblem {
  return { code: 'MALFORMED_REQUEST', answer: parseError(detail) };
}

/** The form that clients of other servers expect when batching is off: one object with errors, not a list. */
export const BATCH: HttpProblem = {
  code: 'BATCHING_NOT_SUPPORTED',
  answer: malformed('The body is a list of operations, but batching is not supported. Send each operation in a request of its own.').answer,
};

export const NO_DOCUMENT: HttpProblem = { code: 'BAD_REQUEST', answer: malformed(NO_DOCUMENT_MESSAGE).answer };

/** Answers with a problem, in the words of the API that the path belongs to. */
export function replyProblem(exchange: Exchange, { code, answer }: HttpProblem, headers: Record<string, string> = {}): void {
  const { status, headers: own, body } = answer;
  replyJson(exchange, status, isGraphqlPath(exchange.path) ? graphqlBody(code, body, exchange.requestId) : body, { ...own, ...headers });
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
