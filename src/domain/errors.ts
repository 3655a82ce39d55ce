/** Every way in which a request can fail for a reason that its caller should hear. Anything else is a fault: masked, and logged with the request id. */
export type ErrorCode =
  | 'VALIDATION_FAILED'
  | 'NOT_FOUND'
  | 'PROJECT_NOT_FOUND'
  | 'NO_DRAFT'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'MISSING_SCOPE'
  | 'NOT_A_MEMBER'
  | 'KEY_NOT_SCOPED_TO_PROJECT'
  | 'KEY_NOT_SCOPED_TO_ORGANIZATION'
  | 'KEYS_NOT_ALLOWED'
  | 'KEY_LIMITED'
  | 'NOT_APPROVED'
  | 'PREVIEW_ONLY'
  | 'CONFLICT'
  | 'DRAFT_PENDING'
  | 'NOT_CONFIGURED'
  | 'GENERATION_FAILED'
  | 'GENERATION_EMPTY'
  | 'UNAUTHENTICATED'
  | 'RATE_LIMITED'
  | 'TOO_COMPLEX'
  | 'UNAVAILABLE';

/** The HTTP status of each code, for every face that speaks HTTP statuses. */
export const HTTP_STATUS: Record<ErrorCode, number> = {
  VALIDATION_FAILED: 400,
  NOT_FOUND: 404,
  PROJECT_NOT_FOUND: 404,
  NO_DRAFT: 400,
  IDEMPOTENCY_KEY_REUSED: 422,
  MISSING_SCOPE: 403,
  NOT_A_MEMBER: 403,
  KEY_NOT_SCOPED_TO_PROJECT: 403,
  KEY_NOT_SCOPED_TO_ORGANIZATION: 403,
  KEYS_NOT_ALLOWED: 403,
  KEY_LIMITED: 403,
  NOT_APPROVED: 403,
  PREVIEW_ONLY: 403,
  // A revision is named over HTTP with If-Match.
  CONFLICT: 412,
  DRAFT_PENDING: 409,
  NOT_CONFIGURED: 400,
  GENERATION_FAILED: 500,
  GENERATION_EMPTY: 400,
  UNAUTHENTICATED: 401,
  RATE_LIMITED: 429,
  TOO_COMPLEX: 400,
  UNAVAILABLE: 503,
};

export class DomainError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.name = new.target.name;
    this.code = code;
  }
}

/** The rule that an input breaks. */
export type FieldCode =
  | 'required'
  | 'null'
  | 'blank'
  | 'max_length'
  | 'max_string_length'
  | 'unique'
  | 'invalid_input'
  | 'invalid_choice'
  | 'overflow'
  | 'null_characters_not_allowed'
  | 'surrogate_characters_not_allowed';

/** How many problems an error or a list of problems holds at most. */
export const MAX_PROBLEMS = 1000;

/** What is wrong with one input. `path` names the field in the domain's camelCase, with dots for nesting; null when several fields together are to blame. */
export interface FieldProblem {
  path: string | null;
  code: FieldCode | 'no_draft';
  message: string;
  /** JSON pointer to the place in the tour or its draft, with the keys of the REST API. */
  pointer?: string;
}

/** A problem within a JSON document; `at` are the keys that lead to its place. */
export interface PlacedProblem {
  at: readonly (string | number)[];
  code: FieldCode;
  message: string;
}

export class ValidationError extends DomainError {
  readonly fields: FieldProblem[];

  constructor(fields: FieldProblem[], code: 'VALIDATION_FAILED' | 'NO_DRAFT' | 'IDEMPOTENCY_KEY_REUSED' = 'VALIDATION_FAILED') {
    super(code, fields.map((field) => (field.path ? `${field.path}: ${field.message}` : field.message)).join(' '));
    this.fields = fields;
  }
}

/** Not there, or not there for this caller: the two look the same from outside. */
export class NotFoundError extends DomainError {
  /** What was not found, as the caller named it: `project 7`. */
  readonly subject: string | null;

  constructor(
    message = 'Not found.',
    code:
      | 'NOT_FOUND'
      | 'PROJECT_NOT_FOUND'
      | 'NOT_A_MEMBER'
      | 'KEY_NOT_SCOPED_TO_PROJECT'
      | 'KEY_NOT_SCOPED_TO_ORGANIZATION'
      | 'KEYS_NOT_ALLOWED' = 'NOT_FOUND',
    subject: string | null = null,
  ) {
    super(code, message);
    this.subject = subject;
  }
}

/** @param subject what the caller named, for example `project 7` */
export function notFound(subject: string, message = 'Not found.'): NotFoundError {
  return new NotFoundError(message, 'NOT_FOUND', subject);
}

export class PermissionError extends DomainError {
  /** The scope that the key would need, where that is the reason. */
  readonly missingScope: string | null;

  constructor(code: 'MISSING_SCOPE' | 'KEY_LIMITED' | 'NOT_APPROVED', message: string, missingScope: string | null = null) {
    super(code, message);
    this.missingScope = missingScope;
  }
}

/**
 * The tour has moved on since the revision that the caller named, on the same paths; or it has a draft that the caller does not want to end (`DRAFT_PENDING`).
 * Nothing was written.
 */
export class ConflictError extends DomainError {
  readonly tourId: string;
  readonly expectedRevision: number;
  readonly currentRevision: number;
  readonly changedById: number | null;
  /** JSON pointers into the draft. */
  readonly conflictingPaths: string[];
  /** The working copy at the expected revision; null when the history does not reach back that far. */
  readonly base: Record<string, unknown> | null;

  constructor(
    conflict: {
      tourId: string;
      expectedRevision: number;
      currentRevision: number;
      changedById: number | null;
      conflictingPaths: string[];
      base: Record<string, unknown> | null;
    },
    code: 'CONFLICT' | 'DRAFT_PENDING' = 'CONFLICT',
    message = `The tour is at revision ${conflict.currentRevision}, not ${conflict.expectedRevision}.`,
  ) {
    super(code, message);
    this.tourId = conflict.tourId;
    this.expectedRevision = conflict.expectedRevision;
    this.currentRevision = conflict.currentRevision;
    this.changedById = conflict.changedById;
    this.conflictingPaths = conflict.conflictingPaths;
    this.base = conflict.base;
  }
}

export class NotConfiguredError extends DomainError {
  constructor(message: string) {
    super('NOT_CONFIGURED', message);
  }
}

/** The most that a log has of a failure outside, in characters. */
const LONGEST_DETAIL = 1000;

/** The content provider gave no texts that could be used (`GENERATION_FAILED`), or answered with nothing at all (`GENERATION_EMPTY`). */
export class GenerationError extends DomainError {
  declare readonly code: 'GENERATION_FAILED' | 'GENERATION_EMPTY';
  /** What exactly happened, for the log: cut to a sensible length, and without secrets. */
  readonly detail: string;

  constructor(code: 'GENERATION_FAILED' | 'GENERATION_EMPTY', message: string, detail: string = message) {
    super(code, message);
    this.detail = detail.slice(0, LONGEST_DETAIL);
  }
}

export class UnauthenticatedError extends DomainError {
  constructor(message = 'Authentication credentials were not provided.') {
    super('UNAUTHENTICATED', message);
  }
}

export class RateLimitedError extends DomainError {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('RATE_LIMITED', `Request was throttled. Expected available in ${retryAfterSeconds} second${retryAfterSeconds === 1 ? '' : 's'}.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
