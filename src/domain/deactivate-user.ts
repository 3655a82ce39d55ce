import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { requireScope } from './access.ts';
import { type Actor, isOperator } from './actor.ts';
import { organizationsOf, recordAudit } from './audit-log.ts';
import { covers } from './credential-reach.ts';
import type { Deps } from './deps.ts';
import { notFound, PermissionError, UnauthenticatedError, ValidationError } from './errors.ts';
import { requireUser } from './user-access.ts';

/**
 * Deactivates a user whom the caller administers, and revokes all of the user's keys and tokens: within a second they open nothing, their subscriptions end and
 * their WebSockets are closed, on every node. What the user has made stays. The caller's credential must be able to do all that these can. Deactivating again
 * changes nothing. Scope `*`.
 *
 * @returns the keys and tokens that were revoked
 * @throws NotFoundError, PermissionError; ValidationError for the caller's own user
 */
export async function deactivateUser(deps: Deps, actor: Actor, userId: number): Promise<PersonalApiKey[]> {
  requireScope(actor, '*');
  const { db, clock } = deps;
  const user = await requireUser(db.sql, actor, userId);
  if (userId === actor.userId && !isOperator(actor)) {
    throw new ValidationError([{ path: 'userId', code: 'invalid_input', message: 'You cannot deactivate yourself.' }]);
  }
  if (!user.isAdministered) throw notFound(`user ${userId}`, 'User not found, or this key does not open all of the user’s projects.');
  const good = { userId, revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: clock() } }] };
  if (!(await covers(db.sql, actor, await db.prisma.personalApiKey.findMany({ where: good })))) {
    throw new PermissionError('KEY_LIMITED', 'The user has keys or tokens that may do more than your own. Use one that may do as much.');
  }
  return db.prisma.$transaction(async (tx) => {
    // Of two users who deactivate each other at once, one stays active.
    const active = await tx.$queryRaw<{ id: number }[]>`
      SELECT id FROM users WHERE id IN (${actor.userId}, ${userId}) AND is_active ORDER BY id FOR NO KEY UPDATE`;
    if (!active.some(({ id }) => id === actor.userId) && !isOperator(actor))
      throw new UnauthenticatedError('Your user has been deactivated.');
    if (!active.some(({ id }) => id === userId)) return [];
    await tx.user.update({ where: { id: userId }, data: { isActive: false } });
    const revoked = await tx.personalApiKey.updateManyAndReturn({ where: { userId, revokedAt: null }, data: { revokedAt: clock() } });
    const subject = { id: userId, name: user.email };
    await recordAudit(tx, actor, { action: 'USER_DEACTIVATED', subject, organizationIds: organizationsOf(user) });
    return revoked;
  });
}
