import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { getIntrospectionQuery, getOperationAST, type IntrospectionQuery } from 'graphql';
import { typesWithoutId } from '../../../src/generated/cache-types.ts';
import { graphqlClient } from '../graphql.ts';
import { type CacheClient, type Credentials, requestHeaders, withoutTypenames, withTypenames } from './cache-client.ts';

export async function graphcacheClient(credentials: Credentials): Promise<CacheClient> {
  const schema: IntrospectionQuery = await graphqlClient(credentials.url, credentials.key)(getIntrospectionQuery());
  const keys = Object.fromEntries(typesWithoutId.map((name) => [name, () => null]));
  const client = new Client({
    url: `${credentials.url}/graphql`,
    preferGetMethod: false,
    fetchOptions: { headers: requestHeaders(credentials) },
    // The client aborts a request once its first result is there, while its body is still read.
    fetch: (input, init) => fetch(input, { ...init, signal: null }),
    exchanges: [cacheExchange({ schema, keys }), fetchExchange],
  });
  return {
    async send(document, variables) {
      const query = withTypenames(document);
      const isMutation = getOperationAST(query)?.operation === 'mutation';
      const { data, error } = await (isMutation
        ? client.mutation(query, variables)
        : client.query(query, variables, { requestPolicy: 'network-only' }));
      if (error) throw error;
      return withoutTypenames(data);
    },
    read(document, variables) {
      const result = client.readQuery(withTypenames(document), variables, { requestPolicy: 'cache-only' });
      // A partial result has null where something is missing.
      return result?.operation.context.meta?.cacheOutcome === 'hit' ? withoutTypenames(result.data) : null;
    },
  };
}
