import { type DocumentNode, type GraphQLError, Kind, print, stripIgnoredCharacters, visit } from 'graphql';
import { CLIENT_DOCUMENTS } from '../../client/document.ts';
import type { Logger } from '../log.ts';
import { COMMAND_DOCUMENTS } from './command-documents.ts';
import { sha256Of } from './document-reference.ts';
import { parseDocument, readManifest } from './manifest.ts';

/** The only documents that run, with TRUSTED_DOCUMENTS. */
export interface TrustedDocuments {
  /** The text of a document by its id in the manifest, or by its SHA-256. */
  find(id: string, sha256: string | null): string | undefined;
  /** Whether a document is one of them, however it is formatted, and with `__typename` added where clients add it. */
  includes(document: DocumentNode): boolean;
  /** The texts of the manifest, with the names that messages use for them. */
  texts: ReadonlyMap<string, string>;
}

/**
 * Reads the trusted documents of a folder or manifest. Those of the client package and of the command
 * line are always among them; REST runs documents in the process, without this list.
 *
 * @throws ManifestError
 */
export function loadTrustedDocuments(place: string): TrustedDocuments {
  const texts = readManifest(place);
  const byId = new Map<string, string>();
  const known = new Set<string>();

  function trust(id: string | null, text: string): void {
    const document = parseDocument(text);
    known.add(canonicalHash(document));
    if (id !== null) byId.set(id, text);
    // Clients hash the text as they print it, which need not be as it is formatted in the file.
    for (const form of [text, text.trim(), print(document), stripIgnoredCharacters(text)]) {
      const sha256 = sha256Of(form);
      if (!byId.has(sha256)) byId.set(sha256, form);
    }
  }

  for (const [id, text] of texts) trust(id, text);
  for (const text of [...CLIENT_DOCUMENTS, ...COMMAND_DOCUMENTS]) trust(null, text);
  return {
    find: (id, sha256) => byId.get(id) ?? byId.get(sha256 ?? ''),
    includes: (document) => known.has(canonicalHash(document)),
    texts,
  };
}

/**
 * Documents that do not fit the schema stop no start: clients that are no longer in use may have left them in the
 * manifest.
 */
export function warnOfInvalid({ texts }: TrustedDocuments, errorsOf: (text: string) => readonly GraphQLError[], log: Logger): void {
  for (const [id, text] of texts) {
    const [error] = errorsOf(text);
    if (error) log.warn({ documentId: id, error: error.message }, 'TRUSTED_DOCUMENTS: this document cannot run');
  }
}

function canonicalHash(document: DocumentNode): string {
  return sha256Of(print(withoutTypename(document)));
}

/** Caches of clients add `__typename` to each selection. It stays where it is all that is selected. */
function withoutTypename(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      leave(set) {
        const selections = set.selections.filter(
          (selection) =>
            selection.kind !== Kind.FIELD || selection.name.value !== '__typename' || selection.alias || selection.directives?.length,
        );
        return selections.length === 0 ? undefined : { ...set, selections };
      },
    },
  });
}
