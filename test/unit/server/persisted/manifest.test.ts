import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readManifest } from '../../../../src/server/persisted/manifest.ts';
import { loadTrustedDocuments } from '../../../../src/server/persisted/trusted-documents.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'manifest-'));
afterAll(() => rmSync(folder, { recursive: true }));

let count = 0;
/** Writes files below a new folder, and gives the path of that folder. */
function write(files: Record<string, unknown>): string {
  const root = path.join(folder, String(++count));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return root;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const A = 'query A { __typename }';
const B = 'query B { viewer { scopes } }';
const apollo = (operations: object[]) => ({ format: 'apollo-persisted-query-manifest', version: 1, operations });

describe('a manifest', () => {
  it.each<[string, unknown]>([
    [
      'Apollo',
      apollo([
        { id: sha256(A), name: 'A', type: 'query', body: A },
        { id: 'b', name: 'B', type: 'query', body: B },
      ]),
    ],
    ['Relay and GraphQL Code Generator', { [sha256(A)]: A, b: B }],
    ['an object with prefixed ids', { [`sha256:${sha256(A)}`]: A, b: B }],
  ])('of %s is read', (_, content) => {
    const texts = readManifest(path.join(write({ 'documents.json': content }), 'documents.json'));
    expect([...texts.values()]).toEqual([A, B]);
    expect(texts.get('b')).toBe(B);
  });

  it('is a folder, whose files are read at any depth', () => {
    const place = write({
      'a.graphql': A,
      'deep/er/b.gql': `\ufeff${B}\n`,
      'deep/c.json': { c: 'query C { __typename }' },
      'README.md': 'no document',
    });
    expect([...readManifest(place).values()]).toEqual([A, 'query C { __typename }', `${B}\n`]);
  });

  it('may contain a document twice', () => {
    expect(readManifest(write({ 'a.json': { a: A }, 'b.json': { a: A, b: A } })).size).toBe(2);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ['is no JSON', { 'm.json': '{' }, /m\.json: .*JSON/],
    ['is a list', { 'm.json': [A] }, /m\.json: expected a persisted query manifest of Apollo/],
    ['has values that are no texts', { 'm.json': { a: { query: A } } }, /m\.json: expected/],
    ['has an unknown format', { 'm.json': { format: 'other', a: A } }, /m\.json: expected/],
    ['has an unknown version', { 'm.json': { ...apollo([{ id: 'a', body: A }]), version: 2 } }, /m\.json: expected/],
    ['has an operation without a body', { 'm.json': apollo([{ id: 'a' }]) }, /m\.json: expected/],
    ['is empty', { 'm.json': {} }, /contains no documents/],
    ['is a folder without documents', { 'README.md': '' }, /contains no documents/],
    ['has a document that does not parse', { 'm.json': { a: 'query {' } }, /m\.json: document "a": Syntax Error/],
    ['has an empty document', { 'a.graphql': ' ' }, /a\.graphql: document "sha256:\w+": Syntax Error/],
    ['has a document of fragments alone', { 'f.graphql': 'fragment F on Tour { name }' }, /f\.graphql: .* contains no operation/],
    ['has one id for two documents', { 'a.json': { a: A }, 'b.json': { a: B } }, /b\.json: the id "a" stands for two different documents/],
    ['has a hash of another document', { 'm.json': { [`sha256:${sha256(B)}`]: A } }, /m\.json: .* is not the SHA-256/],
  ])('that %s is refused with one line that names the setting and the file', (_, files, message) => {
    const place = write(files);
    const [only = ''] = Object.keys(files);
    for (const at of only.endsWith('.json') && Object.keys(files).length === 1 ? [place, path.join(place, only)] : [place]) {
      expect(() => readManifest(at)).toThrow(message);
      expect(() => readManifest(at)).toThrow(/^TRUSTED_DOCUMENTS: \S+[^\n]+$/);
    }
  });

  it('that does not exist is refused', () => {
    expect(() => readManifest('/no/such/place')).toThrow(/^TRUSTED_DOCUMENTS: \/no\/such\/place: ENOENT/);
  });
});

describe('trusted documents', () => {
  const formatted = 'query A($id: UUID!) {\n  tour(id: $id) {\n    name # the name\n  }\n}\n';
  const trusted = loadTrustedDocuments(write({ 'a.graphql': formatted }));

  it.each([
    ['as it is', formatted],
    ['without the end of its last line', formatted.trim()],
    ['as clients print it', 'query A($id: UUID!) {\n  tour(id: $id) {\n    name\n  }\n}'],
    ['without white space', 'query A($id:UUID!){tour(id:$id){name}}'],
  ])('are found by the hash of the text %s', (_, text) => {
    expect(trusted.find('', sha256(text))).toBe(text);
  });

  it('are not found by any other hash', () => {
    expect(trusted.find(sha256('other'), sha256('other'))).toBeUndefined();
    expect(trusted.find('', null)).toBeUndefined();
  });
});
