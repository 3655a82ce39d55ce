import { randomBytes } from 'node:crypto';
import { isUniqueViolation } from '../db/pg-errors.ts';
import type { User as UserRow } from '../generated/prisma/client.ts';
import { requireScope } from './access.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { NotFoundError, ValidationError } from './errors.ts';
import { INPUT_LIMITS } from './input-limits.ts';
import { requiredText } from './required-text.ts';

export type User = Omit<UserRow, 'createdAt' | 'currentProjectId' | 'isActive'>;

/** The column of each field that is shown of a user. */
export const USER_COLUMNS = {
  id: 'id',
  uuid: 'uuid',
  email: 'email',
  firstName: 'first_name',
  lastName: 'last_name',
  distinctId: 'distinct_id',
  isEmailVerified: 'is_email_verified',
  hedgehogConfig: 'hedgehog_config',
  roleAtOrganization: 'role_at_organization',
};

const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** Users by id, past any check: for the authors of rows that the caller may see. */
export function findUsersById(deps: Deps, ids: number[]): Promise<User[]> {
  return deps.db.prisma.user.findMany({ where: { id: { in: ids } } });
}

export interface CreateUser {
  email: string;
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  projectIds: readonly number[];
}

/**
 * Creates a user as a member of projects that the caller can open. Scope `*`.
 *
 * @throws NotFoundError for a project that the caller cannot open; PermissionError; ValidationError, also for an address that is taken
 */
export async function createUser(deps: Deps, actor: Actor, input: CreateUser): Promise<User> {
  requireScope(actor, '*');
  if (!input.projectIds.every((id) => actor.projectIds.includes(id))) throw new NotFoundError('Project not found.');
  const email = requiredText('email', input.email, INPUT_LIMITS.email);
  if (!EMAIL.test(email)) throw new ValidationError([{ path: 'email', code: 'invalid_input', message: 'Enter a valid email address.' }]);
  const projectIds = [...new Set(input.projectIds)];
  const data = {
    email,
    firstName: input.firstName ? requiredText('firstName', input.firstName, INPUT_LIMITS.personName) : '',
    lastName: input.lastName ? requiredText('lastName', input.lastName, INPUT_LIMITS.personName) : '',
    distinctId: randomBytes(24).toString('base64url'),
    currentProjectId: projectIds[0] ?? null,
    memberships: { create: projectIds.map((projectId) => ({ projectId })) },
  };
  return deps.db.prisma.user.create({ data }).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
    throw new ValidationError([{ path: 'email', code: 'unique', message: 'There is already a user with this email address.' }]);
  });
}
