import { MAX_DISTINCT_ID, type Person } from '../domain/flag-evaluation.ts';
import { isObject, type JsonObject } from '../json/json-object.ts';

export interface FlagRequest {
  token: string | null;
  /** Null: the request names nobody. */
  person: Person | null;
}

/** What a request for flags asks. Whatever is not there, or not of its type, counts as absent. */
export function readFlagRequest(body: JsonObject): FlagRequest {
  const { person_properties: properties } = body;
  const distinctId = textOf(body.distinct_id) ?? textOf(body.$distinct_id);
  return {
    token: textOf(body.token) ?? textOf(body.api_key),
    person:
      distinctId === null ? null : { distinctId: distinctId.slice(0, MAX_DISTINCT_ID), properties: isObject(properties) ? properties : {} },
  };
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}
