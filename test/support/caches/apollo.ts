import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import { getOperationAST } from 'graphql';
import { possibleTypes } from '../../../src/generated/cache-types.ts';
import { type CacheClient, type Credentials, requestHeaders, withoutTypenames, withTypenames } from './cache-client.ts';

export function apolloClient(credentials: Credentials): CacheClient {
  const cache = new InMemoryCache({ possibleTypes });
  const link = new HttpLink({ uri: `${credentials.url}/graphql`, headers: requestHeaders(credentials) });
  const client = new ApolloClient({ cache, link });
  return {
    async send(document, variables) {
      const query = withTypenames(document);
      const isMutation = getOperationAST(query)?.operation === 'mutation';
      const { data } = await (isMutation
        ? client.mutate({ mutation: query, variables })
        : client.query({ query, variables, fetchPolicy: 'network-only' }));
      return withoutTypenames(data);
    },
    read(document, variables) {
      const { result, complete } = cache.diff({ query: withTypenames(document), variables, optimistic: false, returnPartialData: true });
      return complete ? withoutTypenames(result) : null;
    },
  };
}
