import { type DocumentNode, Kind, parse, visit } from 'graphql';

/** A client with a normalizing cache, which talks to a gateway over HTTP. */
export interface CacheClient {
  /** Sends an operation; its result goes into the cache. */
  send(document: string, variables: Record<string, unknown>): Promise<unknown>;
  /** The result of a query as the cache has it. Null: it lacks something. */
  read(document: string, variables: Record<string, unknown>): unknown;
}

export interface Credentials {
  url: string;
  key: string;
}

export function requestHeaders({ key }: Credentials): Record<string, string> {
  return { 'content-type': 'application/json', authorization: `Bearer ${key}` };
}

/** The operation with `__typename` in every selection, as clients with caches send it. */
export function withTypenames(document: string): DocumentNode {
  return visit(parse(document), {
    SelectionSet(node, _, parent) {
      if (parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION) return undefined;
      return { ...node, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }, ...node.selections] };
    },
  });
}

/** What the wire and a cache have in common: the type names are the cache's business. */
export function withoutTypenames(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (name, inner) => (name === '__typename' ? undefined : inner)));
}
