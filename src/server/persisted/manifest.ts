import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type DocumentNode, Kind, parse } from 'graphql';
import { z } from 'zod';
import { SetupError } from '../../config/setup-error.ts';
import { sha256Of } from './document-reference.ts';

/** TRUSTED_DOCUMENTS cannot be used. The message is one line that names the setting and the file. */
export class ManifestError extends SetupError {
  constructor(file: string, reason: string) {
    super(`TRUSTED_DOCUMENTS: ${file}: ${reason.replaceAll(/\s+/g, ' ')}`);
  }
}

/** The largest file, in bytes. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** The most documents. */
const MAX_DOCUMENTS = 50_000;

/** Apollo's `generate-persisted-query-manifest` writes this. */
const APOLLO = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ id: z.string().min(1), body: z.string() })),
});

/** `persisted_queries.json` of Relay and `persisted-documents.json` of GraphQL Code Generator. */
const BY_ID = z.record(z.string().min(1), z.string());

const EXPECTED =
  'expected a persisted query manifest of Apollo (format "apollo-persisted-query-manifest", version 1), or an object of ids and texts as Relay and GraphQL Code Generator write it';

/**
 * Reads a manifest, or a folder with `.graphql`, `.gql` and `.json` files, at any depth.
 *
 * @returns the texts by their ids; the id of a `.graphql` file is `sha256:` and its hash
 * @throws ManifestError
 */
export function readManifest(place: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const file of listFiles(place)) {
    for (const [id, text] of readFile(file)) {
      const known = texts.get(id);
      if (known !== undefined && known !== text) throw new ManifestError(file, `the id "${id}" stands for two different documents`);
      check(file, id, text);
      texts.set(id, text);
    }
    if (texts.size > MAX_DOCUMENTS) throw new ManifestError(file, `there are more than ${MAX_DOCUMENTS} documents`);
  }
  if (texts.size === 0) throw new ManifestError(place, 'it contains no documents');
  return texts;
}

function listFiles(place: string): string[] {
  return attempt(place, () => {
    if (!statSync(place).isDirectory()) return [place];
    const names = readdirSync(place, { recursive: true, encoding: 'utf8' });
    return names
      .filter((name) => /\.(graphql|gql|json)$/.test(name))
      .sort()
      .map((name) => path.join(place, name));
  });
}

function readFile(file: string): [id: string, text: string][] {
  const text = attempt(file, () => {
    if (statSync(file).size > MAX_FILE_BYTES) throw new Error(`it is larger than ${MAX_FILE_BYTES} bytes`);
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  });
  return /\.(graphql|gql)$/.test(file) ? [[`sha256:${sha256Of(text)}`, text]] : readJson(file, text);
}

function readJson(file: string, text: string): [id: string, text: string][] {
  const value = attempt(file, () => JSON.parse(text) as unknown);
  const apollo = APOLLO.safeParse(value);
  if (apollo.success) return apollo.data.operations.map(({ id, body }) => [id, body]);
  const byId = BY_ID.safeParse(value);
  if (byId.success && !('format' in byId.data)) return Object.entries(byId.data);
  throw new ManifestError(file, EXPECTED);
}

function check(file: string, id: string, text: string): void {
  if (id.startsWith('sha256:') && id !== `sha256:${sha256Of(text)}`)
    throw new ManifestError(file, `the id "${id}" is not the SHA-256 of its document`);
  const { definitions } = attempt(`${file}: document "${id}"`, () => parseDocument(text));
  if (!definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION))
    throw new ManifestError(file, `the document "${id}" contains no operation; put fragments into the documents that use them`);
}

export function parseDocument(text: string): DocumentNode {
  return parse(text, { noLocation: true });
}

/** @throws ManifestError with the reason why the work failed */
function attempt<Value>(file: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw new ManifestError(file, error instanceof Error ? error.message : String(error));
  }
}
