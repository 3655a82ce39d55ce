import { describe, expect, it } from 'vitest';
import { HTTP_STATUS } from '../../../src/domain/errors.ts';
import { answerFailure, answerGenerateFailure } from '../../../src/rest/failure.ts';
import { invalidField } from '../../../src/rest/problem.ts';

const envelope = (type: string, code: string, detail: string, attr: string | null = null) => ({ type, code, detail, attr });

describe('what a failure looks like on the wire', () => {
  it.each([
    ['NOT_FOUND', 404, envelope('invalid_request', 'not_found', 'Not found.')],
    ['PROJECT_NOT_FOUND', 404, envelope('invalid_request', 'not_found', 'Project not found.')],
    ['NO_DRAFT', 400, { detail: 'No draft to publish.' }],
    ['MISSING_SCOPE', 403, envelope('authentication_error', 'permission_denied', 'said so')],
    ['NOT_A_MEMBER', 403, envelope('authentication_error', 'permission_denied', 'said so')],
    ['KEY_NOT_SCOPED_TO_PROJECT', 403, envelope('authentication_error', 'permission_denied', 'said so')],
    ['KEY_LIMITED', 403, envelope('authentication_error', 'permission_denied', 'said so')],
    ['NOT_APPROVED', 403, { error: 'AI data processing must be approved for Product Tour AI generation.' }],
    ['CONFLICT', 412, envelope('invalid_request', 'precondition_failed', 'said so')],
    [
      'NOT_CONFIGURED',
      400,
      envelope('validation_error', 'invalid_input', 'Product Tour AI generation is only supported in PostHog Cloud.'),
    ],
    ['UNAUTHENTICATED', 401, envelope('authentication_error', 'not_authenticated', 'said so')],
    ['RATE_LIMITED', 429, envelope('throttled_error', 'throttled', 'said so')],
    ['TOO_COMPLEX', 400, envelope('invalid_request', 'too_complex', 'said so')],
    [
      'UNAVAILABLE',
      503,
      envelope('server_error', 'database_unavailable', "We couldn't reach the database just now. Please try again in a moment."),
    ],
    ['VALIDATION_FAILED', 400, envelope('validation_error', 'invalid_input', 'said so')],
    ['INTERNAL_SERVER_ERROR', 500, envelope('server_error', 'error', 'A server error occurred.')],
    ['toString', 500, envelope('server_error', 'error', 'A server error occurred.')],
  ])('%s is a %i', (code, status, body) => {
    expect(answerFailure({ code, message: 'said so' })).toMatchObject({ status, body });
  });

  it('has the status of the table for every code', () => {
    const codes = Object.entries(HTTP_STATUS);
    expect(codes.length).toBeGreaterThanOrEqual(14);
    for (const [code, status] of codes) expect(answerFailure({ code, message: 'm' }).status, code).toBe(status);
  });

  it('tells the first of several problems, with its field in the names of the wire', () => {
    const fields = [
      { path: 'targetingFlagFilters.groups', code: 'invalid_input', message: 'No.' },
      { path: 'name', code: 'blank', message: 'Later.' },
    ] as const;
    const answer = answerFailure({ code: 'VALIDATION_FAILED', message: '', fields });
    expect(answer.body).toEqual(envelope('validation_error', 'invalid_input', 'No.', 'targeting_flag_filters__groups'));
    expect(Object.keys(answer.body as object)).toEqual(['type', 'code', 'detail', 'attr']);
    expect(invalidField({ path: null, code: 'unique', message: 'm' }).body).toEqual(envelope('validation_error', 'unique', 'm'));
  });

  it('says when to come back, and how to sign in', () => {
    expect(answerFailure({ code: 'RATE_LIMITED', message: '', retryAfterSeconds: 30 }).headers).toEqual({ 'retry-after': '30' });
    expect(answerFailure({ code: 'UNAVAILABLE', message: '' }).headers).toEqual({ 'retry-after': '1' });
    expect(answerFailure({ code: 'UNAUTHENTICATED', message: '' }).headers).toEqual({ 'www-authenticate': 'Bearer' });
  });

  it('has bodies of its own on generate', () => {
    expect(answerGenerateFailure({ code: 'NOT_FOUND', message: '' })).toEqual({ status: 404, headers: {}, body: undefined });
    const error = 'An internal error occurred while generating tour content.';
    expect(answerGenerateFailure({ code: 'INTERNAL_SERVER_ERROR', message: '' })).toMatchObject({ status: 500, body: { error } });
    expect(answerGenerateFailure({ code: 'PROJECT_NOT_FOUND', message: '' }).body).toHaveProperty('detail', 'Project not found.');
  });
});
