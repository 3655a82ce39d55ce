import { isUnavailable } from '../db/pg-errors.ts';
import type { Refusal } from '../openapi/refusal.ts';
import type { Answer } from '../rest/answer.ts';
import { answerFailure } from '../rest/failure.ts';
import { bodyTooLarge, serverError } from '../rest/problem.ts';
import { BodyTooLargeError, MAX_BODY_BYTES } from './body.ts';
import { type Exchange, replyJson } from './exchange.ts';

interface Outcome {
  /** GraphQL's word for it. */
  code: string;
  /** The same in the envelope of the REST contract (section 3), whose status and text count everywhere. */
  answer: Answer;
}

const TOO_LARGE: Outcome = { code: 'PAYLOAD_TOO_LARGE', answer: bodyTooLarge(MAX_BODY_BYTES) };
const UNAVAILABLE: Outcome = { code: 'UNAVAILABLE', answer: answerFailure({ code: 'UNAVAILABLE', message: '' }) };
const FAULT: Outcome = { code: 'INTERNAL_SERVER_ERROR', answer: serverError() };

/** When it comes to this, at any door that speaks REST's envelope. */
export const LAST_RESORTS: readonly Refusal[] = [
  ['The server is at fault', FAULT.answer],
  ['The database is away for the moment', UNAVAILABLE.answer],
];

/** What a client caused is answered by its door; what arrives here is a body over the limit, a database that is away, or a fault. */
export function replyToFailure(exchange: Exchange, error: unknown): void {
  const { res, path, requestId, log } = exchange;
  const outcome = error instanceof BodyTooLargeError ? TOO_LARGE : isUnavailable(error) ? UNAVAILABLE : FAULT;
  if (outcome !== TOO_LARGE && !res.destroyed) log.error({ requestId, err: error, path }, 'request failed');
  if (res.headersSent || res.destroyed) {
    res.destroy();
    return;
  }
  const { status, headers, body } = outcome.answer;
  // The rest of a body that was not read is still on its way.
  replyJson(exchange, status, path === '/graphql' ? graphqlBody(outcome, requestId) : body, { connection: 'close', ...headers });
}

function graphqlBody({ code, answer }: Outcome, requestId: string): object {
  const { detail } = answer.body as { detail: string };
  return { errors: [{ message: detail, extensions: { code, requestId } }] };
}
