import type { Sql, Statement } from '../db/sql.ts';
import type { Actor } from './actor.ts';

/** What an actor has of its user, in SQL: `u` is the row in users. */
export const ACTING_USER = `u.id AS "userId", coalesce(nullif(btrim(u.first_name || ' ' || u.last_name), ''), u.email) AS "userName",
      coalesce(u.distinct_id, u.uuid::text) AS "distinctId"`;

const FIND: Statement = {
  name: 'find_user_actor',
  text: `SELECT ${ACTING_USER} FROM users u
    WHERE u.id = $1 AND u.is_active AND NOT EXISTS (
      SELECT FROM unnest($2::int[]) project_id
      WHERE NOT EXISTS (SELECT FROM memberships m WHERE m.user_id = u.id AND m.project_id = project_id)
    )`,
};

/**
 * The user as an actor without a credential, who may write the tours of some projects: for what the user has asked for and is done later, when the key that it was
 * asked with may be gone.
 *
 * @param projectIds at least one
 * @returns null when the user is gone, inactive, or not a member of each of the projects
 */
export async function findUserActor(sql: Sql, userId: number | null, projectIds: readonly number[]): Promise<Actor | null> {
  const [user] = await sql.query<Pick<Actor, 'userId' | 'userName' | 'distinctId'>>(FIND, [userId, projectIds]);
  if (!user) return null;
  return {
    ...user,
    keyId: '',
    kind: 'access_token',
    scopes: ['product_tour:write'],
    projectIds,
    scopedProjectIds: projectIds,
    scopedOrganizationIds: [],
    previewTourId: null,
    currentProjectId: projectIds[0] ?? null,
    expiresAt: null,
  };
}
