import type { TestApp } from './app.ts';
import { type GraphqlClient, graphqlClient } from './graphql.ts';
import { mutate } from './mutate.ts';
import { type RestClient, restClient } from './rest.ts';

export interface AccessToken {
  userId: number;
  id: string;
  secret: string;
  graphql: GraphqlClient;
  rest: RestClient;
}

/** An access token of a user, made by the administrator and good for an hour. */
export async function addToken(
  { graphql, url }: Pick<TestApp, 'graphql' | 'url'>,
  { userId }: { userId: number },
  { scopes = ['*'], ...input }: { scopes?: string[]; projectIds?: number[]; organizationIds?: string[] } = {},
): Promise<AccessToken> {
  const expiresAt = new Date(Date.now() + 3_600_000);
  const made = await mutate(
    graphql,
    'createAccessToken',
    { userId, label: 'Editor', scopes, expiresAt, ...input },
    'secret accessToken { uuid }',
  );
  if (!made.secret) throw new Error(made.message);
  const { secret, accessToken } = made;
  return { userId, id: accessToken.uuid, secret, graphql: graphqlClient(url, secret), rest: restClient(url, secret) };
}
