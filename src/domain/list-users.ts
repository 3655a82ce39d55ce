import { requireProject, requireScope } from './access.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { type CountablePage, findPage } from './find-page.ts';
import type { PageArgs } from './keyset.ts';
import { findUsersById, type User } from './user.ts';
import { visibleUser } from './user-access.ts';

/**
 * The users whom the caller may see, in the order of their ids: the members of the projects that the credential opens, and users without projects who belong to
 * the organizations of these. Scope `*`.
 *
 * @throws PermissionError; ValidationError for page sizes and cursors
 */
export async function listUsers(deps: Deps, actor: Actor, args: PageArgs): Promise<CountablePage<User>> {
  requireScope(actor, '*');
  const order = [{ sql: 'u.id', type: 'int', direction: 'ASC' }] as const;
  const listing = { from: 'users u', id: 'u.id', where: (push: (value: unknown) => string) => visibleUser(actor, push), order };
  return findPage(deps.db.sql, listing, args, (ids: number[]) => findUsersById(deps, ids));
}

/** A member of a project, with when the user joined. */
export type Member = User & { joinedAt: Date };

/**
 * The members of a project, in the order of joining, deactivated ones included. Scope `*`.
 *
 * @throws NotFoundError, PermissionError; ValidationError for page sizes and cursors
 */
export async function listMembers(deps: Deps, actor: Actor, projectId: number, args: PageArgs): Promise<CountablePage<Member>> {
  requireProject(actor, projectId, '*');
  const order = [
    { sql: 'm.created_at', type: 'timestamptz', direction: 'ASC' },
    { sql: 'm.user_id', type: 'int', direction: 'ASC' },
  ] as const;
  const listing = {
    from: 'memberships m',
    id: 'm.user_id',
    where: (push: (value: unknown) => string) => `m.project_id = ${push(projectId)}`,
    order,
  };
  return findPage(deps.db.sql, listing, args, async (ids: number[]) => {
    const found = await deps.db.prisma.membership.findMany({ where: { projectId, userId: { in: ids } }, include: { user: true } });
    return found.map(({ user, createdAt }) => ({ ...user, joinedAt: createdAt }));
  });
}
