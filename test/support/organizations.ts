import type { TestApp } from './app.ts';
import type { GraphqlClient } from './graphql.ts';
import { mutate } from './mutate.ts';

/** An organization with one project, both made by the caller. */
export async function addOrganization(graphql: GraphqlClient, name = 'Acme'): Promise<{ organizationId: string; projectId: number }> {
  const { organization } = await mutate(graphql, 'createOrganization', { name }, 'organization { uuid }');
  const { project } = await mutate(graphql, 'createProject', { name, organizationId: organization.uuid }, 'project { databaseId }');
  return { organizationId: organization.uuid, projectId: project.databaseId };
}

/** Whether keys open an organization's projects, written past the API. */
export function allowKeys({ app }: Pick<TestApp, 'app'>, organizationId: string, isAllowed: boolean): Promise<unknown> {
  return app.db.sql.query('UPDATE organizations SET members_can_use_personal_api_keys = $2 WHERE id = $1', [organizationId, isAllowed]);
}
