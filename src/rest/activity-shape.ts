import type { ActivityWireFragment } from '../generated/operations.ts';
import { parseTourId } from './tour-id.ts';

/** `scope` and `item_id`; absent or empty: whatever it is. An id that is none of a tour finds nothing. */
export function readActivityFilter(query: URLSearchParams): { scope: string | null; itemId: string | null } {
  const [scope, itemId] = [query.getAll('scope').at(-1), query.getAll('item_id').at(-1)];
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
