import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');

const DOCUMENTS = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', ...listMarkdown('docs')];

/** The documents leave out these folders at the beginning of a path. */
const BASES = ['', 'src'];

/** Folders whose paths need no extension to be recognized as such. */
const FOLDERS = 'src|test|prisma|schema|scripts|docs|\\.ci|\\.config';

/** A path with an extension, or one below a folder of the repository; not a part of a URL, of an absolute path, or of a pattern. */
const PATH = new RegExp(
  `(?<![\\w./:@*{}<>$-])(?:(?:[\\w.-]+/)+[\\w.-]+\\.(?:ts|mjs|md|json|graphql|prisma)|(?:${FOLDERS})(?:/[\\w.-]+)+)(?![\\w/*{<])`,
  'g',
);

const LINK = /\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g;

function listMarkdown(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name));
}

/** Paths of this repository that a document names, outside of links. A sentence may end behind one. */
function namedPaths(text: string): string[] {
  return [...text.replaceAll(LINK, ']').matchAll(PATH)].map(([name]) => name.replace(/\.$/, ''));
}

function missingIn(document: string, text: string): string[] {
  const links = [...text.matchAll(LINK)].map(([, target = '']) => target);
  const missingLinks = links.filter((target) => !existsSync(path.resolve(ROOT, path.dirname(document), target)));
  const missingPaths = namedPaths(text).filter((name) => !BASES.some((base) => existsSync(path.resolve(ROOT, base, name))));
  return [...missingLinks, ...missingPaths];
}

describe('the documents', () => {
  it.each(DOCUMENTS)('%s names only paths that exist', (document) => {
    const text = readFileSync(path.join(ROOT, document), 'utf8');
    expect(missingIn(document, text)).toEqual([]);
  });

  it('are searched for paths in links, in code and in tables', () => {
    const text =
      '[a](gone.md#here) `src/gone.ts`, `domain/gone.ts` and src/gone/ | `test/gone.test.ts` | src/config.ts. [b](README.md) https://a.b/src/c.ts';
    expect(missingIn('README.md', text)).toEqual(['gone.md', 'src/gone.ts', 'domain/gone.ts', 'test/gone.test.ts']);
  });

  it('name a test for nearly every threat', () => {
    const text = readFileSync(path.join(ROOT, 'docs/security.md'), 'utf8');
    expect(new Set(namedPaths(text).filter((name) => name.endsWith('.test.ts'))).size).toBeGreaterThan(50);
  });
});
