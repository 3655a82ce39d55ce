import type { SdkAnswer } from './answer.ts';

export const FAILURE_TYPES = ['validation_error', 'invalid_request', 'authentication_error', 'server_error'] as const;

/** Every `code` of this door, and when it comes. */
export const FAILURE_CODES = {
  missing_api_key: 'there is no project token',
  invalid_api_key: 'no project has the token',
  missing_distinct_id: 'the request does not say whom it asks for',
  parse_error: 'the body cannot be read',
  invalid_payload: 'there are no events in the body, or one that is none',
  request_entity_too_large: 'the body is too large',
  not_found: 'there is no such project, or no such file',
  method_not_allowed: 'the address does not take the method',
  unavailable: 'events cannot be stored at the moment',
  project_too_large: 'the launched tours or the flags of the project are too large to be sent',
  malformed_request: 'the request is not valid HTTP',
  expectation_failed: 'the `Expect` header asks for something other than `100-continue`',
  request_timeout: 'the request did not arrive in time',
  headers_too_large: 'the head of the request is too large',
  overloaded: 'the server holds as many bytes of requests as it may',
  error: 'a fault of the server',
  database_unavailable: 'the database is away for the moment',
} as const;

/** The error body of PostHog's public endpoints: the REST contract's envelope. */
function failure(
  status: number,
  type: (typeof FAILURE_TYPES)[number],
  code: keyof typeof FAILURE_CODES,
  detail: string,
  headers: Record<string, string> = {},
): SdkAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify({ type, code, detail, attr: null }),
  };
}

export function unknownToken(token: string | null): SdkAnswer {
  const hint = 'You can find your project token in your PostHog project settings.';
  return token
    ? failure(401, 'authentication_error', 'invalid_api_key', `Project token invalid. ${hint}`)
    : failure(401, 'authentication_error', 'missing_api_key', `Project token not provided. ${hint}`);
}

/** @param what is not there */
export function notFound(what: string): SdkAnswer {
  return failure(404, 'invalid_request', 'not_found', what);
}

export function methodNotAllowed(method: string, allowed: string): SdkAnswer {
  return failure(405, 'invalid_request', 'method_not_allowed', `Method "${method}" not allowed.`, { allow: allowed });
}

/** A request for flags of nobody. */
export function missingDistinctId(): SdkAnswer {
  return failure(400, 'validation_error', 'missing_distinct_id', 'The distinct_id field is missing from the request.');
}

export function bodyTooLarge(maxBytes: number): SdkAnswer {
  return failure(413, 'invalid_request', 'request_entity_too_large', `The request body is larger than ${maxBytes} bytes.`);
}

export function parseError(message: string): SdkAnswer {
  return failure(400, 'invalid_request', 'parse_error', `JSON parse error - ${message}`);
}

/** The launched tours or the flags of a project are more than a process can hold for one project. */
export function projectTooLarge(): SdkAnswer {
  const detail = 'The launched tours or the flags of this project are too large to be sent. Stop tours or make them smaller.';
  return failure(400, 'invalid_request', 'project_too_large', detail);
}

/** A body that holds no events. */
export function invalidPayload(message: string): SdkAnswer {
  return failure(400, 'validation_error', 'invalid_payload', message);
}

/** Seconds after which a client may try again what could not be written. */
const RETRY_AFTER = 5;

export function cannotStore(): SdkAnswer {
  const detail = 'Events cannot be stored at the moment. Send them again later.';
  return failure(503, 'server_error', 'unavailable', detail, { 'retry-after': String(RETRY_AFTER) });
}
