import type { ActivityWireFragment } from '../generated/operations.ts';
import type { Parameter } from '../openapi/document.ts';
import { ANY_JSON, type JsonSchema, listSchema, objectSchema, type Properties } from '../openapi/json-schema.ts';
import { parseTourId } from './tour-id.ts';

export const SCOPE = {
  name: 'scope',
  in: 'query',
  description: 'Only what was done to things of this kind: `ProductTour`.',
  schema: { type: 'string' },
} satisfies Parameter;

export const ITEM_ID = {
  name: 'item_id',
  in: 'query',
  description: 'Only what was done to the thing with this id, which may be gone.',
  schema: { type: 'string' },
} satisfies Parameter;

/** `scope` and `item_id`; absent or empty: whatever it is. An id that is none of a tour finds nothing. */
export function readActivityFilter(query: URLSearchParams): { scope: string | null; itemId: string | null } {
  const [scope, itemId] = [query.getAll(SCOPE.name).at(-1), query.getAll(ITEM_ID.name).at(-1)];
  return { scope: scope || null, itemId: itemId ? (parseTourId(itemId) ?? itemId) : null };
}

/** An entry of the activity log as the wire shows it. Of what upstream may add to the details of other things, a tour has nothing: those are null. */
export function activityBody(entry: ActivityWireFragment): object {
  const { id, user, activity, scope, item_id, name, changes, created_at } = entry;
  const detail = {
    name,
    changes: changes.map(({ action, field, before, after }) => ({ type: scope, action, field, before, after })),
    short_id: null,
    type: null,
    trigger: null,
    context: null,
  };
  return { id, user, activity, scope, item_id, detail, created_at };
}

/** The same, of the schemas of an entry's fields. */
export function activityProperties(entry: Properties): Properties {
  const { name, changes, created_at, ...properties } = entry as Record<'name' | 'changes' | 'created_at', JsonSchema>;
  const change: Properties = { type: { type: 'string' }, ...changes.items?.properties, before: ANY_JSON, after: ANY_JSON };
  const nothing: JsonSchema = { type: 'null' };
  const detail = { name, changes: listSchema(objectSchema(change)), short_id: nothing, type: nothing, trigger: nothing, context: nothing };
  return { ...properties, detail: objectSchema(detail), created_at };
}
