import type { Config } from '../config.ts';
import type { Bootstrapped } from '../domain/bootstrap.ts';

/**
 * What a person sees when the gateway is up: where it is, and on the first start what was made and how to call it.
 *
 * @param keyCommand what sets `KEY` in a shell
 */
export function greeting(url: string, { graphiql }: Pick<Config, 'graphiql'>, made: Bootstrapped | null, keyCommand: string): string {
  const graphiqlLine = graphiql ? `\n  GraphiQL:      ${url}/graphql` : '';
  const ready = `Tour gateway is ready on ${url}\n  Documentation: ${url}/docs${graphiqlLine}`;
  if (!made) return ready;
  const { projectId, projectToken } = made;
  return `${ready}

This is its first start. It made project ${projectId} with the public token
    ${projectToken}
and a user with a personal API key of the scopes * and installation:
    ${keyCommand}

REST:
    curl ${url}/api/projects/${projectId}/product_tours/ \\
      -H "Authorization: Bearer $KEY"

GraphQL${graphiql ? ` (or open ${url}/graphql in a browser, with {"authorization": "Bearer <key>"} as headers)` : ''}:
    curl ${url}/graphql -H 'Content-Type: application/json' \\
      -H "Authorization: Bearer $KEY" \\
      -d '{"query": "{ tours(projectId: ${projectId}) { nodes { uuid name status hasDraft } } }"}'
`;
}
