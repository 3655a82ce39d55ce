import { requireScope } from './access.ts';
import type { Actor } from './actor.ts';
import { organizationsOf, recordAudit } from './audit-log.ts';
import { NOT_ADMINISTERED } from './deactivate-user.ts';
import type { Deps } from './deps.ts';
import { NotFoundError } from './errors.ts';
import { requireUser } from './user-access.ts';

/**
 * Makes a deactivated user active again, a member of the same projects. The keys and tokens that the deactivation revoked stay revoked. Nothing changes for an
 * active user. Scope `*`, for a user whom the caller administers.
 *
 * @throws NotFoundError, PermissionError
 */
export async function reactivateUser({ db }: Deps, actor: Actor, userId: number): Promise<void> {
  requireScope(actor, '*');
  const user = await requireUser(db.sql, actor, userId);
  if (!user.isAdministered) throw new NotFoundError(NOT_ADMINISTERED);
  await db.prisma.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: userId, isActive: false }, data: { isActive: true } });
    if (count === 0) return;
    const subject = { id: userId, name: user.email };
    await recordAudit(tx, actor, { action: 'USER_REACTIVATED', subject, organizationIds: organizationsOf(user) });
  });
}
