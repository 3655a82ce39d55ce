import type { Sql, Statement } from '../../db/sql.ts';
import { isObject } from '../../json/json-object.ts';
import type { RawJson } from '../../json/raw-json.ts';
import { type CapturedEvent, changedKeys } from './captured-event.ts';
import { type BatchPerson, type KnownId, People } from './people.ts';
import { readTimes } from './property-time.ts';

/** What a person's properties may take, in bytes as the database holds them. */
const MAX_PROPERTIES_BYTES = 512 * 1024;

/**
 * As many properties as fit: what a change sets goes before what was there, and that before what is only set once; and of each the small ones before the large,
 * so that one which is too large for all bounds costs nothing but itself. All three are expressions.
 */
const fitting = (properties: string, { set, stored }: { set: string; stored: string }) => `
  CASE WHEN pg_column_size(${properties}) <= ${MAX_PROPERTIES_BYTES} THEN ${properties} ELSE (
    WITH sized AS (
      SELECT key, value, rank, sum(pg_column_size(value) + octet_length(key) + 8) OVER (PARTITION BY rank ORDER BY pg_column_size(value), key) AS through
      FROM (
        SELECT key, value, CASE WHEN s.key IS NOT NULL THEN 0 WHEN t.key IS NOT NULL THEN 1 ELSE 2 END AS rank
        FROM jsonb_each(${properties}) LEFT JOIN jsonb_object_keys(${set}) AS s(key) USING (key) LEFT JOIN jsonb_object_keys(${stored}) AS t(key) USING (key)
      ) property
    ), first AS (
      SELECT ${MAX_PROPERTIES_BYTES} - coalesce(max(through), 0) AS room FROM sized WHERE rank = 0 AND through <= ${MAX_PROPERTIES_BYTES}
    ), second AS (
      SELECT (SELECT room FROM first) - coalesce(max(through), 0) AS room FROM sized WHERE rank = 1 AND through <= (SELECT room FROM first)
    )
    SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM sized, first, second
    WHERE through <= CASE rank WHEN 0 THEN ${MAX_PROPERTIES_BYTES} WHEN 1 THEN first.room ELSE second.room END
  ) END`;

const FIND_IDS: Statement = {
  name: 'find_distinct_ids',
  text: `
    SELECT d.project_id AS "projectId", d.distinct_id AS "distinctId", d.person_id AS "personId", p.is_identified AS "isIdentified",
      CASE WHEN given."isAnonymous" THEN p.properties END AS properties,
      CASE WHEN given.keys IS NULL THEN p.property_times
        ELSE (SELECT jsonb_object_agg(key, value) FROM jsonb_each(p.property_times) WHERE key = ANY(given.keys)) END AS times
    FROM json_to_recordset($1::json) AS given("projectId" int, "distinctId" text, "isAnonymous" boolean, keys text[])
      JOIN person_distinct_ids d ON d.project_id = given."projectId" AND d.distinct_id = given."distinctId"
      JOIN persons p ON p.id = d.person_id`,
};

const NEXT_IDS: Statement = {
  name: 'next_person_ids',
  text: `SELECT nextval(pg_get_serial_sequence('persons', 'id')) AS id FROM generate_series(1, $1)`,
};

const INSERT_PERSONS: Statement = {
  name: 'insert_persons',
  text: `
    INSERT INTO persons (id, project_id, is_identified, properties, property_times)
    SELECT id, "projectId", "isIdentified", ${fitting('properties', { set: 'properties', stored: 'properties' })}, times
    FROM json_to_recordset($1::json) AS made(id bigint, "projectId" int, "isIdentified" boolean, properties jsonb, times jsonb)`,
};

/** Writes those alone whom the change makes different. */
const UPDATE_PERSONS: Statement = {
  name: 'update_persons',
  text: `
    UPDATE persons p
    SET is_identified = merged.is_identified, properties = merged.properties, property_times = merged.property_times, updated_at = now()
    FROM (
      SELECT q.id, q.is_identified OR change."isIdentified" AS is_identified,
        ${fitting('next.properties', { set: 'change."set"', stored: 'q.properties' })} AS properties,
        (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(change."onceTimes") WHERE NOT q.properties ? key)
          || q.property_times || change.times AS property_times
      FROM json_to_recordset($1::json) AS change(
          id bigint, "isIdentified" boolean, "set" jsonb, "setOnce" jsonb, unset text[], times jsonb, "onceTimes" jsonb)
        JOIN persons q ON q.id = change.id
        CROSS JOIN LATERAL (SELECT (change."setOnce" || q.properties || change."set") - change.unset AS properties) next
    ) merged
    WHERE p.id = merged.id AND (p.properties, p.property_times, p.is_identified)
      IS DISTINCT FROM (merged.properties, merged.property_times, merged.is_identified)`,
};

