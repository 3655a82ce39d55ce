import { isObject, type JsonObject } from '../json/json-object.ts';
import { FREE_OBJECT, type JsonSchema } from '../openapi/json-schema.ts';
import { distinctIdOf, textOf } from './distinct-id.ts';

export interface FlagRequest {
  token: string | null;
  /** Null: the request names nobody. */
  distinctId: string | null;
  /** The id under which the person was known until now. */
  anonymousId: string | null;
  /** What the browser knows of the person. */
  properties: JsonObject;
}

/** What a request for flags asks. Whatever is not there, or not of its type, counts as absent. */
export function readFlagRequest(body: JsonObject): FlagRequest {
  const { person_properties: properties } = body;
  return {
    token: textOf(body.token) ?? textOf(body.api_key),
    distinctId: distinctIdOf(body.distinct_id) ?? distinctIdOf(body.$distinct_id),
    anonymousId: distinctIdOf(body.$anon_distinct_id),
    properties: isObject(properties) ? properties : {},
  };
}

/** What of it is looked at, for those who send it. */
export const FLAG_REQUEST_SCHEMA: JsonSchema = {
  type: 'object',
  properties: {
    token: { type: 'string', description: 'The project’s public token; `api_key` is the same.' },
    distinct_id: { type: 'string', description: 'Whom it is about; `$distinct_id` is the same.' },
    $anon_distinct_id: { type: 'string', description: 'The id under which the person was known until now.' },
    person_properties: {
      ...FREE_OBJECT,
      description: 'What the browser knows of the person. Conditions look at it, and, for what it does not say, at what is stored.',
    },
  },
  required: ['token', 'distinct_id'],
  examples: [{ token: 'phc_…', distinct_id: 'ada-1', person_properties: { plan: 'free' } }],
};
