import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { type Actor, hasScope } from './actor.ts';
import { covers } from './credential-reach.ts';
import type { Deps } from './deps.ts';
import { NotFoundError, PermissionError } from './errors.ts';
import { requireUser } from './user-access.ts';
import { UUID } from './uuid.ts';

/**
 * Revokes a key: one's own, or with scope `*` that of a user whom the caller administers. The caller's credential must be able to do all that the key can, unless
 * it is the key itself. The key's subscriptions end and its WebSockets are closed within a second, on every node; keys and tokens that were made with it stay.
 * Revoking again changes nothing.
 *
 * @throws NotFoundError, PermissionError
 */
export function revokeApiKey(deps: Deps, actor: Actor, id: string): Promise<PersonalApiKey> {
  return revoke(deps, actor, { isAccessToken: false }, id);
}

/**
 * The same for an access token.
 *
 * @throws NotFoundError, PermissionError
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
  const { prisma } = deps.db;
  const credential = await prisma.personalApiKey.findUnique({ where: { id, ...kind } });
  if (!credential) throw new NotFoundError();
  await requireRevocable(deps, actor, credential);
  if (credential.revokedAt) return credential;
  return prisma.personalApiKey.update({ where: { id }, data: { revokedAt: deps.clock() } });
}

async function requireRevocable({ db }: Deps, actor: Actor, credential: PersonalApiKey): Promise<void> {
  if (credential.id === actor.keyId) return;
  if (credential.userId !== actor.userId) {
    const user = hasScope(actor, '*') ? await requireUser(db.sql, actor, credential.userId) : null;
    if (!user?.isAdministered) throw new NotFoundError();
  }
  if (await covers(db.sql, actor, [credential])) return;
  throw new PermissionError('KEY_LIMITED', 'Your own key or token may do less than this one. Revoke it with one that may do as much.');
}
