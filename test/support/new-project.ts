import type { GraphqlClient } from './graphql.ts';

/** A project, with the caller as its first member. @returns its id */
export async function newProject(graphql: GraphqlClient, name = 'Another project'): Promise<number> {
  const { createProject } = await graphql(
    'mutation ($input: CreateProjectInput!) { createProject(input: $input) { ... on CreateProjectSuccess { project { databaseId } } } }',
    { input: { name } },
  );
  return createProject.project.databaseId;
}
