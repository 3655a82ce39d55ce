import { type DocumentNode, print } from 'graphql';
import { createConnectionLimiter } from '../limits/connection-limiter.ts';
import { type Owner, shareLimits } from '../limits/fair-share.ts';

/**
 * How long the documents and variables of all open subscriptions may be, in characters: they are kept for as long as the subscription. A parsed document takes
 * up to a hundred times its text.
 */
const MAX_CHARACTERS = 8_000_000;

/** Limits what open subscriptions keep of their requests, by key, user and project. A document that many subscriptions share counts once. */
export interface RetainedRequests {
  /**
   * @returns a function that releases the request; calling it again has no effect
   * @throws DomainError RATE_LIMITED
   */
  take(owner: Owner, document: DocumentNode, variables: unknown): () => void;
}

export function createRetainedRequests(projectSharePercent: number): RetainedRequests {
  const limiter = createConnectionLimiter('characters in open subscriptions', shareLimits(MAX_CHARACTERS, projectSharePercent));
  const documents = new WeakMap<DocumentNode, Retained>();

  /** The first subscription to a document is charged for it, until the last one has ended. */
  function takeDocument(owner: Owner, document: DocumentNode): () => void {
    const known = documents.get(document);
    const retained = known ?? { subscriptions: 0, release: limiter.take(owner, lengthOf(document)) };
    retained.subscriptions += 1;
    documents.set(document, retained);
    return () => {
      retained.subscriptions -= 1;
      if (retained.subscriptions > 0) return;
      documents.delete(document);
      retained.release();
    };
  }

  return {
    take(owner, document, variables) {
      const releaseVariables = limiter.take(owner, JSON.stringify(variables ?? null).length);
      try {
        const releaseDocument = takeDocument(owner, document);
        let isOpen = true;
        return () => {
          if (!isOpen) return;
          isOpen = false;
          releaseVariables();
          releaseDocument();
        };
      } catch (error) {
        releaseVariables();
        throw error;
      }
    },
  };
}

interface Retained {
  subscriptions: number;
  release: () => void;
}

function lengthOf(document: DocumentNode): number {
  return (document.loc?.source.body ?? print(document)).length;
}
