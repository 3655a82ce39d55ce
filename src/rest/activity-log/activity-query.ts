import { UUID } from '../../domain/uuid.ts';
import type { RestActivityLogQueryVariables } from '../../generated/operations.ts';
import type { Parameter } from '../../openapi/document.ts';
import { parseTourId } from '../tour-id.ts';

const text = (name: string, description: string): Parameter => ({ name, in: 'query', description, schema: { type: 'string' } });

export const ACTIVITY_FILTERS: readonly Parameter[] = [
  text('scope', 'Only what was done to things of this kind: `ProductTour`.'),
  text('scopes', 'The same for several kinds, separated by commas.'),
  text('item_id', 'Only what was done to the thing with this id, which may be gone.'),
  text('item_ids', 'The same for several things, separated by commas.'),
  text('activity', 'Only these, separated by commas: `created`, `updated`, `deleted`, `restored`.'),
  text('user', 'Only what the user with this UUID did.'),
  text('ordering', '`created_at`: the oldest entries first. Any other text: the newest first.'),
];

type ActivityFilter = Pick<RestActivityLogQueryVariables, 'scopes' | 'itemIds' | 'activities' | 'actorUuid' | 'oldestFirst'>;

/** An empty parameter counts as absent. Conditions hold together; a value that nothing has finds nothing. */
export function readActivityFilter(query: URLSearchParams): ActivityFilter {
  const last = (name: string) => query.getAll(name).at(-1) || null;
  const list = (name: string) => last(name)?.split(',') ?? null;
  const itemIds = (ids: string[] | null) => ids?.map((id) => parseTourId(id) ?? id) ?? null;
  const user = last('user');
  const isNobody = user !== null && !UUID.test(user);
  return {
    scopes: isNobody ? [] : both(single(last('scope')), list('scopes')),
    itemIds: both(itemIds(single(last('item_id'))), itemIds(list('item_ids'))),
    activities: list('activity'),
    actorUuid: isNobody ? null : user,
    oldestFirst: last('ordering') === 'created_at',
  };
}

function single(value: string | null): string[] | null {
  return value === null ? null : [value];
}

/** What both conditions leave. */
function both(one: string[] | null, other: string[] | null): string[] | null {
  return one && other ? one.filter((value) => other.includes(value)) : (one ?? other);
}
