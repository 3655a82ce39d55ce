import type { User as UserRow } from '../generated/prisma/client.ts';
import type { Deps } from './deps.ts';

export type User = Omit<UserRow, 'createdAt' | 'currentProjectId' | 'organizationId'> & { createdAt: Date | string };

export const USER_ROLES = ['engineering', 'data', 'product', 'founder', 'leadership', 'marketing', 'sales', 'other'] as const;

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
  isActive: 'is_active',
  createdAt: 'created_at',
};

/** Users by id, past any check: for the authors of rows that the caller may see. */
export function findUsersById(deps: Deps, ids: number[]): Promise<User[]> {
  return deps.db.prisma.user.findMany({ where: { id: { in: ids } } });
}
