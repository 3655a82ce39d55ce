import type { Push } from '../db/parameters.ts';
import { type Actor, hasScope } from './actor.ts';

/**
 * The condition, in SQL, that the actor may see the organization of the row `o`: it has a project that the credential opens; or it has no project, its owner has
 * one, and the credential has the scope `*`. An organization that allows no personal keys is visible to tokens only.
 */
export function visibleOrganization(actor: Actor, push: Push): string {
  const opened = push(actor.projectIds);
  const opensProjectOf = (id: string) => `EXISTS (SELECT FROM projects p WHERE p.organization_id = ${id} AND p.id = ANY(${opened}::int[]))`;
  const isOwned = `(NOT EXISTS (SELECT FROM projects p WHERE p.organization_id = o.id) AND ${opensProjectOf('o.owner_id')})`;
  const conditions = [hasScope(actor, '*') ? `(${opensProjectOf('o.id')} OR ${isOwned})` : opensProjectOf('o.id')];
  if (actor.kind === 'personal_key') conditions.push('o.members_can_use_personal_api_keys');
  if (actor.scopedOrganizationIds.length > 0) conditions.push(`o.id = ANY(${push(actor.scopedOrganizationIds)}::uuid[])`);
  return `(${conditions.join(' AND ')})`;
}
