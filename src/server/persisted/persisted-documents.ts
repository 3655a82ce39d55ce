import { LRUCache } from 'lru-cache';
import type { Caller } from '../../graphql/context.ts';
import type { RejectedDocument } from '../document-cache.ts';
import type { OperationRequest } from '../operation-request.ts';
import { readReference, sha256Of } from './document-reference.ts';
import { MISMATCH, NO_DOCUMENT, NOT_FOUND, NOT_SUPPORTED, unknownId } from './rejections.ts';
import type { TrustedDocuments } from './trusted-documents.ts';

/** The size of all registered texts, in bytes. */
const MAX_REGISTERED_BYTES = 16 * 1024 * 1024;

/** The size of an entry besides its text, in bytes. */
const BYTES_PER_ENTRY = 300;

/** The text of a document, and its hash where the request asks to register it. */
interface FoundText {
  text: string;
  sha256: string | null;
}

/**
 * The documents that requests name by hash or id, for all transports. Yoga's plugins for this (plugin-apq and
 * plugin-persisted-operations) do not fit: they act on requests that Yoga parses, which are only malformed ones, and
 * register the texts of any client, without a limit in bytes.
 */
export class PersistedDocuments {
  readonly #trusted: TrustedDocuments | null;
  readonly #registered = new LRUCache<string, string>({
    maxSize: MAX_REGISTERED_BYTES,
    sizeCalculation: (text) => BYTES_PER_ENTRY + 2 * text.length,
  });

  /** @param trusted the only documents that run; null: any document runs, and clients register texts by their hash */
  constructor(trusted: TrustedDocuments | null) {
    this.#trusted = trusted;
  }

  /** Finds the text of the document that a request contains or names. */
  find(request: OperationRequest, { actor }: Pick<Caller, 'actor'>): FoundText | RejectedDocument {
    const reference = readReference(request);
    if ('errors' in reference) return reference;
    const { text, sha256, id, isPersistedQuery } = reference;
    if (text !== null) {
      const isMismatch = (isPersistedQuery || sha256 !== null) && sha256Of(text) !== sha256;
      return isMismatch ? MISMATCH : { text, sha256 };
    }
    if (id === null) return NO_DOCUMENT;
    // Unauthenticated clients find none of the texts that others have registered.
    const known = this.#trusted ? this.#trusted.find(id, sha256) : actor && sha256 && this.#registered.get(sha256);
    if (known) return { text: known, sha256: null };
    if (!isPersistedQuery) return unknownId(id);
    return this.#trusted ? NOT_SUPPORTED : NOT_FOUND;
  }

  /** Registers a text that an authenticated client has sent with its hash, and that is valid. */
  register({ text, sha256 }: FoundText): void {
    if (sha256 !== null && !this.#trusted) this.#registered.set(sha256, text);
  }
}
