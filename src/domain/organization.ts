import type { Organization as OrganizationRow } from '../generated/prisma/client.ts';
import { requireScope } from './access.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { NotFoundError, PermissionError } from './errors.ts';
import { INPUT_LIMITS } from './input-limits.ts';
import { requiredText } from './required-text.ts';
import { UUID } from './uuid.ts';

export type Organization = Omit<OrganizationRow, 'createdAt'>;

interface WithProjects extends Organization {
  projects: { id: number }[];
}

/**
 * The organizations among these ids that are there for the caller: those of projects that the credential opens, and those without any project, which are
 * closed to personal keys where their projects would be.
 */
export async function findOrganizations(deps: Deps, actor: Actor, ids: readonly string[]): Promise<WithProjects[]> {
  const asked = ids.map((id) => id.toLowerCase()).filter((id) => UUID.test(id) && isFor(actor, id));
  const found = await deps.db.prisma.organization.findMany({
    where: { id: { in: asked } },
    include: { projects: { select: { id: true } } },
  });
  return found.filter((organization) => isOpen(actor, organization));
}

function isOpen({ kind, projectIds }: Actor, { membersCanUsePersonalApiKeys, projects }: WithProjects): boolean {
  if (kind === 'personal_key' && !membersCanUsePersonalApiKeys) return false;
  return projects.length === 0 || projects.some(({ id }) => projectIds.includes(id));
}

function isFor({ scopedOrganizationIds }: Actor, id: string): boolean {
  return scopedOrganizationIds.length === 0 || scopedOrganizationIds.includes(id);
}

/**
 * @returns the ids as they are stored, each once
 * @throws NotFoundError when one of the organizations is not there for the caller
 */
export async function requireOrganizations(deps: Deps, actor: Actor, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const found = wanted.length > 0 ? await findOrganizations(deps, actor, wanted) : [];
  if (found.length < wanted.length) throw new NotFoundError('Organization not found.');
  return wanted;
}

/**
 * An organization that the caller may change or add projects to: either concerns all of its projects, so the caller's credential must open each.
 *
 * @throws NotFoundError
 */
export async function requireWholeOrganization(deps: Deps, actor: Actor, id: string): Promise<Organization> {
  const [organization] = await findOrganizations(deps, actor, [id]);
  if (!organization?.projects.every((project) => actor.projectIds.includes(project.id))) {
    throw new NotFoundError(`Organization not found, or this key does not open all of its projects: ${id}.`);
  }
  return organization;
}

/** @throws PermissionError for a credential that is for some organizations alone, and would not open a new one */
export function requireEveryOrganization({ scopedOrganizationIds }: Actor): void {
  if (scopedOrganizationIds.length > 0) {
    throw new PermissionError(
      'KEY_LIMITED',
      'A key or token for some organizations alone cannot make another one, which it would not open.',
    );
  }
}

export interface CreateOrganization {
  name: string;
  /** True when absent. */
  membersCanUsePersonalApiKeys?: boolean | null | undefined;
}

/**
 * Creates an organization without projects. Scope `*`, with a credential that is not for some organizations alone.
 *
 * @throws PermissionError, ValidationError
 */
export async function createOrganization(deps: Deps, actor: Actor, input: CreateOrganization): Promise<Organization> {
  requireScope(actor, '*');
  requireEveryOrganization(actor);
  return deps.db.prisma.organization.create({
    data: {
      name: requiredText('name', input.name, INPUT_LIMITS.organizationName),
      membersCanUsePersonalApiKeys: input.membersCanUsePersonalApiKeys ?? true,
    },
  });
}

export interface UpdateOrganization {
  id: string;
  name?: string | null | undefined;
  membersCanUsePersonalApiKeys?: boolean | null | undefined;
}

/**
 * Changes an organization's name, or whether personal API keys open its projects: if not, their subscriptions there end within a second, on every node.
 * Scope `*`, with a credential that opens all of its projects. Absent and null keep.
 *
 * @throws NotFoundError, PermissionError, ValidationError
 */
export async function updateOrganization(deps: Deps, actor: Actor, input: UpdateOrganization): Promise<Organization> {
  requireScope(actor, '*');
  const { id } = await requireWholeOrganization(deps, actor, input.id);
  return deps.db.prisma.organization.update({
    where: { id },
    data: {
      ...(input.name != null && { name: requiredText('name', input.name, INPUT_LIMITS.organizationName) }),
      ...(input.membersCanUsePersonalApiKeys != null && { membersCanUsePersonalApiKeys: input.membersCanUsePersonalApiKeys }),
    },
  });
}
