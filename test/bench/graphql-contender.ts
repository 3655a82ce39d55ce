import { canonical, graphqlData } from './canonical.ts';
import { AUTHORIZED } from './gateway.ts';
import { jsonRequest } from './http-client.ts';
import type { Contender } from './measure.ts';
import type { Server } from './server.ts';

interface Operation {
  path?: string;
  query: string;
  /** A request for each. */
  variables: object[];
}

/** The same operation with each of the variables; what is compared is the data below `data`, as `pick` takes it out. */
export function graphqlContender(
  name: string,
  server: Server,
  { path = '/graphql', query, variables }: Operation,
  pick: (data: Record<string, unknown>) => unknown,
): Contender {
  return {
    name,
    server,
    requests: variables.map((item) => jsonRequest(path, { query, variables: item }, AUTHORIZED)),
    read: ({ body }) => canonical(pick(graphqlData(body))),
  };
}

/** The tours of a page, whether it is a list or has `nodes`. */
export function listed(data: Record<string, unknown>): unknown {
  const page = data.tours as { nodes?: unknown[] } | unknown[];
  return Array.isArray(page) ? page : page.nodes;
}
