import { requireScope } from './access.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { type FieldCode, ValidationError } from './errors.ts';
import { INPUT_LIMITS } from './input-limits.ts';
import { requiredText } from './required-text.ts';
import { USER_ROLES } from './user.ts';

export interface UpdateViewer {
  currentProjectId?: number | null | undefined;
  firstName?: string | null | undefined;
  lastName?: string | null | undefined;
  roleAtOrganization?: string | null | undefined;
}

/**
 * Changes the caller's own user. The current project is what `@current` names in REST paths, for every credential of the user. Absent and null keep. Scope
 * `user:write`.
 *
 * @returns the user's id
 * @throws PermissionError; ValidationError, also for a project that the credential does not open
 */
export async function updateViewer(deps: Deps, actor: Actor, input: UpdateViewer): Promise<number> {
  requireScope(actor, 'user:write');
  const { currentProjectId, firstName, lastName, roleAtOrganization } = input;
  if (currentProjectId != null && !actor.projectIds.includes(currentProjectId)) {
    throw refusal('currentProjectId', 'does_not_exist', `Object with id=${currentProjectId} does not exist.`);
  }
  if (roleAtOrganization && !(USER_ROLES as readonly string[]).includes(roleAtOrganization)) {
    throw refusal('roleAtOrganization', 'invalid_choice', `"${roleAtOrganization}" is not a valid choice.`);
  }
  const data = {
    ...(firstName != null && { firstName: nameOf('firstName', firstName) }),
    ...(lastName != null && { lastName: nameOf('lastName', lastName) }),
    ...(currentProjectId != null && { currentProjectId }),
    ...(roleAtOrganization != null && { roleAtOrganization }),
  };
  if (Object.keys(data).length > 0) await deps.db.prisma.user.update({ where: { id: actor.userId }, data });
  return actor.userId;
}

/** A name may be empty. */
function nameOf(path: string, name: string): string {
  return name.trim() === '' ? '' : requiredText(path, name, INPUT_LIMITS.personName);
}

function refusal(path: string, code: FieldCode, message: string): ValidationError {
  return new ValidationError([{ path, code, message }]);
}
