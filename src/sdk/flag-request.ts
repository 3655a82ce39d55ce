import { isObject, type JsonObject } from '../json/json-object.ts';
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
