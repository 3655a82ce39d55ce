import { isUnavailable } from '../db/pg-errors.ts';
import { BodyTooLargeError, MAX_BODY_BYTES } from './body.ts';
import { type Exchange, replyJson } from './exchange.ts';

interface Outcome {
  status: number;
  /** GraphQL's word for it, and the REST contract's (section 3). */
  code: string;
  restType: string;
  restCode: string;
  message: string;
}

const TOO_LARGE: Outcome = {
  status: 413,
  code: 'PAYLOAD_TOO_LARGE',
  restType: 'invalid_request',
  restCode: 'request_entity_too_large',
  message: `The request body is larger than ${MAX_BODY_BYTES} bytes.`,
};

const UNAVAILABLE: Outcome = {
  status: 503,
  code: 'UNAVAILABLE',
  restType: 'server_error',
  restCode: 'database_unavailable',
  message: "We couldn't reach the database just now. Please try again in a moment.",
};

const FAULT: Outcome = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  restType: 'server_error',
  restCode: 'error',
  message: 'A server error occurred.',
};

/** What a client caused is answered by its door; what arrives here is a body over the limit, a database that is away, or a fault. */
export function replyToFailure(exchange: Exchange, error: unknown): void {
  const { res, path, requestId, log } = exchange;
  const outcome = error instanceof BodyTooLargeError ? TOO_LARGE : isUnavailable(error) ? UNAVAILABLE : FAULT;
  if (outcome !== TOO_LARGE && !res.destroyed) log.error({ requestId, err: error, path }, 'request failed');
  if (res.headersSent || res.destroyed) {
    res.destroy();
    return;
  }
  const { status, code, restType, restCode, message } = outcome;
  const body = path.startsWith('/api/')
    ? { type: restType, code: restCode, detail: message, attr: null }
    : { errors: [{ message, extensions: { code, requestId } }] };
  // The rest of a body that was not read is still on its way.
  replyJson(exchange, status, body, { connection: 'close', ...(outcome === UNAVAILABLE && { 'retry-after': '1' }) });
}
