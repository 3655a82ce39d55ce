import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import ErrorsPlugin from '@pothos/plugin-errors';
import PrismaPlugin from '@pothos/plugin-prisma';
import RelayPlugin from '@pothos/plugin-relay';
import type PrismaTypes from '../generated/pothos.ts';
import { getDatamodel } from '../generated/pothos.ts';
import type { Context } from './context.ts';
import { resolveNode, resolveNodes } from './ids/node.ts';
import { inputLimitsPlugin } from './input-limits-plugin.ts';
import { complexityError, LIMITS } from './limits.ts';

/** The codes of top-level errors, by which clients decide what to do. Those of the GraphQL specification and of this API. */
const TOP_LEVEL_CODES = [
  ['UNAUTHENTICATED', 'the credential is missing, wrong, expired or revoked. Without one, only `__typename` and introspection run.'],
  [
    'RATE_LIMITED',
    'the key has sent too many requests, the client address too many wrong credentials, or something is open too often. Wait `extensions.retryAfterSeconds` seconds where it is given.',
  ],
  ['TOO_COMPLEX', 'the document or the operation exceeds a limit, which the message names. Ask for less at once.'],
  ['VALIDATION_FAILED', '`extensions.fields` lists the arguments that break a rule.'],
  ['NOT_FOUND`, `PROJECT_NOT_FOUND', 'what the arguments name does not exist for this caller.'],
  ['MISSING_SCOPE', 'the key lacks the scope in `extensions.missingScope`.'],
  ['PREVIEW_ONLY', 'a preview token opens its preview alone.'],
  ['UNAVAILABLE', 'the database cannot be reached, or did not answer in time. Try again in a moment.'],
  ['GRAPHQL_PARSE_FAILED`, `GRAPHQL_VALIDATION_FAILED', 'the document is no GraphQL, or does not fit the schema.'],
  ['PERSISTED_QUERY_NOT_FOUND', 'no document has the hash or id that the request names. Send the text of the document with its SHA-256.'],
  [
    'PERSISTED_QUERY_NOT_SUPPORTED',
    'the gateway registers no documents (`TRUSTED_DOCUMENTS`). Send the text of the document without its hash.',
  ],
  ['PERSISTED_QUERY_MISMATCH', 'the hash is not that of the text beside it.'],
  [
    'DOCUMENT_NOT_TRUSTED',
    'the gateway runs only the documents that its operator has listed (`TRUSTED_DOCUMENTS`), and this is another one.',
  ],
  [
    'BAD_REQUEST`, `BATCHING_NOT_SUPPORTED',
    'the request has no document or the wrong shape, or is a list of operations (400). Send each operation in a request of its own.',
  ],
  ['NOT_ACCEPTABLE', 'the `Accept` header allows none of the types of the response (406).'],
  [
    'UNSUPPORTED_MEDIA_TYPE`, `PAYLOAD_TOO_LARGE',
    'the body is not `application/json` in UTF-8 or has an unknown `Content-Encoding` (415), or is too large (413).',
  ],
  ['OVERLOADED', 'the server holds as many bytes of requests as it may (503). Wait as long as `Retry-After` says.'],
  ['INTERNAL_SERVER_ERROR', 'a fault of the server, logged with `extensions.requestId`.'],
] as const;

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
    // Read where nodes are found (ids/node.ts): an id that is not one of ours is not an error.
    decodeGlobalID: (id) => ({ typename: '', id }),
    nodesOnConnection: true,
    edgesFieldOptions: { nullable: { list: false, items: false } },
    nodeFieldOptions: { nullable: false },
    nodeTypeOptions: { description: 'An object with a global id, by which `node` finds it again.' },
    nodeQueryOptions: {
      description: 'An object by its global id, or by its UUID where it has one. Null: there is none that the caller may see.',
      resolve: resolveNode,
    },
    nodesQueryOptions: {
      description: 'Objects by their global ids or UUIDs, in that order. Null for each that the caller may not see.',
      resolve: resolveNodes,
    },
  },
});

builder.queryType({
  description: `Reads. What the caller may not see does not exist: it is null, or missing from a list.

Errors that any operation can have are top-level errors with one of these \`extensions.code\`:
${TOP_LEVEL_CODES.map(([code, meaning]) => `- \`${code}\`: ${meaning}`).join('\n')}

With the header \`GraphQL-Cost: report\`, the result of a query or mutation over HTTP has \`extensions.cost\`: \`requested\` and \`limit\` of its cost, and likewise its \`depth\` and its number of \`fields\`.`,
});
builder.mutationType({
  description:
    'Writes. Each takes one `input` and answers with a success type or a typed error; `... on Error { message code }` reads any of them. The top-level errors of `Query` are possible, too. After `UNAVAILABLE` and `INTERNAL_SERVER_ERROR` the change can have been made: read before you send it again, or use the same `idempotencyKey`, where the input has one.',
});
builder.subscriptionType({
  description:
    'Live changes, and texts while they are written, over WebSocket (graphql-transport-ws) or server-sent events (`Accept: text/event-stream`). A subscription that ends with `UNAUTHENTICATED` has lost its credential: open it again with another one. `RATE_LIMITED` without `retryAfterSeconds` means that a key, its user, its project or the server has too many open; the message names the limit.',
});
