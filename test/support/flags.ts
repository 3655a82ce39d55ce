import type { GraphqlClient } from './graphql.ts';

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
