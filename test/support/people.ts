import type { TestApp } from './app.ts';
import { type GraphqlClient, graphqlClient } from './graphql.ts';
import { type RestClient, restClient } from './rest.ts';

export interface Person {
  userId: number;
  email: string;
  key: string;
  keyId: string;
  graphql: GraphqlClient;
  rest: RestClient;
}

let count = 0;

/** A user with a key, made by the administrator. Without projects named: a member of the first one. */
export async function addPerson(
  { graphql, url, projectId }: TestApp,
  { scopes = ['*'], projectIds = [projectId], keyProjectIds = [] as number[], keyOrganizationIds = [] as string[] } = {},
): Promise<Person> {
  const email = `person${++count}@example.com`;
  const { createUser } = await graphql(
    `mutation ($input: CreateUserInput!) { createUser(input: $input) { ... on CreateUserSuccess { user { databaseId } } ... on Error { message } } }`,
    { input: { email, firstName: 'Person', lastName: String(count), projectIds } },
  );
  const userId = createUser.user.databaseId;
  const { createPersonalApiKey } = await graphql(
    `mutation ($input: CreatePersonalApiKeyInput!) {
      createPersonalApiKey(input: $input) { ... on CreatePersonalApiKeySuccess { secret apiKey { uuid } } ... on Error { message } }
    }`,
    { input: { userId, label: 'Test', scopes, projectIds: keyProjectIds, organizationIds: keyOrganizationIds } },
  );
  const key = createPersonalApiKey.secret;
  return { userId, email, key, keyId: createPersonalApiKey.apiKey.uuid, graphql: graphqlClient(url, key), rest: restClient(url, key) };
}
