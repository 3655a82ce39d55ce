import type { PersonalApiKey } from '../generated/prisma/client.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { NotFoundError } from './errors.ts';
import { UUID } from './uuid.ts';

/**
 * Revokes a key: one's own with any credential, another's with scope `*`. Its subscriptions end and its WebSockets are closed within a second, on every
 * node; keys and tokens that were made with it stay. Revoking again changes nothing.
 *
 * @throws NotFoundError
 */
export function revokeApiKey(deps: Deps, actor: Actor, id: string): Promise<PersonalApiKey> {
  return revoke(deps, actor, { isAccessToken: false }, id);
}

/**
 * The same for an access token.
 *
 * @throws NotFoundError
 */
export function revokeAccessToken(deps: Deps, actor: Actor, id: string): Promise<PersonalApiKey> {
  return revoke(deps, actor, { isAccessToken: true, previewTourId: null }, id);
}

async function revoke(
  deps: Deps,
  actor: Actor,
  kind: { isAccessToken: boolean; previewTourId?: null },
  id: string,
): Promise<PersonalApiKey> {
  if (!UUID.test(id)) throw new NotFoundError();
  const credential = await deps.db.prisma.personalApiKey.findUnique({
    where: { id, ...kind },
    include: { user: { include: { memberships: true } } },
  });
  if (!credential || !mayRevoke(actor, credential.userId, credential.user.memberships)) throw new NotFoundError();
  if (credential.revokedAt) return credential;
  return deps.db.prisma.personalApiKey.update({ where: { id }, data: { revokedAt: deps.clock() } });
}

function mayRevoke(actor: Actor, userId: number, memberships: { projectId: number }[]): boolean {
  if (userId === actor.userId) return true;
  return actor.scopes.includes('*') && memberships.every(({ projectId }) => actor.projectIds.includes(projectId));
}
