import type { Sql, Statement } from '../db/sql.ts';
import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { type Actor, hasScope, type Scope } from './actor.ts';
import { OPENING } from './opening.ts';

type Limits = Pick<PersonalApiKey, 'scopes' | 'scopedProjectIds' | 'scopedOrganizationIds'>;

/** Finds credentials that open a project outside of a list. */
const FIND_BEYOND: Statement = {
  name: 'find_credentials_beyond',
  text: `
    SELECT k.id FROM personal_api_keys k JOIN memberships m ON m.user_id = k.user_id JOIN projects p ON p.id = m.project_id
      JOIN organizations o ON o.id = p.organization_id
    WHERE k.id = ANY($1::uuid[]) AND p.id <> ALL($2::int[]) AND ${Object.values(OPENING)
      .map((condition) => `(${condition})`)
      .join(' AND ')}
    LIMIT 1`,
};

/**
 * Whether none of the credentials may do more than the actor's own, now or once its user joins more projects. A credential that may do more can only be revoked
 * with one that may do as much.
 */
export async function covers(sql: Sql, actor: Actor, credentials: readonly (Limits & { id: string })[]): Promise<boolean> {
  if (!credentials.every((credential) => coversLimits(actor, credential))) return false;
  const ids = credentials.map(({ id }) => id);
  return ids.length === 0 || (await sql.query(FIND_BEYOND, [ids, actor.projectIds])).length === 0;
}

function coversLimits(actor: Actor, { scopes, scopedProjectIds, scopedOrganizationIds }: Limits): boolean {
  // A credential without scopes may do nothing, so it is covered.
  if (!scopes.every((scope) => hasScope(actor, scope as Scope))) return false;
  return isWithin(actor.scopedProjectIds, scopedProjectIds) && isWithin(actor.scopedOrganizationIds, scopedOrganizationIds);
}

/** Of both lists, an empty one is no limit. */
function isWithin<Id>(own: readonly Id[], given: readonly Id[]): boolean {
  return own.length === 0 || (given.length > 0 && given.every((id) => own.includes(id)));
}
