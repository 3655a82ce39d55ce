import { RateLimitedError } from '../domain/errors.ts';
import type { Answer } from './answer.ts';
import { refuseCredential } from './credentials.ts';
import { answerFailure } from './failure.ts';
import { type JsonSchema, refersTo } from './json-schema.ts';
import { forbidden, invalidField, notAcceptable, notFound, problem, serverError, unsupportedMediaType } from './problem.ts';

/** A response as OpenAPI has it. */
export interface Response {
  description: string;
  headers?: Record<string, object>;
  content?: { 'application/json': { schema: JsonSchema; example?: unknown } };
}

const TOO_LARGE = problem({
  status: 413,
  type: 'invalid_request',
  code: 'request_entity_too_large',
  detail: 'The request body is larger than 20971520 bytes.',
});

/** What may come instead of success: an answer of this wire as the example, and what it says. */
const REFUSALS = {
  BadRequest: [
    invalidField({ path: 'name', code: 'blank', message: 'This field may not be blank.' }),
    'The request cannot be read, or a value breaks a rule.',
  ],
  Unauthenticated: [refuseCredential(null), 'There is no key, or one that opens nothing.'],
  Forbidden: [
    forbidden("API key missing required scope 'product_tour:write'"),
    'The key lacks the scope or is not for this project, or its user is no member.',
  ],
  NotFound: [notFound(), 'There is no such project, or no such tour in it.'],
  NotAcceptable: [notAcceptable(), '`Accept` rules out JSON, which all answers are.'],
  PreconditionFailed: [
    answerFailure({ code: 'CONFLICT', message: 'The tour is at revision 8, not 7.' }),
    'The tour has changed since the state that `If-Match` names.',
  ],
  TooLarge: [TOO_LARGE, 'The body is larger than 20 MB.'],
  UnsupportedMediaType: [unsupportedMediaType('text/plain'), 'The body is neither JSON nor a form.'],
  Throttled: [answerFailure(new RateLimitedError(30)), 'The key has sent too many requests.'],
  ServerError: [serverError(), 'A fault of the server.'],
  Unavailable: [answerFailure({ code: 'UNAVAILABLE', message: '' }), 'The database is away for the moment.'],
} satisfies Record<string, [answer: Answer, description: string]>;

export type RefusalName = keyof typeof REFUSALS;

/** The headers that come with refusals, by the names under which answers carry them. */
const HEADERS: Record<string, Record<string, object>> = {
  'retry-after': { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
  'www-authenticate': { 'WWW-Authenticate': { description: 'The kind of key.', schema: { type: 'string' } } },
};

/** The responses that operations share. */
export function refusalResponses(): Record<string, Response> {
  const names = Object.keys(REFUSALS) as RefusalName[];
  return Object.fromEntries(names.map((name) => [name, describeRefusal(REFUSALS[name])]));
}

/** A refusal that may come with another body than the envelope. @param body its name; null: there may be none */
export function refusalOr(name: RefusalName, body: string | null): Response {
  const { description, ...response } = describeRefusal(REFUSALS[name]);
  if (body === null) return { ...response, description: `${description} For an unknown tour there is no body.` };
  return {
    ...response,
    description,
    content: { 'application/json': { schema: { anyOf: [refersTo('Problem'), refersTo(body)] } } },
  };
}

export function refusalStatus(name: RefusalName): number {
  return REFUSALS[name][0].status;
}

function describeRefusal([{ body, headers }, description]: [Answer, string]): Response {
  const described = Object.assign({}, ...Object.keys(headers).map((name) => HEADERS[name]));
  return {
    description,
    ...(Object.keys(described).length > 0 && { headers: described }),
    content: { 'application/json': { schema: refersTo('Problem'), example: body } },
  };
}
