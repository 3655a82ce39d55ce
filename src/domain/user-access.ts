import { type Push, parameters } from '../db/parameters.ts';
import type { Sql } from '../db/sql.ts';
import { type Actor, hasScope } from './actor.ts';
import type { Deps } from './deps.ts';
import { notFound } from './errors.ts';
import { visibleOrganization } from './organization-access.ts';
import type { User } from './user.ts';

/** SQL: the user `u` is a member of no project. */
const IS_MEMBERLESS = 'NOT EXISTS (SELECT FROM memberships m WHERE m.user_id = u.id)';

/**
 * The condition, in SQL, that the actor may see the user of the row `u`: it is the actor's own user, or a member of a project that the credential opens. A user
 * without projects belongs to an organization: a credential with the scope `*` that sees the organization sees the user.
 */
export function visibleUser(actor: Actor, push: Push): string {
  const isMember = `EXISTS (SELECT FROM memberships m WHERE m.user_id = u.id AND m.project_id = ANY(${push(actor.projectIds)}::int[]))`;
  const conditions = [`u.id = ${push(actor.userId)}`, isMember];
  if (hasScope(actor, '*')) conditions.push(belongsToVisibleOrganization(actor, push));
  return `(${conditions.join(' OR ')})`;
}

/**
 * The condition, in SQL, that the actor administers the user of the row `u`, given the scope `*`: the credential opens every project of the user, and at least
 * one; or the user has no projects and belongs to an organization that the actor sees.
 */
export function administeredUser(actor: Actor, push: Push): string {
  const opened = push(actor.projectIds);
  const isElsewhere = `EXISTS (SELECT FROM memberships m WHERE m.user_id = u.id AND m.project_id <> ALL(${opened}::int[]))`;
  return `((NOT ${IS_MEMBERLESS} AND NOT ${isElsewhere}) OR ${belongsToVisibleOrganization(actor, push)})`;
}

function belongsToVisibleOrganization(actor: Actor, push: Push): string {
  return `(${IS_MEMBERLESS} AND EXISTS (SELECT FROM organizations o WHERE o.id = u.organization_id AND ${visibleOrganization(actor, push)}))`;
}

/** A user whom the actor may see. */
export interface SeenUser {
  id: number;
  email: string;
  isActive: boolean;
  /** The organization that the user belongs to. */
  organizationId: string | null;
  /** Whether the actor, given the scope `*`, may act on all that the user has: keys, tokens, the account. */
  isAdministered: boolean;
  /** All of the user's projects, also those that the actor does not open. */
  projects: { id: number; organizationId: string }[];
}

const PROJECTS = `(SELECT coalesce(array_agg(ARRAY[p.id::text, p.organization_id::text] ORDER BY p.id), '{}')
      FROM memberships m JOIN projects p ON p.id = m.project_id WHERE m.user_id = u.id)`;

/** @throws NotFoundError for a user whom the actor may not see */
export async function requireUser(sql: Sql, actor: Actor, userId: number): Promise<SeenUser> {
  const user = await findUser(sql, actor, userId);
  if (!user) throw notFound(`user ${userId}`);
  return user;
}

/** @returns null for a user whom the actor may not see */
export async function findUser(sql: Sql, actor: Actor, userId: number): Promise<SeenUser | null> {
  const { values, push } = parameters();
  const text = `
    SELECT u.id, u.email, u.is_active AS "isActive", u.organization_id AS "organizationId",
      ${administeredUser(actor, push)} AS "isAdministered", ${PROJECTS} AS projects
    FROM users u WHERE u.id = ${push(userId)} AND ${visibleUser(actor, push)}`;
  const [user] = await sql.query<Omit<SeenUser, 'projects'> & { projects: [string, string][] }>(text, values);
  if (!user) return null;
  return { ...user, projects: user.projects.map(([id, organizationId]) => ({ id: Number(id), organizationId })) };
}

/** The users with one of these ids or UUIDs whom the actor may see. */
export async function findVisibleUsers(
  { db }: Deps,
  actor: Actor,
  { ids, uuids }: { ids: readonly number[]; uuids: readonly string[] },
): Promise<User[]> {
  const { values, push } = parameters();
  const isWanted = `(u.id = ANY(${push(ids)}::int[]) OR u.uuid = ANY(${push(uuids)}::uuid[]))`;
  const text = `SELECT u.id FROM users u WHERE ${isWanted} AND ${visibleUser(actor, push)}`;
  const rows = await db.sql.query<{ id: number }>(text, values);
  return db.prisma.user.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
}
