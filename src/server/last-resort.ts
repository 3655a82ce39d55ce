import { isUnavailable } from '../db/pg-errors.ts';
import type { Refusal } from '../openapi/refusal.ts';
import { BodyTooLargeError, BytesInFlightError, RequestAbortedError } from './body.ts';
import { MalformedCodingError, UnsupportedCodingError } from './content-coding.ts';
import type { Exchange } from './exchange.ts';
import {
  FAULT,
  HEADERS_TOO_LARGE,
  type HttpProblem,
  malformed,
  OVERLOADED,
  REQUEST_TIMEOUT,
  replyProblem,
  tooLarge,
  UNAVAILABLE,
  undecodable,
  unsupportedCoding,
} from './http-problem.ts';

/** The errors that every operation of REST and of the browser endpoints can return. */
export const LAST_RESORTS: readonly Refusal[] = [
  ['The request is not valid HTTP', malformed('The Host header is no host with an optional port.').answer],
  ['The request does not arrive in time', REQUEST_TIMEOUT.answer],
  ['The head of the request is too large', HEADERS_TOO_LARGE.answer],
  ['The server is at fault', FAULT.answer],
  ['The database is away for the moment', UNAVAILABLE.answer],
  ['The server holds as many bytes of requests as it may', OVERLOADED.answer],
];

/** What a client caused is answered by its door; what arrives here is a body that cannot be read, a database that is away, or a fault. */
export function replyToFailure(exchange: Exchange, error: unknown): void {
  const { res, path, requestId, log } = exchange;
  const problem = problemOf(error);
  const isOurs = problem === FAULT || problem === UNAVAILABLE;
  if (isOurs && !res.destroyed) log.error({ requestId, err: error, path }, 'request failed');
  if (res.headersSent || res.destroyed || problem === REQUEST_TIMEOUT) {
    res.destroy();
    return;
  }
  // The rest of a body that was not read is still on its way.
  replyProblem(exchange, problem, { connection: 'close' });
}

/** Why a body cannot be read. Null: the error is another one. */
export function bodyProblem(error: unknown): HttpProblem | null {
  if (error instanceof BodyTooLargeError) return tooLarge(error.limit, error.message);
  if (error instanceof BytesInFlightError) return OVERLOADED;
  if (error instanceof UnsupportedCodingError) return unsupportedCoding(error.coding);
  if (error instanceof MalformedCodingError) return undecodable(error.message);
  // Nobody hears it: the client is gone.
  return error instanceof RequestAbortedError ? REQUEST_TIMEOUT : null;
}

function problemOf(error: unknown): HttpProblem {
  const problem = bodyProblem(error);
  if (problem) return problem;
  return isUnavailable(error) ? UNAVAILABLE : FAULT;
}
