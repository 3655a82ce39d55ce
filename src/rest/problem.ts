import type { FieldProblem } from '../domain/errors.ts';
import type { Answer } from './answer.ts';
import { isProblemCode, type ProblemCode, type ProblemType } from './problem-code.ts';

interface Problem {
  status: number;
  type: ProblemType;
  code: ProblemCode;
  detail: string;
  attr?: string | null;
  headers?: Record<string, string>;
}

/** An error in the envelope of the contract's section 3: always these four keys, in this order. */
export function problem({ status, type, code, detail, attr = null, headers = {} }: Problem): Answer {
  return { status, headers, body: { type, code, detail, attr } };
}

/** A field that breaks a rule, or several together (path null). */
export function invalidField({ path, code, message }: FieldProblem): Answer {
  return problem({
    status: 400,
    type: 'validation_error',
    // That there is no draft is told in a body without codes: failure.ts. REST accepts the values for which GraphQL has codes of its own.
    code: isProblemCode(code) ? code : 'invalid_input',
    detail: message,
    attr: path === null ? null : wireName(path),
  });
}

/** The domain's `targetingFlagFilters.groups` is `targeting_flag_filters__groups` on the wire. */
function wireName(path: string): string {
  return path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll('.', '__');
}

/** A body that cannot be read. */
export function parseError(detail: string): Answer {
  return problem({ status: 400, type: 'invalid_request', code: 'parse_error', detail });
}

/** No usable credential (`not_authenticated`), or one that opens nothing (`authentication_failed`). */
export function unauthenticated(code: 'not_authenticated' | 'authentication_failed', detail: string): Answer {
  return problem({ status: 401, type: 'authentication_error', code, detail, headers: { 'www-authenticate': 'Bearer' } });
}

export function forbidden(detail: string): Answer {
  return problem({ status: 403, type: 'authentication_error', code: 'permission_denied', detail });
}

export function notFound(detail = 'Not found.'): Answer {
  return problem({ status: 404, type: 'invalid_request', code: 'not_found', detail });
}

export function notAcceptable(): Answer {
  return problem({ status: 406, type: 'invalid_request', code: 'not_acceptable', detail: 'Could not satisfy the request Accept header.' });
}

/** Larger than this server reads. */
export function bodyTooLarge(maxBytes: number): Answer {
  const detail = `The request body is larger than ${maxBytes} bytes.`;
  return problem({ status: 413, type: 'invalid_request', code: 'request_entity_too_large', detail });
}

export function unsupportedMediaType(type: string): Answer {
  const detail = `Unsupported media type "${type}" in request.`;
  return problem({ status: 415, type: 'invalid_request', code: 'unsupported_media_type', detail });
}

/** A fault of ours, which the caller hears nothing else about. */
export function serverError(): Answer {
  return problem({ status: 500, type: 'server_error', code: 'error', detail: 'A server error occurred.' });
}
