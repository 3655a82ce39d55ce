import { parameters } from '../db/parameters.ts';
import type { Organization as OrganizationRow } from '../generated/prisma/client.ts';
import { requireScope } from './access.ts';
import type { Actor } from './actor.ts';
import { recordAudit } from './audit-log.ts';
import type { Deps } from './deps.ts';
import { notFound, PermissionError } from './errors.ts';
import { INPUT_LIMITS } from './input-limits.ts';
import { visibleOrganization } from './organization-access.ts';
import { requiredText } from './required-text.ts';
import { UUID } from './uuid.ts';

export type Organization = Omit<OrganizationRow, 'createdAt' | 'ownerId'>;

interface WithProjects extends Organization {
  projects: { id: number }[];
}

/** The organizations among these ids that the caller may see (organization-access.ts). */
export async function findOrganizations(deps: Deps, actor: Actor, ids: readonly string[]): Promise<WithProjects[]> {
  const { values, push } = parameters();
  const asked = push(ids.filter((id) => UUID.test(id)).map((id) => id.toLowerCase()));
  const rows = await deps.db.sql.query<{ id: string }>(
    `SELECT o.id FROM organizations o WHERE o.id = ANY(${asked}::uuid[]) AND ${visibleOrganization(actor, push)}`,
    values,
  );
  if (rows.length === 0) return [];
  return deps.db.prisma.organization.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    include: { projects: { select: { id: true } } },
  });
}

/**
 * @returns the ids as they are stored, each once
 * @throws NotFoundError when one of the organizations is not there for the caller
 */
export async function requireOrganizations(deps: Deps, actor: Actor, ids: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(ids.map((id) => id.toLowerCase()))];
  const found = wanted.length > 0 ? await findOrganizations(deps, actor, wanted) : [];
  const unknown = wanted.find((id) => !found.some((organization) => organization.id === id));
  if (unknown !== undefined) throw notFound(`organization ${unknown}`, 'Organization not found.');
  return wanted;
}

/**
 * An organization that the caller may change or add projects to: either concerns all of its projects, so the caller's credential must open each. One without
 * projects is visible to those only who open a project of its owner.
 *
 * @throws NotFoundError
 */
export async function requireWholeOrganization(deps: Deps, actor: Actor, id: string): Promise<Organization> {
  const [organization] = await findOrganizations(deps, actor, [id]);
  if (!organization?.projects.every((project) => actor.projectIds.includes(project.id))) {
    throw notFound(`organization ${id}`, `Organization not found, or this key does not open all of its projects: ${id}.`);
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

/**
 * The organization to which belongs what the caller creates outside of any project: that of the caller's current project, or else of the first project that
 * the credential opens.
 *
 * @throws PermissionError for a credential that opens no project
 */
export async function requireOwnOrganization(deps: Deps, actor: Actor): Promise<string> {
  const id = await findOwnOrganization(deps, actor);
  if (id !== null) return id;
  const message = 'This key or token opens no project, so what it creates would belong to no organization. `createProject` creates both.';
  throw new PermissionError('KEY_LIMITED', message);
}

/** The same; null for a credential that opens no project. */
export async function findOwnOrganization({ db }: Deps, { currentProjectId, projectIds }: Actor): Promise<string | null> {
  const id = projectIds.find((projectId) => projectId === currentProjectId) ?? projectIds[0];
  const project = id === undefined ? null : await db.prisma.project.findUnique({ where: { id } });
  return project?.organizationId ?? null;
}

export interface CreateOrganization {
  name: string;
  /** True when absent. */
  membersCanUsePersonalApiKeys?: boolean | null | undefined;
}

/**
 * Creates an organization without projects. It belongs to the organization of the caller's current project until it has one. Scope `*`, with a credential that
 * opens a project and is not for some organizations alone.
 *
 * @throws PermissionError, ValidationError
 */
export async function createOrganization(deps: Deps, actor: Actor, input: CreateOrganization): Promise<Organization> {
  requireScope(actor, '*');
  requireEveryOrganization(actor);
  const name = requiredText('name', input.name, INPUT_LIMITS.organizationName);
  const ownerId = await requireOwnOrganization(deps, actor);
  const data = { name, ownerId, membersCanUsePersonalApiKeys: input.membersCanUsePersonalApiKeys ?? true };
  return deps.db.prisma.$transaction(async (tx) => {
    const organization = await tx.organization.create({ data });
    await recordAudit(tx, actor, { action: 'ORGANIZATION_CREATED', subject: organization, organizationIds: [ownerId, organization.id] });
    return organization;
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
  const data = {
    ...(input.name != null && { name: requiredText('name', input.name, INPUT_LIMITS.organizationName) }),
    ...(input.membersCanUsePersonalApiKeys != null && { membersCanUsePersonalApiKeys: input.membersCanUsePersonalApiKeys }),
  };
  return deps.db.prisma.$transaction(async (tx) => {
    const organization = await tx.organization.update({ where: { id }, data });
    await recordAudit(tx, actor, { action: 'ORGANIZATION_UPDATED', subject: organization, organizationIds: [id] });
    return organization;
  });
}
