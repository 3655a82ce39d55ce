import { GraphQLError } from 'graphql';
import type { RejectedDocument } from '../document-cache.ts';

function rejection(message: string, code: string, status: number, jsonStatus: number): RejectedDocument {
  return { errors: [new GraphQLError(message, { extensions: { code } })], status, jsonStatus };
}

/** A request that no client should send again. */
function badRequest(message: string, code = 'BAD_REQUEST'): RejectedDocument {
  return rejection(message, code, 400, 400);
}

/** Message and code are those of automatic persisted queries: the client then sends the text with its hash. */
export const NOT_FOUND = rejection('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND', 404, 200);

/** As above: the client then sends texts without their hashes. */
export const NOT_SUPPORTED = rejection('PersistedQueryNotSupported', 'PERSISTED_QUERY_NOT_SUPPORTED', 400, 200);

export const NO_DOCUMENT_MESSAGE =
  'The request names no document. Send its text as `query`, or its identifier as `documentId` or in `extensions.persistedQuery`.';

export const NO_DOCUMENT = badRequest(NO_DOCUMENT_MESSAGE);

export const MALFORMED = badRequest(
  'extensions.persistedQuery must be {"version": 1, "sha256Hash": "<SHA-256 of the document, 64 lower-case hexadecimal digits>"}.',
);

export const MISMATCH = badRequest(
  'The hash is not the SHA-256 of the document in `query`, in UTF-8 and lower-case hexadecimal digits.',
  'PERSISTED_QUERY_MISMATCH',
);

/** The longest part of an id that an error message quotes, in characters. */
const MAX_QUOTED = 100;

export function unknownId(id: string): RejectedDocument {
  const quoted = id.length > MAX_QUOTED ? `${id.slice(0, MAX_QUOTED)}…` : id;
  return rejection(`There is no document with the id "${quoted}".`, 'PERSISTED_QUERY_NOT_FOUND', 404, 200);
}

const ONLY_TRUSTED = 'This gateway runs only trusted documents (TRUSTED_DOCUMENTS), and this document is not one of them.';

export const NOT_TRUSTED = rejection(
  `${ONLY_TRUSTED} Introspection, GraphiQL and new queries need a gateway without this setting.`,
  'DOCUMENT_NOT_TRUSTED',
  403,
  200,
);