/** An hour late at most, a day for persons with a name: not every event is worth a write. */
const KEEP_PERSONS: Statement = {
  name: 'keep_persons',
  text: `
    UPDATE persons SET updated_at = now()
    WHERE id = ANY($1::bigint[]) AND updated_at < now() - CASE WHEN is_identified THEN interval '1 day' ELSE interval '1 hour' END`,
};

const MOVE_IDS: Statement = {
  name: 'move_distinct_ids',
  text: `
    UPDATE person_distinct_ids d SET person_id = merge."to"
    FROM json_to_recordset($1::json) AS merge("from" bigint, "to" bigint) WHERE d.person_id = merge."from"`,
};

const DELETE_PERSONS: Statement = { name: 'delete_absorbed_persons', text: 'DELETE FROM persons WHERE id = ANY($1::bigint[])' };

const INSERT_IDS: Statement = {
  name: 'insert_distinct_ids',
  text: `
    INSERT INTO person_distinct_ids (project_id, distinct_id, person_id)
    SELECT "projectId", "distinctId", "personId" FROM json_to_recordset($1::json) AS given("projectId" int, "distinctId" text, "personId" bigint)`,
};

/** The persons whom these events are about, as they are now. One statement. */
export async function loadPeople(tx: Sql, events: readonly CapturedEvent[]): Promise<People> {
  const ids = new Map<string, { projectId: number; distinctId: string; isAnonymous: boolean; keys: string[] | null }>();
  for (const event of events) {
    const { projectId, distinctId, anonymousId } = event;
    const place = `${projectId} ${distinctId}`;
    const known = ids.get(place) ?? { projectId, distinctId, isAnonymous: false, keys: [] };
    // Who may be merged is merged property by property.
    if (anonymousId !== null) known.keys = null;
    known.keys?.push(...changedKeys(event));
    ids.set(place, known);
    if (anonymousId !== null) ids.set(`${projectId} ${anonymousId}`, { projectId, distinctId: anonymousId, isAnonymous: true, keys: null });
  }
  if (ids.size === 0) return new People([]);
  type Row = Omit<KnownId, 'properties' | 'times'> & { properties: RawJson | null; times: RawJson | null };
  const rows = await tx.query<Row>(FIND_IDS, [JSON.stringify([...ids.values()])]);
  return new People(
    rows.map(({ properties, times, ...id }) => ({
      ...id,
      properties: isObject(properties?.value) ? properties.value : null,
      times: readTimes(isObject(times?.value) ? times.value : {}),
    })),
  );
}

/** Writes what has become of them: at most one statement for each kind of change, however many persons. Afterwards all of them have ids. */
export async function savePeople(tx: Sql, people: People): Promise<void> {
  const heardOf = people.all.flatMap(({ id }) => id ?? []);
  await insertNew(
    tx,
    people.all.filter(({ id }) => id === null),
  );
  const known = people.all.filter(hasId);
  const changed = known.filter(({ change, isIdentified, wasIdentified }) => !change.isEmpty || isIdentified !== wasIdentified);
  if (changed.length > 0) {
    await tx.query(UPDATE_PERSONS, [
      JSON.stringify(changed.map(({ id, isIdentified, change }) => ({ id, isIdentified, ...change.fold() }))),
    ]);
  }
  if (heardOf.length > 0) await tx.query(KEEP_PERSONS, [heardOf]);
  const merges = known.flatMap(({ id, absorbed }) => absorbed.map((from) => ({ from, to: id })));
  if (merges.length > 0) {
    await tx.query(MOVE_IDS, [JSON.stringify(merges)]);
    await tx.query(DELETE_PERSONS, [merges.map(({ from }) => from)]);
  }
  const newIds = known.flatMap(({ id, projectId, newIds }) => newIds.map((distinctId) => ({ projectId, distinctId, personId: id })));
  if (newIds.length > 0) await tx.query(INSERT_IDS, [JSON.stringify(newIds)]);
}

async function insertNew(tx: Sql, persons: readonly BatchPerson[]): Promise<void> {
  if (persons.length === 0) return;
  const ids = await tx.query<{ id: number }>(NEXT_IDS, [persons.length]);
  const rows = persons.map((person, n) => {
    person.id = ids[n]?.id ?? null;
    const { id, projectId, isIdentified } = person;
    const properties = person.change.applyTo({});
    const { times, onceTimes } = person.change.fold();
    return { id, projectId, isIdentified, properties, times: { ...onceTimes, ...times } };
  });
  for (const person of persons) {
    person.wasIdentified = person.isIdentified;
    person.change.clear();
  }
  await tx.query(INSERT_PERSONS, [JSON.stringify(rows)]);
}

function hasId(person: BatchPerson): person is BatchPerson & { id: number } {
  return person.id !== null;
}
