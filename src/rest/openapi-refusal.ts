import { firstScope, PREVIEW_ONLY } from '../domain/access.ts';
import { type ErrorCode, type FieldProblem, RateLimitedError } from '../domain/errors.ts';
import type { Response } from '../openapi/document.ts';
import { type JsonSchema, refersTo } from '../openapi/json-schema.ts';
import { type Refusal, refusalResponses } from '../openapi/refusal.ts';
import { ONLY_ME } from './address.ts';
import type { BodyKind } from './body-kind.ts';
import { refuseCredential } from './credentials.ts';
import { WRITE_CONDITIONS } from './etag.ts';
import { answerFailure, answerGenerateFailure } from './failure.ts';
import { SEARCH } from './pagination.ts';
import { bodyTooLarge, forbidden, invalidField, notAcceptable, notFound, parseError, unsupportedMediaType } from './problem.ts';
import { PROJECTS, TOURS, USERS } from './resource.ts';
import type { Route } from './route.ts';

/** What may come instead of success, by status. */
export function routeRefusals(route: Route, maxBodyBytes: number, lastResorts: readonly Refusal[]): Record<string, Response> {
  return refusalResponses([...refusals(route, maxBodyBytes), ...lastResorts], bodySchema);
}

/** In the order in which requests are checked. */
function refusals(route: Route, maxBodyBytes: number): Refusal[] {
  const { resource, action, scope, path, query = [], conditions, body, failures = [] } = route;
  const isInProject = resource !== USERS;
  const fail = (code: ErrorCode, message = '') => (action === 'generate' ? answerGenerateFailure : answerFailure)({ code, message });
  const only = (isPossible: boolean, ...some: Refusal[]) => (isPossible ? some : []);
  return [
    ['The body is too large', bodyTooLarge(maxBodyBytes)],
    ['The client does not accept JSON', notAcceptable()],
    ['There is no key', refuseCredential(null)],
    ['The key opens nothing', refuseCredential({ kind: 'personal_key', secret: '', source: 'Authorization header' })],
    ['The access token opens nothing', refuseCredential(ACCESS_TOKEN)],
    ['The access token has expired', refuseCredential(ACCESS_TOKEN, 'expired')],
    ['The preview token opens nothing', refuseCredential(PREVIEW_TOKEN)],
    ['The preview token has expired', refuseCredential(PREVIEW_TOKEN, 'expired')],
    ['The client address has sent too many wrong credentials', answerFailure(new RateLimitedError(30))],
    ['A preview token opens nothing here', forbidden(PREVIEW_ONLY)],
    ...only(resource === PROJECTS, ['The project is unknown, or not there for the user', fail('NOT_FOUND')]),
    ...only(resource === PROJECTS, ['The id is no number', invalidField(NO_NUMBER)]),
    ...only(isInProject && resource !== PROJECTS, ['The project is unknown', answerFailure({ code: 'PROJECT_NOT_FOUND', message: '' })]),
    ...only(
      isInProject,
      ['The organization allows no personal API keys', forbidden(KEYS_NOT_ALLOWED)],
      ['The key is for other projects', forbidden('API key does not have access to the requested project: ID 1.')],
      [
        'The key is for other organizations',
        forbidden(`API key does not have access to the requested organization: ID ${ORGANIZATION_ID}.`),
      ],
    ),
    ['The key lacks the scope', forbidden(`API key missing required scope '${firstScope(scope)}'`)],
    ...only(isInProject && resource !== PROJECTS, [
      'The user is no member of the project',
      forbidden("You don't have access to the project."),
    ]),
    ...only(!isInProject, ['The id is not `@me`', forbidden(ONLY_ME)]),
    ['The key has sent too many requests', answerFailure(new RateLimitedError(30))],
    ...only(path !== '' && resource.parseId !== undefined, [
      resource === TOURS ? 'The tour is unknown' : 'The flag is unknown',
      fail('NOT_FOUND'),
    ]),
    ...only(action === 'activity_log', ['There is no such page', notFound('Invalid page.')]),
    ...only(
      body !== undefined,
      ['The body cannot be read', parseError('JSON parse error - Expecting value: line 1 column 1 (char 0)')],
      ['The body is neither JSON nor a form', unsupportedMediaType('text/plain')],
      ['A value breaks a rule', invalidField((body && WRONG_VALUES[body]) ?? ODD_CONTENT)],
    ),
    ...only(query.includes(SEARCH), ['The search is too long', invalidField(LONG_SEARCH)]),
    ...failures.map((code) => [FAILURES[code] ?? code, fail(code, MESSAGES[code])] as const),
    ...only(conditions === WRITE_CONDITIONS, [
      'The thing is not in the state that is wanted',
      fail('CONFLICT', CONFLICTS[resource.name] ?? 'The tour is at revision 8, not 7.'),
    ]),
  ];
}

const ORGANIZATION_ID = '018f3c1e-4b5a-4c6d-8e7f-0123456789ab';
const KEYS_NOT_ALLOWED =
  "Organization 'Acme' does not allow using personal API keys. Contact an admin to enable personal API keys for this organization.";
const ACCESS_TOKEN = { kind: 'access_token', secret: '' } as const;
const PREVIEW_TOKEN = { kind: 'preview_token', secret: '' } as const;
const ODD_CONTENT: FieldProblem = { path: 'content', code: 'invalid_input', message: 'Content must be an object' };
const NO_STEPS: FieldProblem = { path: null, code: 'invalid_input', message: 'Elements cannot be empty' };
const NO_NUMBER: FieldProblem = { path: null, code: 'invalid_input', message: "Field 'id' expected a number but got 'x'." };
const WRONG_VALUES: Partial<Record<BodyKind, FieldProblem>> = {
  generate: NO_STEPS,
  new_flag: { path: 'key', code: 'unique', message: 'There is already a feature flag with this key.' },
  flag_change: { path: 'filters', code: 'not_a_dict', message: 'Expected a dictionary of items but got type "list".' },
  user_change: { path: 'set_current_team', code: 'does_not_exist', message: 'Object with id=9 does not exist.' },
};
const LONG_SEARCH: FieldProblem = {
  path: SEARCH.name,
  code: 'invalid_input',
  message: `Search query must be ${SEARCH.schema.maxLength} characters or fewer.`,
};

const CONFLICTS: Partial<Record<Route['resource']['name'], string>> = {
  feature_flags: 'The flag is at version 8, not 7.',
  users: 'The user is not in the state that If-Match names.',
};

const FAILURES: Partial<Record<ErrorCode, string>> = {
  NO_DRAFT: 'There is no draft',
  DRAFT_PENDING: 'There is a draft, and handling is to be strict',
  IDEMPOTENCY_KEY_REUSED: 'The Idempotency-Key was used for another request',
  NOT_CONFIGURED: 'The server has no content provider',
  NOT_APPROVED: 'The project has not approved AI data processing',
  GENERATION_EMPTY: 'The provider answered with nothing',
  GENERATION_FAILED: 'The texts cannot be written',
};

const MESSAGES: Partial<Record<ErrorCode, string>> = {
  DRAFT_PENDING: 'The tour has a draft, which this change would end. Publish or discard it first.',
};

/** Most bodies are the envelope; the others are told apart by their only key. */
function bodySchema(body: object): JsonSchema {
  return refersTo('type' in body ? 'Problem' : 'detail' in body ? 'NoDraft' : 'GenerateError');
}
