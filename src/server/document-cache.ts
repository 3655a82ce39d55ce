import { hash } from 'node:crypto';
import { type DocumentNode, GraphQLError, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { VariableUse } from '../graphql/ids/document-ids.ts';

/** A document that is parsed and valid. */
export interface KnownDocument {
  document: DocumentNode;
  /** Whether it may run without a credential. */
  isPublic: boolean;
  /** The variables of each operation that can hold ids. */
  idVariables: ReadonlyMap<OperationDefinitionNode, readonly VariableUse[]>;
}

/** Why a document is refused. */
export interface RejectedDocument {
  errors: readonly GraphQLError[];
  /** The HTTP status where a client accepts `application/graphql-response+json`. */
  status: number;
  /** The HTTP status where it accepts `application/json`, in which 200 is usual for a document that is wrong. */
  jsonStatus: number;
}

/** Longer texts are not cached, in UTF-16 code units. */
const MAX_CACHED_LENGTH = 16 * 1024;

/** What all cached documents take, in bytes: text and AST. */
const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;

/** What all remembered rejections take, in bytes: hash and errors. */
const MAX_REJECTION_BYTES = 8 * 1024 * 1024;

/** An AST takes about so many bytes for each token of its text: nodes, positions and the token itself. */
const BYTES_PER_TOKEN = 700;

/** What an entry of a cache takes beside its contents, in bytes. */
const BYTES_PER_ENTRY = 300;

/** Messages quote the document, whose names may be as long as the document. In UTF-16 code units. */
const MAX_MESSAGE_LENGTH = 1000;

/**
 * The only cache of documents, for all transports. It is limited by bytes: 64 MB of documents with texts up to 16 kB, and 8 MB of rejections, of which only the
 * hash of the text and the errors are kept. The entries that were used least recently give way.
 */
export class DocumentCache {
  readonly #documents = new LRUCache<string, KnownDocument & { tokens: number }>({
    maxSize: MAX_DOCUMENT_BYTES,
    sizeCalculation: ({ tokens }, text) => BYTES_PER_ENTRY + 2 * text.length + BYTES_PER_TOKEN * tokens,
  });
  readonly #rejections = new LRUCache<string, RejectedDocument>({
    maxSize: MAX_REJECTION_BYTES,
    sizeCalculation: ({ errors }) => errors.reduce((bytes, { message }) => bytes + BYTES_PER_ENTRY + 2 * message.length, BYTES_PER_ENTRY),
  });

  find(text: string): KnownDocument | undefined {
    return this.#documents.get(text);
  }

  /** @param tokens of the text, comments included */
  add(text: string, known: KnownDocument, tokens: number): void {
    if (text.length <= MAX_CACHED_LENGTH) this.#documents.set(text, { ...known, tokens });
  }

  /** @param key of the text and of those who are refused for the same reasons */
  findRejection(key: string): RejectedDocument | undefined {
    return this.#rejections.get(key);
  }

  addRejection(key: string, rejection: RejectedDocument): void {
    this.#rejections.set(key, rejection);
  }

  /** What is held, in bytes as estimated. */
  stats(): { documents: number; documentBytes: number; rejections: number; rejectionBytes: number } {
    return {
      documents: this.#documents.size,
      documentBytes: this.#documents.calculatedSize,
      rejections: this.#rejections.size,
      rejectionBytes: this.#rejections.calculatedSize,
    };
  }
}

/** @param audience callers who are refused for the same reasons */
export function rejectionKey(text: string, audience: string): string {
  return `${audience} ${hash('sha256', text, 'base64')}`;
}

/**
 * The same error with a short message, without the document: its nodes and its source would keep that in memory, and so would the names that the message quotes,
 * as they are parts of the text.
 */
export function detached({ message, locations, extensions }: GraphQLError, code: string): GraphQLError {
  const short = message.length > MAX_MESSAGE_LENGTH ? `${message.slice(0, MAX_MESSAGE_LENGTH)}…` : message;
  const error = new GraphQLError(Buffer.from(short).toString(), { extensions: { code, ...extensions } });
  return locations ? Object.assign(error, { locations }) : error;
}
