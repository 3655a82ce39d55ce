import type { ActivityWireFragment } from '../../generated/operations.ts';
import { ANY_JSON, type JsonSchema, listSchema, objectSchema, type Properties } from '../../openapi/json-schema.ts';

/** Whose log it is. */
export interface LoggedProject {
  id: number;
  organizationId: string | null;
}

/**
 * An entry of the activity log, with the keys of the original in their order. Of what the original may add to the details of other things, a tour has nothing:
 * those are null.
 */
export function activityBody(entry: ActivityWireFragment, project: LoggedProject): object {
  const { id, user, activity, scope, item_id, name, changes, created_at } = entry;
  const detail = {
    name,
    changes: changes.map(({ action, field, before, after }) => ({ type: scope, action, field, before, after })),
    short_id: null,
    type: null,
    trigger: null,
    context: null,
  };
  const origin = { was_impersonated: false, is_system: false, client: null, ip_address: null };
  const owner = { team_id: project.id, organization_id: project.organizationId };
  return { id, user, unread: false, ...owner, ...origin, activity, item_id, scope, detail, created_at };
}

/** The same, of the schemas of an entry's fields. */
export function activityProperties(entry: Properties): Properties {
  const { name, changes, created_at, ...properties } = entry as Record<'name' | 'changes' | 'created_at', JsonSchema>;
  const change: Properties = { type: { type: 'string' }, ...changes.items?.properties, before: ANY_JSON, after: ANY_JSON };
  const nothing: JsonSchema = { type: 'null' };
  const detail = { name, changes: listSchema(objectSchema(change)), short_id: nothing, type: nothing, trigger: nothing, context: nothing };
  const origin: Properties = {
    unread: { type: 'boolean' },
    team_id: { type: 'integer', description: 'The project.' },
    organization_id: { type: ['string', 'null'], format: 'uuid' },
    was_impersonated: { type: 'boolean' },
    is_system: { type: 'boolean' },
    client: nothing,
    ip_address: nothing,
  };
  return { ...properties, ...origin, detail: objectSchema(detail), created_at };
}
