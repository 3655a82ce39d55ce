import { randomBytes } from 'node:crypto';
import type { Prisma, Project as ProjectRow } from '../generated/prisma/client.ts';
import { requireScope } from './access.ts';
import type { Actor } from './actor.ts';
import { type AuditAction, recordAudit } from './audit-log.ts';
import type { Deps } from './deps.ts';
import { notFound, PermissionError } from './errors.ts';
import { INPUT_LIMITS } from './input-limits.ts';
import { findOwnOrganization, requireEveryOrganization, requireWholeOrganization } from './organization.ts';
import { requiredText } from './required-text.ts';

export type Project = Omit<ProjectRow, 'createdAt'>;

/** A public token; 43 random characters, as those of PostHog. */
export function newProjectToken(): string {
  return `phc_${randomBytes(32).toString('base64url').slice(0, 43)}`;
}

export interface CreateProject {
  name: string;
  aiDataProcessingApproved?: boolean | null | undefined;
  /** Absent: that of the caller's current project, or of the first that the credential opens; a new one of the same name when it opens none. */
  organizationId?: string | null | undefined;
}

/**
 * Creates a project, with its creator as the first member, in an organization that the creator may change, since afterwards nobody else opens all of its
 * projects. Scope `*`, with a credential that is not for some projects alone.
 *
 * @throws NotFoundError for an organization that is not there for the caller, or has projects that the credential does not open; PermissionError,
 *   ValidationError
 */
export async function createProject(deps: Deps, actor: Actor, input: CreateProject): Promise<Project> {
  requireScope(actor, '*');
  const name = requiredText('name', input.name, INPUT_LIMITS.projectName);
  if (actor.scopedProjectIds.length > 0) {
    throw new PermissionError('KEY_LIMITED', 'A key or token for some projects alone cannot make another one, which it would not open.');
  }
  const chosen = input.organizationId ?? (await findOwnOrganization(deps, actor));
  if (chosen === null) requireEveryOrganization(actor);
  const organization = chosen === null ? null : await requireWholeOrganization(deps, actor, chosen);
  const data = {
    name,
    token: newProjectToken(),
    aiDataProcessingApproved: input.aiDataProcessingApproved ?? false,
    organization: organization ? { connect: { id: organization.id } } : { create: { name } },
    memberships: { create: { userId: actor.userId } },
  };
  return deps.db.prisma.$transaction(async (tx) => {
    const project = await tx.project.create({ data });
    await record(tx, actor, 'PROJECT_CREATED', project);
    return project;
  });
}

/**
 * Changes a project's name, consent or token; the old token stops working at once. Scope `*`. Absent and null keep.
 *
 * @throws NotFoundError, PermissionError, ValidationError
 */
export async function updateProject(
  deps: Deps,
  actor: Actor,
  input: {
    id: number;
    name?: string | null | undefined;
    aiDataProcessingApproved?: boolean | null | undefined;
    rotateToken?: boolean | null | undefined;
  },
): Promise<Project> {
  if (!actor.projectIds.includes(input.id)) throw notFound(`project ${input.id}`, 'Project not found.');
  requireScope(actor, '*');
  const data = {
    ...(input.name != null && { name: requiredText('name', input.name, INPUT_LIMITS.projectName) }),
    ...(input.aiDataProcessingApproved != null && { aiDataProcessingApproved: input.aiDataProcessingApproved }),
    ...(input.rotateToken && { token: newProjectToken() }),
  };
  return deps.db.prisma.$transaction(async (tx) => {
    const project = await tx.project.update({ where: { id: input.id }, data });
    await record(tx, actor, input.rotateToken ? 'PROJECT_TOKEN_ROTATED' : 'PROJECT_UPDATED', project);
    return project;
  });
}

async function record(tx: Prisma.TransactionClient, actor: Actor, action: AuditAction, project: ProjectRow): Promise<void> {
  await recordAudit(tx, actor, { action, subject: project, projectId: project.id, organizationIds: [project.organizationId] });
}
