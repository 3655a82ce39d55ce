/** One input that the gateway refused. */
export interface FieldProblem {
  path: string | null;
  code: string;
  message: string;
}

/** Codes after which the same request may well succeed a little later. */
const TRANSIENT_CODES: readonly string[] = ['NETWORK', 'NO_STREAM', 'BAD_ANSWER', 'INTERNAL_SERVER_ERROR', 'RATE_LIMITED', 'UNAVAILABLE'];

/**
 * What went wrong between this client and the gateway. `code` is the gateway's own (`UNAUTHENTICATED`, `NOT_FOUND`, `VALIDATION_FAILED`, …) or one of this
 * client's: `NETWORK` (no answer), `NO_STREAM` (no event stream to be had), `BAD_ANSWER` (not the gateway's answer), `BAD_REQUEST`, `CLOSED`.
 */
export class GatewayError extends Error {
  readonly code: string;
  readonly fields: readonly FieldProblem[];

  constructor(code: string, message: string, { fields = [], cause }: { fields?: readonly FieldProblem[]; cause?: unknown } = {}) {
    super(message, { cause });
    this.name = 'GatewayError';
    this.code = code;
    this.fields = fields;
  }
}

/** Whether to try again. A refusal stays a refusal, and so does a fault of our own. */
export function isTransient(error: unknown): boolean {
  return error instanceof GatewayError && TRANSIENT_CODES.includes(error.code);
}

/** The error that an HTTP status alone tells of; the message is the gateway's own where it sent one. */
export function httpError(status: number, message = `The gateway answered with HTTP status ${status}.`): GatewayError {
  if (status === 401) return new GatewayError('UNAUTHENTICATED', message);
  if (status === 403) return new GatewayError('FORBIDDEN', message);
  if (status === 404) return new GatewayError('NOT_FOUND', message);
  if (status === 429) return new GatewayError('RATE_LIMITED', message);
  if (status === 408 || status >= 500) return new GatewayError('UNAVAILABLE', message);
  return new GatewayError(status < 400 ? 'BAD_ANSWER' : 'BAD_REQUEST', message);
}

/** An error as it stands in a GraphQL result. Without a code it is GraphQL's own: the request was not understood. */
export interface ResultError {
  message: string;
  extensions?: { code?: string };
}

export function resultError(errors: readonly ResultError[]): GatewayError {
  const [first] = errors;
  if (!first) return new GatewayError('BAD_ANSWER', 'The gateway answered with neither data nor an error.');
  return new GatewayError(first.extensions?.code ?? 'BAD_REQUEST', first.message);
}
