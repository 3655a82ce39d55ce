import { hash } from 'node:crypto';
import { isObject } from '../../json/json-object.ts';
import type { RejectedDocument } from '../document-cache.ts';
import type { OperationRequest } from '../operation-request.ts';
import { MALFORMED } from './rejections.ts';

/** How a request names its document. */
export interface DocumentReference {
  /** The text of the document; null: the request only names it. */
  text: string | null;
  /** The identifier as it is sent; null: there is none. */
  id: string | null;
  /** The SHA-256 that the identifier contains; null: it is of another kind, as that of Relay. */
  sha256: string | null;
  /** The request uses automatic persisted queries, whose clients act on errors of an exact form. */
  isPersistedQuery: boolean;
}

const SHA256 = /^(?:sha256:)?([\da-f]{64})$/;

/** The SHA-256 of a text as identifiers contain it: 64 lower-case hexadecimal digits. */
export function sha256Of(text: string): string {
  return hash('sha256', text, 'hex');
}

/**
 * Reads the identifiers of two protocols: `documentId` of the GraphQL-over-HTTP specification (appendix A), which is
 * `sha256:` and a hash, or any other id; and `extensions.persistedQuery` of Apollo's automatic persisted queries.
 */
export function readReference({ query, documentId, extensions }: OperationRequest): DocumentReference | RejectedDocument {
  const persistedQuery = extensions?.persistedQuery ?? null;
  if (persistedQuery !== null && !isPersistedQuery(persistedQuery)) return MALFORMED;
  const id = persistedQuery?.sha256Hash || documentId || null;
  return { text: query || null, id, sha256: SHA256.exec(id ?? '')?.[1] ?? null, isPersistedQuery: persistedQuery !== null };
}

function isPersistedQuery(value: unknown): value is { sha256Hash: string } {
  return isObject(value) && value.version === 1 && typeof value.sha256Hash === 'string';
}
