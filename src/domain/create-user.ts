import { randomBytes } from 'node:crypto';
import { isUniqueViolation } from '../db/pg-errors.ts';
import { requireScope } from './access.ts';
import type { Actor } from './actor.ts';
import { recordAudit } from './audit-log.ts';
import type { Deps } from './deps.ts';
import { notFound, ValidationError } from './errors.ts';
import { INPUT_LIMITS } from './input-limits.ts';
import { requireOrganizations, requireOwnOrganization } from './organization.ts';
import { requiredText } from './required-text.ts';
import type { User } from './user.ts';

const EMAIL = /^[^\s@]+@[^\s@]+$/;

export interface CreateUser {
  email: string;
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  projectIds: readonly number[];
  /** Absent: that of the first project, or else that of the caller's current project. */
  organizationId?: string | null | undefined;
}

/**
 * Creates a user as a member of projects that the caller can open. Without projects, the user belongs to the organization. Scope `*`.
 *
 * @throws NotFoundError for a project that the caller cannot open, and for an organization that it cannot see; PermissionError; ValidationError, also for an
 *   address that another user of the organization has
 */
export async function createUser(deps: Deps, actor: Actor, input: CreateUser): Promise<User> {
  requireScope(actor, '*');
  const unknown = input.projectIds.find((id) => !actor.projectIds.includes(id));
  if (unknown !== undefined) throw notFound(`project ${unknown}`, 'Project not found.');
  const email = requiredText('email', input.email, INPUT_LIMITS.email);
  if (!EMAIL.test(email)) throw new ValidationError([{ path: 'email', code: 'invalid_input', message: 'Enter a valid email address.' }]);
  const projectIds = [...new Set(input.projectIds)];
  const organizationId = await chooseOrganization(deps, actor, input);
  const data = {
    email,
    organizationId,
    firstName: input.firstName ? requiredText('firstName', input.firstName, INPUT_LIMITS.personName) : '',
    lastName: input.lastName ? requiredText('lastName', input.lastName, INPUT_LIMITS.personName) : '',
    distinctId: randomBytes(24).toString('base64url'),
    currentProjectId: projectIds[0] ?? null,
    memberships: { create: projectIds.map((projectId) => ({ projectId })) },
  };
  const creating = deps.db.prisma.$transaction(async (tx) => {
    const user = await tx.user.create({ data });
    const organizations = await tx.project.findMany({ where: { id: { in: projectIds } }, select: { organizationId: true } });
    const organizationIds = [organizationId, ...organizations.map((project) => project.organizationId)];
    await recordAudit(tx, actor, { action: 'USER_CREATED', subject: { id: user.id, name: email }, organizationIds });
    return user;
  });
  return creating.catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    throw new ValidationError([
      { path: 'email', code: 'unique', message: 'There is already a user with this email address in the organization.' },
    ]);
  });
}

async function chooseOrganization(deps: Deps, actor: Actor, { organizationId, projectIds }: CreateUser): Promise<string> {
  if (organizationId) return (await requireOrganizations(deps, actor, [organizationId]))[0] as string;
  if (projectIds[0] === undefined) return requireOwnOrganization(deps, actor);
  return (await deps.db.prisma.project.findUniqueOrThrow({ where: { id: projectIds[0] } })).organizationId;
}
