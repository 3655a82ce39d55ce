import { type Actor, hasScope, isOperator } from './actor.ts';
import type { Deps } from './deps.ts';
import { PermissionError } from './errors.ts';
import type { SeenUser } from './user-access.ts';

/** The only projects and organizations that a credential is for; an empty list is no limit. */
export interface CredentialLimits {
  projectIds: readonly number[];
  organizationIds: readonly string[];
}

/**
 * Limits a credential that a caller makes for another user: it must not open what the user joins later and the caller does not open, since the caller has its
 * secret. It is for the organizations that the user belongs to now; where the caller does not open all of their projects, for the projects that the user has now.
 * A caller's own credentials, and those that the operators of the installation make, need no such limit.
 *
 * @param wanted what was asked for, within the caller's reach
 * @throws PermissionError for a user without projects in an organization that the caller opens in part
 */
export async function confineCredential(deps: Deps, actor: Actor, user: SeenUser, wanted: CredentialLimits): Promise<CredentialLimits> {
  const isUnconfined = user.id === actor.userId || isOperator(actor) || hasScope(actor, 'installation');
  if (isUnconfined || wanted.projectIds.length > 0) return wanted;
  const organizationIds = wanted.organizationIds.length > 0 ? wanted.organizationIds : organizationsNow(user);
  if (await opensAll(deps, actor, organizationIds)) return { projectIds: [], organizationIds };
  const projects = user.projects.filter(({ organizationId }) => organizationIds.includes(organizationId));
  if (projects.length > 0) return { projectIds: projects.map(({ id }) => id), organizationIds: wanted.organizationIds };
  const message = 'Your key or token does not open all projects of the organization, so it cannot make one for a user without projects.';
  throw new PermissionError('KEY_LIMITED', message);
}

function organizationsNow({ projects, organizationId }: SeenUser): string[] {
  const ids = projects.map((project) => project.organizationId);
  return [...new Set(ids.length > 0 ? ids : organizationId === null ? [] : [organizationId])];
}

async function opensAll({ db }: Deps, { projectIds }: Actor, organizationIds: readonly string[]): Promise<boolean> {
  if (organizationIds.length === 0) return false;
  const where = { organizationId: { in: [...organizationIds] }, id: { notIn: [...projectIds] } };
  return (await db.prisma.project.count({ where })) === 0;
}
