import type { Sql, Statement } from '../../db/sql.ts';
import { isObject, type JsonObject } from '../../json/json-object.ts';
import type { RawJson } from '../../json/raw-json.ts';
import { formerId } from './people.ts';

const FIND: Statement = {
  name: 'find_person_properties',
  text: `
    SELECT d.distinct_id = $2 AS "isPerson", p.is_identified AS "isIdentified", p.properties
    FROM person_distinct_ids d JOIN persons p ON p.id = d.person_id
    WHERE d.project_id = $1 AND d.distinct_id = ANY(ARRAY[$2, $3])`,
};

/**
 * The properties of a person as events have told them. Until the event has come that tells that somebody anonymous is this person, the two are read as if it
 * had (see people.ts): what is known of the person goes before.
 */
export async function findPersonProperties(
  sql: Sql,
  projectId: number,
  distinctId: string,
  anonymousId: string | null,
): Promise<JsonObject> {
  const rows = await sql.query<{ isPerson: boolean; isIdentified: boolean; properties: RawJson }>(FIND, [
    projectId,
    distinctId,
    formerId(distinctId, anonymousId),
  ]);
  const person = rows.find(({ isPerson }) => isPerson)?.properties.value;
  const anonymous = rows.find(({ isPerson, isIdentified }) => !isPerson && !isIdentified)?.properties.value;
  return { ...(isObject(anonymous) && anonymous), ...(isObject(person) && person) };
}
