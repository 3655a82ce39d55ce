import type { TestApp } from './app.ts';
import { mutate } from './mutate.ts';
import { addOrganization } from './organizations.ts';
import { addPerson, type Person } from './people.ts';

/** An organization with a project, and an administrator who is a member of nothing else. */
export interface Tenant {
  organizationId: string;
  projectId: number;
  administrator: Person;
}

export async function addTenant(gateway: TestApp, name = 'Tenant'): Promise<Tenant> {
  const { organizationId, projectId } = await addOrganization(gateway.graphql, name);
  // The administrator of the installation stays out of it.
  const administrator = await addPerson(gateway, { projectIds: [projectId] });
  await gateway.app.db.sql.query('DELETE FROM memberships WHERE project_id = $1 AND user_id <> $2', [projectId, administrator.userId]);
  return { organizationId, projectId, administrator };
}

/** A person with a key, made by a tenant's administrator. Without projects named: a member of the tenant's project. */
export function addColleague(
  gateway: TestApp,
  { administrator, projectId }: Tenant,
  options?: Parameters<typeof addPerson>[1],
): Promise<Person> {
  return addPerson({ ...gateway, graphql: administrator.graphql, projectId }, options);
}

/** A user without projects, made by a tenant's administrator. @returns its id */
export async function addLoner({ administrator }: Tenant, email: string): Promise<number> {
  const { user, message } = await mutate(administrator.graphql, 'createUser', { email }, 'user { databaseId }');
  if (!user) throw new Error(message);
  return user.databaseId;
}
