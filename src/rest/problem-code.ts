import type { FieldCode } from '../domain/errors.ts';

export const PROBLEM_TYPES = ['validation_error', 'invalid_request', 'authentication_error', 'throttled_error', 'server_error'] as const;

export type ProblemType = (typeof PROBLEM_TYPES)[number];

/** The codes of a request that is wrong as a whole. */
type RequestCode =
  | 'parse_error'
  | 'not_authenticated'
  | 'authentication_failed'
  | 'permission_denied'
  | 'not_found'
  | 'not_acceptable'
  | 'precondition_failed'
  | 'draft_pending'
  | 'idempotency_key_reused'
  | 'request_entity_too_large'
  | 'unsupported_media_type'
  | 'malformed_request'
  | 'method_not_allowed'
  | 'expectation_failed'
  | 'origin_not_allowed'
  | 'request_timeout'
  | 'headers_too_large'
  | 'overloaded'
  | 'throttled'
  | 'too_complex'
  | 'error'
  | 'database_unavailable';

export type ProblemCode = FieldCode | RequestCode;

/** Every `code` of the envelope, and when it comes. */
export const PROBLEM_CODES: Record<ProblemCode, string> = {
  required: 'a field is missing',
  null: 'a field, or the whole body, is null and must not be',
  blank: 'a text is empty, or white space alone',
  max_length: 'a text is too long',
  max_string_length: 'a number in a text is too long',
  unique: 'another tour of the project has the name, or another flag the key',
  invalid_key: 'a key has other characters than letters, digits, hyphens and underscores',
  does_not_exist: 'what a field names is not there for the key',
  not_a_dict: 'a value is no object',
  invalid_input: 'a value is of the wrong type, or breaks a rule',
  invalid_choice: 'a value is none of those that can be chosen',
  overflow: 'a date is out of range',
  null_characters_not_allowed: 'a text has a NUL in it',
  surrogate_characters_not_allowed: 'a text has half of a surrogate pair in it',
  parse_error: 'the body cannot be read',
  not_authenticated: 'no key was sent',
  authentication_failed: 'the key opens nothing',
  permission_denied: 'the key may not do this',
  not_found: 'the project, the tour, the flag, the page or the address is unknown',
  not_acceptable: 'the answer would be JSON, which the client does not accept',
  precondition_failed: 'the tour or flag is not in the state that `If-Match` names, or is in one that `If-None-Match` names',
  draft_pending: 'the tour has a draft, which the change would end, and `Prefer: handling=strict` forbids that',
  idempotency_key_reused: 'the `Idempotency-Key` was used before, for another request',
  request_entity_too_large: 'the body is too large',
  unsupported_media_type: 'the body is neither JSON nor a form',
  malformed_request: 'the request is not valid HTTP',
  method_not_allowed: 'the address does not support the method',
  expectation_failed: 'the `Expect` header asks for something other than `100-continue`',
  origin_not_allowed: 'pages of this origin may not use the address',
  request_timeout: 'the request did not arrive in time',
  headers_too_large: 'the head of the request is too large',
  overloaded: 'the server holds as many bytes of requests as it may',
  throttled: 'the key has sent too many requests, or the client address too many wrong credentials',
  too_complex: 'the request asks for too much at once',
  error: 'a fault of the server',
  database_unavailable: 'the database is away for the moment',
};
