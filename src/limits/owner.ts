import type { Actor } from '../domain/actor.ts';
import type { Owner } from './fair-share.ts';

/** All callers without a credential share what one key may use. */
export const NO_OWNER: Owner = { keyId: null, userId: null, projectId: null };

type Credential = Pick<Actor, 'keyId' | 'userId' | 'projectIds' | 'scopedProjectIds' | 'currentProjectId'>;

/**
 * Who is charged for a connection, which may be used for any project of its credential: the project that the credential is limited to, otherwise the current
 * project of its user. A token is charged to the user and the project for whom it was created.
 */
export function ownerOf(actor: Credential | null): Owner {
  if (!actor) return NO_OWNER;
  const { keyId, userId, projectIds, scopedProjectIds, currentProjectId } = actor;
  const isOpen = (id: number | null | undefined): id is number => id != null && projectIds.includes(id);
  const projectId = [...scopedProjectIds, currentProjectId, projectIds[0]].find(isOpen) ?? null;
  return { keyId, userId, projectId };
}
