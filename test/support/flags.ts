import type { Database } from '../../src/db/database.ts';
import type { GraphqlClient } from './graphql.ts';

/** A feature flag with filters that GraphQL refuses, as an import brings them. @returns its id */
export async function storeFlag({ sql }: Pick<Database, 'sql'>, projectId: number, key: string, filters: unknown): Promise<number> {
  const text = 'INSERT INTO feature_flags (project_id, key, filters) VALUES ($1, $2, $3::jsonb) RETURNING id';
  const [flag] = await sql.query<{ id: number }>(text, [projectId, key, JSON.stringify(filters)]);
  return flag?.id ?? 0;
}

/** A feature flag of the project's own. @returns its id */
export async function createFlag(graphql: GraphqlClient, projectId: number, key: string, variants: string[] = []): Promise<number> {
  const filters = variants.length === 0 ? {} : { multivariate: { variants: variants.map((variant) => ({ key: variant })) } };
  const { createFeatureFlag } = await graphql(
    `mutation ($input: CreateFeatureFlagInput!) {
      createFeatureFlag(input: $input) { ... on CreateFeatureFlagSuccess { featureFlag { databaseId } } ... on Error { message } }
    }`,
    { input: { projectId, key, filters } },
  );
  return createFeatureFlag.featureFlag.databaseId;
}
