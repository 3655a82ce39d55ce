import type { Actor } from '../domain/actor.ts';

/** What an announcement of changed access is about; null where it does not say. The triggers that announce it stand in prisma/migrations. */
export type AccessChange = { keyId: string } | { userId: number } | { projectId: number } | { organizationId: string } | null;

/** Whoever may connect to the database may write to the channel: what is not understood counts as a change of everything. */
export function parseAccessChange(payload: string): AccessChange {
  try {
    const change = JSON.parse(payload);
    const isText = typeof change?.keyId === 'string' || typeof change?.organizationId === 'string';
    return isText || Number.isInteger(change?.userId) || Number.isInteger(change?.projectId) ? change : null;
  } catch {
    return null;
  }
}

/** Whether what the actor may do can be different after the change. */
export function concerns(change: AccessChange, actor: Actor): boolean {
  // Which projects are an organization's is not known here, and it hardly ever changes.
  if (!change || 'organizationId' in change) return true;
  if ('keyId' in change) return change.keyId === actor.keyId;
  if ('userId' in change) return change.userId === actor.userId;
  return actor.projectIds.includes(change.projectId);
}
