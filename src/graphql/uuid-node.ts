import { findCredentials } from '../domain/list-credentials.ts';
import { findOrganizations } from '../domain/organization.ts';
import type { Context } from './context.ts';

/** Stands for the type of a global id that is a UUID: organizations, keys and access tokens have theirs, by which mutations name them too. */
export const BY_UUID = 'UUID';

/** The objects with these ids that the caller may see, each with its `__typename`. */
export async function findByUuid({ actor, deps }: Context, ids: readonly string[]): Promise<{ id: string }[]> {
  const [organizations, credentials] = await Promise.all([findOrganizations(deps, actor, ids), findCredentials(deps, actor, ids)]);
  return [
    ...organizations.map((row) => ({ __typename: 'Organization', ...row })),
    ...credentials.map((row) => ({ __typename: row.isAccessToken ? 'AccessToken' : 'PersonalApiKey', ...row })),
  ];
}
