import type { Organization as OrganizationRow } from '../generated/prisma/client.ts';
import { requireScope } from './access.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { NotFoundError } from './errors.ts';
import { requiredText } from './required-text.ts';
import { UUID } from './uuid.ts';

export type Organization = Omit<OrganizationRow, 'createdAt'>;

interface WithProjects extends Organization {
  projects: { id: number }[];
}

/** The organizations among these ids that are there for the caller: those of projects that the credential opens, and those without any project. */
export async function findOrganizations(deps: Deps, actor: Actor, ids: readonly string[]): Promise<WithProjects[]> {
  const asked = ids.map((id) => id.toLowerCase()).filter((id) => UUID.test(id) && isFor(actor, id));
  const found = await deps.db.prisma.organization.findMany({
    where: { id: { in: asked } },
    include: { projects: { select: { id: true } } },
  });
  return found.filter(({ projects }) => projects.length === 0 || projects.some(({ id }) => actor.projectIds.includes(id)));
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

export interface CreateOrganization {
  name: string;
  /** True when absent. */
  membersCanUsePersonalApiKeys?: boolean | null | undefined;
}

/**
 * Creates an organization without projects. Scope `*`.
 *
 * @throws PermissionError, ValidationError
 */
export async function createOrganization(deps: Deps, actor: Actor, input: CreateOrganization): Promise<Organization> {
  requireScope(actor, '*');
  return deps.db.prisma.organization.create({
    data: {
      name: requiredText('name', input.name, 64),
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
 * Changes an organization's name, or whether personal API keys open its projects: if not, their subscriptions there end within a second, on every node. It
 * concerns all of its projects, so the caller's credential must open each. Scope `*`. Absent and null keep.
 *
 * @throws NotFoundError, PermissionError, ValidationError
 */
export async function updateOrganization(deps: Deps, actor: Actor, input: UpdateOrganization): Promise<Organization> {
  requireScope(actor, '*');
  const [organization] = await findOrganizations(deps, actor, [input.id]);
  if (!organization?.projects.every(({ id }) => actor.projectIds.includes(id))) {
    throw new NotFoundError('Organization not found, or this key does not open all of its projects.');
  }
  return deps.db.prisma.organization.update({
    where: { id: organization.id },
    data: {
      ...(input.name != null && { name: requiredText('name', input.name, 64) }),
      ...(input.membersCanUsePersonalApiKeys != null && { membersCanUsePersonalApiKeys: input.membersCanUsePersonalApiKeys }),
    },
  });
}
