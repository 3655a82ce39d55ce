import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules, createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTour } from '../../gateway/client/editor.ts';
import { startTestApp } from '../../support/app.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

/** What a browser has: no types of Node, nothing global but the page's own. */
const BROWSER: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.asynciterable.d.ts'],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
};

let built: string;

beforeAll(async () => {
  // Where packages are found.
  const folder = path.join(ROOT, 'node_modules/.cache/tour-gateway');
  await mkdir(folder, { recursive: true });
  built = await mkdtemp(path.join(folder, 'client-'));
  await writeFile(path.join(built, 'package.json'), '{ "type": "module" }');
});
afterAll(() => rm(built, { recursive: true, force: true }));

function compile(files: string[], options: ts.CompilerOptions): string[] {
  const program = ts.createProgram(files, { ...BROWSER, ...options });
  const { diagnostics } = program.emit();
  return [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, '\n'),
  );
}

it('compiles with the types of a browser alone', () => {
  const options = { outDir: built, rootDir: path.join(ROOT, 'src'), declaration: true, rewriteRelativeImportExtensions: true };
  expect(compile([path.join(ROOT, 'src/client/client.ts')], options)).toEqual([]);
});

it('imports nothing of Node, as built', async () => {
  const seen = new Set<string>();
  async function visit(file: string): Promise<void> {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { fileName } of ts.preProcessFile(await readFile(file, 'utf8')).importedFiles) {
      expect(builtinModules).not.toContain(fileName.replace(/^node:/, ''));
      await visit(fileName.startsWith('.') ? path.resolve(path.dirname(file), fileName) : browserEntry(fileName));
    }
  }
  await visit(path.join(built, 'client/client.js'));
  const names = [...seen].map((file) => path.relative(built, file));
  expect(names.filter((name) => name.startsWith('client/')).length).toBeGreaterThan(15);
  expect(names.filter((name) => !/^client\/[\w-]+\.js$|^json\/patch\.js$|\/fast-json-patch\//.test(name))).toEqual([]);
  expect(names).toContain('json/patch.js');
});

it('is found by its name, and gives types to those who use it', async () => {
  const manifest = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  const { types, default: code } = manifest.exports['./client'];
  for (const file of [types, code]) expect(existsSync(path.join(built, file.replace('./dist/', '')))).toBe(true);
  const user = path.join(built, 'user.ts');
  await writeFile(
    user,
    `import { watchDraft } from './client/client.js';
     const watch = watchDraft({ url: '', tourId: '' });
     export const name: string | null | undefined = watch.draft?.working.name;
     // @ts-expect-error: a revision is a number
     export const saving = watch.save({ name: 'x' }, { expectedRevision: '1' });`,
  );
  expect(compile([user], { noEmit: true })).toEqual([]);
});

it('lets a Node process end that has closed its watch', async () => {
  const gateway = await startTestApp();
  const options = { url: gateway.url, key: gateway.key, tourId: await createTour(gateway) };
  await writeFile(
    path.join(built, 'program.js'),
    `import { watchDraft } from './client/client.js';
     const watch = watchDraft(${JSON.stringify(options)});
     for await (const { kind } of watch) if (kind === 'SAVED') break; else watch.save({ name: 'From a program' });
     watch.close();
     console.log(watch.status, watch.draft.working.name);`,
  );
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [path.join(built, 'program.js')], { timeout: 15_000 });
  expect([stdout, stderr]).toEqual(['closed From a program\n', '']);
  await gateway.stop();
});

/** What a bundler for browsers takes: the package's ES module. */
function browserEntry(name: string): string {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { module: entry } = createRequire(import.meta.url)(manifest);
  return path.join(path.dirname(manifest), entry);
}
