import type { Sql, Statement } from '../db/sql.ts';
import type { Actor } from './actor.ts';

/** What an actor has of its user, in SQL: `u` is the row in users. */
export const ACTING_USER = `u.id AS "userId", coalesce(nullif(btrim(u.first_name || ' ' || u.last_name), ''), u.email) AS "userName",
      coalesce(u.distinct_id, u.uuid::text) AS "distinctId"`;

const FIND: Statement = {
  name: 'find_user_actor',
  text: `SELECT ${ACTING_USER} FROM users u JOIN memberships m ON m.user_id = u.id WHERE u.id = $1 AND m.project_id = $2 AND u.is_active`,
};

/**
 * The user as an actor without a credential, who may write the tours of one project: for what the user has asked for and is done later, when the key that it was
 * asked with may be gone.
 *
 * @returns null when the user is gone, inactive, or not a member of the project
 */
export async function findUserActor(sql: Sql, userId: number | null, projectId: number): Promise<Actor | null> {
  const [user] = await sql.query<Pick<Actor, 'userId' | 'userName' | 'distinctId'>>(FIND, [userId, projectId]);
  if (!user) return null;
  return {
    ...user,
    keyId: '',
    kind: 'access_token',
    scopes: ['product_tour:write'],
    projectIds: [projectId],
    scopedProjectIds: [projectId],
    scopedOrganizationIds: [],
    previewTourId: null,
    currentProjectId: projectId,
    expiresAt: null,
  };
}
