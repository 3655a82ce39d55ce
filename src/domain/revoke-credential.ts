import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { type Actor, hasScope } from './actor.ts';
import { organizationsOf, recordAudit } from './audit-log.ts';
import { nameCredential } from './credential.ts';
import { covers } from './credential-reach.ts';
import type { Deps } from './deps.ts';
import { NotFoundError, notFound, PermissionError } from './errors.ts';
import { findUser, type SeenUser } from './user-access.ts';
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
  const missing = notFound(`${kind.isAccessToken ? 'access token' : 'personal API key'} ${id}`);
  const { prisma } = deps.db;
  const credential = await prisma.personalApiKey.findUnique({ where: { id, ...kind } });
  if (!credential) throw missing;
  const user = await requireRevocable(deps, actor, credential);
  if (!user) throw missing;
  return prisma.$transaction(async (tx) => {
    const { count } = await tx.personalApiKey.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: deps.clock() } });
    if (count > 0) {
      await recordAudit(tx, actor, {
        action: kind.isAccessToken ? 'ACCESS_TOKEN_REVOKED' : 'PERSONAL_API_KEY_REVOKED',
        subject: { id, name: nameCredential(credential, user) },
        organizationIds: organizationsOf(user, credential.scopedProjectIds),
      });
    }
    return tx.personalApiKey.findUniqueOrThrow({ where: { id } });
  });
}

/** @returns the user of the credential; null: the caller must not learn that it exists */
async function requireRevocable({ db }: Deps, actor: Actor, credential: PersonalApiKey): Promise<SeenUser | null> {
  const isOwn = credential.userId === actor.userId;
  if (!isOwn && !hasScope(actor, '*')) return null;
  const user = await findUser(db.sql, actor, credential.userId);
  if (!user || (!isOwn && !user.isAdministered)) return null;
  if (credential.id === actor.keyId || (await covers(db.sql, actor, [credential]))) return user;
  throw new PermissionError('KEY_LIMITED', 'Your own key or token may do less than this one. Revoke it with one that may do as much.');
}
