import { type ErrorCode, type FieldProblem, HTTP_STATUS } from '../domain/errors.ts';
import type { Answer } from './answer.ts';
import { forbidden, invalidField, notFound, problem, serverError, unauthenticated } from './problem.ts';

/** An error of the domain as it arrives here: a typed error of a mutation, or a top-level error of GraphQL with its extensions. */
export interface Failure {
  /** An ErrorCode, or that of a fault. */
  code: string;
  message: string;
  fields?: readonly FieldProblem[];
  retryAfterSeconds?: number;
}

/** The inputs that name a state of what is written. */
const STATES: ReadonlySet<string | null> = new Set(['expectedRevision', 'expectedVersion']);

/** Whether a write failed because of the state that it insisted on, which others have changed. */
export function isStale({ code, fields }: Failure): boolean {
  return code === 'CONFLICT' || fields?.[0]?.path === 'expectedVersion';
}

/** Seconds to wait where a failure does not say. */
const RETRY_AFTER = 1;

const GENERATION_FAULT = { error: 'An internal error occurred while generating tour content.' };

/** The rows of the contract's section 3 for everything that the domain may refuse. Where the wire's text is fixed it stands here, else the domain's is passed on. */
const ANSWERS: Record<ErrorCode, (failure: Failure) => Answer> = {
  VALIDATION_FAILED: ({ fields: [first] = [], message }) =>
    // A state is named with If-Match, and one that the tour or flag has not had is no match either.
    first && STATES.has(first.path) ? stale(first.message) : invalidField(first ?? { path: null, code: 'invalid_input', message }),
  NOT_FOUND: () => notFound(),
  PROJECT_NOT_FOUND: () => notFound('Project not found.'),
  NO_DRAFT: () => bare('NO_DRAFT', { detail: 'No draft to publish.' }),
  IDEMPOTENCY_KEY_REUSED: () =>
    problem({
      status: HTTP_STATUS.IDEMPOTENCY_KEY_REUSED,
      type: 'invalid_request',
      code: 'idempotency_key_reused',
      detail: 'This Idempotency-Key was used for another request.',
    }),
  MISSING_SCOPE: ({ message }) => forbidden(message),
  NOT_A_MEMBER: ({ message }) => forbidden(message),
  KEY_NOT_SCOPED_TO_PROJECT: ({ message }) => forbidden(message),
  KEY_NOT_SCOPED_TO_ORGANIZATION: ({ message }) => forbidden(message),
  KEYS_NOT_ALLOWED: ({ message }) => forbidden(message),
  KEY_LIMITED: ({ message }) => forbidden(message),
  PREVIEW_ONLY: ({ message }) => forbidden(message),
  NOT_APPROVED: () => bare('NOT_APPROVED', { error: 'AI data processing must be approved for Product Tour AI generation.' }),
  CONFLICT: ({ message }) => stale(message),
  DRAFT_PENDING: ({ message }) =>
    problem({ status: HTTP_STATUS.DRAFT_PENDING, type: 'invalid_request', code: 'draft_pending', detail: message }),
  // Existing clients know this text, whatever it is that the server lacks.
  NOT_CONFIGURED: () =>
    invalidField({ path: null, code: 'invalid_input', message: 'Product Tour AI generation is only supported in PostHog Cloud.' }),
  GENERATION_FAILED: () => bare('GENERATION_FAILED', GENERATION_FAULT),
  // As above, whatever the model.
  GENERATION_EMPTY: () => invalidField({ path: null, code: 'invalid_input', message: 'Gemini returned empty response' }),
  UNAUTHENTICATED: ({ message }) => unauthenticated('not_authenticated', message),
  RATE_LIMITED: ({ retryAfterSeconds = RETRY_AFTER, message }) =>
    problem({
      status: HTTP_STATUS.RATE_LIMITED,
      type: 'throttled_error',
      code: 'throttled',
      detail: message,
      headers: { 'retry-after': String(retryAfterSeconds) },
    }),
  TOO_COMPLEX: ({ message }) => problem({ status: HTTP_STATUS.TOO_COMPLEX, type: 'invalid_request', code: 'too_complex', detail: message }),
  UNAVAILABLE: () =>
    problem({
      status: HTTP_STATUS.UNAVAILABLE,
      type: 'server_error',
      code: 'database_unavailable',
      detail: "We couldn't reach the database just now. Please try again in a moment.",
      headers: { 'retry-after': String(RETRY_AFTER) },
    }),
};

/** The answer to a failure; a code that the domain does not know is a fault. */
export function answerFailure(failure: Failure): Answer {
  return Object.hasOwn(ANSWERS, failure.code) ? ANSWERS[failure.code as ErrorCode](failure) : serverError();
}

/** The same on the generate endpoint, where an unknown tour has an empty body and a fault is told under `error`. */
export function answerGenerateFailure(failure: Failure): Answer {
  const answer = answerFailure(failure);
  if (failure.code === 'NOT_FOUND') return { ...answer, body: undefined };
  if (answer.status === 500) return { ...answer, body: GENERATION_FAULT };
  return answer;
}

/** The tour is not in the state that the client insists on. */
export function stale(detail: string): Answer {
  return problem({ status: HTTP_STATUS.CONFLICT, type: 'invalid_request', code: 'precondition_failed', detail });
}

/** The few bodies without the envelope. */
function bare(code: ErrorCode, body: Record<string, string>): Answer {
  return { status: HTTP_STATUS[code], headers: {}, body };
}
