import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import type PrismaTypes from '../generated/pothos.ts';
import { getDatamodel } from '../generated/pothos.ts';
import type { Context } from './context.ts';
import { inputLimitsPlugin } from './input-limits-plugin.ts';
import { complexityError, LIMITS } from './limits.ts';
import { readGlobalId, resolveNode, resolveNodes } from './node.ts';

/** The one builder that every file of this folder adds its types to. The Prisma client comes from the context, so that printing the schema needs no database. */
export const builder = new SchemaBuilder<{
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: { list: false; items: false };
  DefaultNodeNullability: false;
  Scalars: {
    DateTime: { Input: string; Output: string | Date };
    UUID: { Input: string; Output: string };
    JSON: { Input: unknown; Output: unknown };
    ID: { Input: string; Output: string | number };
  };
}>({
  // Errors first: it must see what the other plugins throw.
  plugins: [ErrorsPlugin, inputLimitsPlugin, ComplexityPlugin, RelayPlugin, PrismaPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: (context) => context.deps.db.prisma,
    dmmf: getDatamodel(),
    maxConnectionSize: 100,
    defaultConnectionSize: 20,
  },
  errors: { directResult: true },
  complexity: { limit: ({ caller }) => (caller.isTrusted ? {} : LIMITS), defaultListMultiplier: 5, complexityError },
  relay: {
    cursorType: 'String',
    decodeGlobalID: readGlobalId,
    nodesOnConnection: true,
    edgesFieldOptions: { nullable: { list: false, items: false } },
    nodeFieldOptions: { nullable: false },
    nodeTypeOptions: { description: 'An object with a global id, by which `node` finds it again.' },
    nodeQueryOptions: { description: 'An object by its global id; null when there is none that the caller may see.', resolve: resolveNode },
    nodesQueryOptions: {
      description: 'Objects by their global ids, in that order; null for each that the caller may not see.',
      resolve: resolveNodes,
    },
  },
});

builder.queryType({ description: 'Reads. What the caller may not see does not exist: it is null, or missing from a list.' });
builder.mutationType({
  description:
    'Writes. Each takes one `input` and answers with a success type or a typed error; `... on Error { message code }` reads any of them.',
});
builder.subscriptionType({
  description:
    'Live changes, and texts while they are written, over WebSocket (graphql-transport-ws) or server-sent events (`Accept: text/event-stream`).',
});
