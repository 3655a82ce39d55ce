import type { Prisma } from '../generated/prisma/client.ts';
import { type Actor, isOperator } from './actor.ts';
import type { SeenUser } from './user-access.ts';

/** The administrative changes that are logged, with what they are about. */
export const AUDIT_ACTIONS = {
  ORGANIZATION_CREATED: 'Organization',
  ORGANIZATION_UPDATED: 'Organization',
  PROJECT_CREATED: 'Project',
  PROJECT_UPDATED: 'Project',
  PROJECT_TOKEN_ROTATED: 'Project',
  USER_CREATED: 'User',
  USER_DEACTIVATED: 'User',
  MEMBER_ADDED: 'User',
  MEMBER_REMOVED: 'User',
  PERSONAL_API_KEY_CREATED: 'PersonalApiKey',
  PERSONAL_API_KEY_REVOKED: 'PersonalApiKey',
  ACCESS_TOKEN_CREATED: 'AccessToken',
  ACCESS_TOKEN_REVOKED: 'AccessToken',
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

export interface AuditedChange {
  action: AuditAction;
  /** The id and, for people, the name of what was changed. */
  subject: { id: string | number; name: string };
  projectId?: number | undefined;
  /** The organizations that the change concerns; each gets an entry. */
  organizationIds: readonly string[];
}

/** Logs an administrative change, in the transaction that makes it. */
export async function recordAudit(tx: Prisma.TransactionClient, actor: Actor, change: AuditedChange): Promise<void> {
  const { action, subject, projectId, organizationIds } = change;
  const entry = {
    action,
    actorId: isOperator(actor) ? null : actor.userId,
    credentialId: isOperator(actor) ? null : actor.keyId,
    actorName: actor.userName,
    subjectId: String(subject.id),
    subjectName: subject.name,
    projectId: projectId ?? null,
  };
  await tx.auditEntry.createMany({ data: [...new Set(organizationIds)].map((organizationId) => ({ organizationId, ...entry })) });
}

/** The organizations that a change of a user, or of the user's access to some projects, concerns: those of the projects, or else the one the user belongs to. */
export function organizationsOf({ projects, organizationId }: SeenUser, projectIds: readonly number[] = []): string[] {
  const concerned = projects.filter(({ id }) => projectIds.length === 0 || projectIds.includes(id));
  if (concerned.length > 0) return concerned.map((project) => project.organizationId);
  return organizationId === null ? [] : [organizationId];
}
