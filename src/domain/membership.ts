import type { Prisma } from '../generated/prisma/client.ts';
import { requireProject } from './access.ts';
import type { Actor } from './actor.ts';
import { recordAudit } from './audit-log.ts';
import type { Deps } from './deps.ts';
import { NotFoundError, ValidationError } from './errors.ts';
import { requireUser, type SeenUser } from './user-access.ts';

export interface MembershipInput {
  projectId: number;
  userId: number;
}

/**
 * Makes a user whom the caller may see a member of a project that the caller opens. The user's keys without a list of projects open it from then on. Changes
 * nothing for a member. Scope `*`.
 *
 * @throws NotFoundError, PermissionError; ValidationError for a deactivated user
 */
export async function addMember(deps: Deps, actor: Actor, { projectId, userId }: MembershipInput): Promise<void> {
  requireProject(actor, projectId, '*');
  const user = await requireUser(deps.db.sql, actor, userId);
  if (!user.isActive) throw refusal('The user is deactivated.');
  await deps.db.prisma.$transaction(async (tx) => {
    const { count } = await tx.membership.createMany({ data: [{ userId, projectId }], skipDuplicates: true });
    if (count > 0) await record(tx, actor, 'MEMBER_ADDED', projectId, user);
  });
}

/**
 * Ends a user's membership of a project: the user's keys, tokens and subscriptions there end within a second, on every node. The last active member stays, since
 * no one could open the project otherwise. Scope `*`.
 *
 * @throws NotFoundError also for a user who is no member; PermissionError, ValidationError
 */
export async function removeMember(deps: Deps, actor: Actor, { projectId, userId }: MembershipInput): Promise<void> {
  requireProject(actor, projectId, '*');
  const user = await requireUser(deps.db.sql, actor, userId);
  await deps.db.prisma.$transaction(async (tx) => {
    // Of two members who remove each other at once, one stays.
    await tx.$queryRaw`SELECT id FROM projects WHERE id = ${projectId} FOR NO KEY UPDATE`;
    const { count } = await tx.membership.deleteMany({ where: { userId, projectId } });
    if (count === 0) throw new NotFoundError('The user is not a member of the project.');
    if ((await tx.membership.count({ where: { projectId, user: { isActive: true } } })) === 0) {
      throw refusal('The last active member of a project cannot be removed. Add another member first.');
    }
    await tx.user.updateMany({ where: { id: userId, currentProjectId: projectId }, data: { currentProjectId: null } });
    await record(tx, actor, 'MEMBER_REMOVED', projectId, user);
  });
}

async function record(
  tx: Prisma.TransactionClient,
  actor: Actor,
  action: 'MEMBER_ADDED' | 'MEMBER_REMOVED',
  projectId: number,
  { id, email }: SeenUser,
): Promise<void> {
  const { organizationId } = await tx.project.findUniqueOrThrow({ where: { id: projectId } });
  await recordAudit(tx, actor, { action, subject: { id, name: email }, projectId, organizationIds: [organizationId] });
}

function refusal(message: string): ValidationError {
  return new ValidationError([{ path: 'userId', code: 'invalid_input', message }]);
}
