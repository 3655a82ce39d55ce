import { type JsonSchema, objectSchema } from './json-schema.ts';
import { PROBLEM_TYPES } from './problem.ts';

/** Every `code`, and when it comes. */
const CODES: Record<string, string> = {
  required: 'a field is missing',
  null: 'a field, or the whole body, is null and must not be',
  blank: 'a text is empty, or white space alone',
  max_length: 'a text is too long',
  unique: 'another tour of the project has the name',
  invalid_input: 'a value is of the wrong type, or breaks a rule',
  invalid_choice: 'a value is none of those that can be chosen',
  overflow: 'a date is out of range',
  null_characters_not_allowed: 'a text has a NUL in it',
  surrogate_characters_not_allowed: 'a text has half of a surrogate pair in it',
  parse_error: 'the body cannot be read',
  not_authenticated: 'no key was sent',
  authentication_failed: 'the key opens nothing',
  permission_denied: 'the key may not do this',
  not_found: 'the project, the tour or the address is unknown',
  not_acceptable: 'the answer would be JSON, which the client does not accept',
  precondition_failed: 'the tour is not in the state that `If-Match` names',
  request_entity_too_large: 'the body is larger than 20 MB',
  unsupported_media_type: 'the body is neither JSON nor a form',
  throttled: 'the key has sent too many requests',
  too_complex: 'the request asks for too much at once',
  error: 'a fault of the server',
  database_unavailable: 'the database is away for the moment',
};

export const PROBLEM_SCHEMA: JsonSchema = {
  ...objectSchema({
    type: { type: 'string', enum: PROBLEM_TYPES },
    code: {
      type: 'string',
      enum: Object.keys(CODES),
      description: Object.entries(CODES)
        .map(([code, meaning]) => `- \`${code}\`: ${meaning}`)
        .join('\n'),
    },
    detail: { type: 'string', description: 'What is wrong, for a person.' },
    attr: {
      type: ['string', 'null'],
      description: 'The field that is to blame; the parts of a nested one are joined with two underscores.',
    },
  }),
  description: 'One error: of several fields that are wrong, the first. Nothing was written.',
};

/** The bodies that have not the envelope. */
export const BARE_SCHEMAS: Record<string, JsonSchema> = {
  NoDraft: objectSchema({ detail: { type: 'string' } }),
  GenerateError: objectSchema({ error: { type: 'string' } }),
};
