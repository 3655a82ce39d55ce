import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { transform } from 'esbuild';
import { expect, inject, it } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };
import { runCli } from '../../support/cli.ts';

it('can be parsed by Node 14, and imports nothing before it has looked at the version', async () => {
  const code = await readFile(inject('builtCli'), 'utf8');
  const printed = (target: string) => transform(code, { format: 'esm', target });
  expect((await printed('node14')).code).toBe((await printed('esnext')).code);
  expect(code).not.toMatch(/^\s*import\s*[\w{*'"]/m);
  expect(code.match(/import\(/g)).toHaveLength(1);
});

it.each(['14.0.0', '18.20.8', '20.18.3'])('refuses Node %s in one line', async (version) => {
  const preload = path.join(path.dirname(inject('builtCli')), `node-${version}.cjs`);
  await writeFile(preload, `Object.defineProperty(process.versions, 'node', { value: '${version}' });`);
  expect(await runCli(['serve'], { NODE_OPTIONS: `--require ${preload}` })).toEqual({
    code: 1,
    output: '',
    complaint: `tour-gateway: Node 20.19 or newer is needed; this is Node ${version}.\n`,
  });
});

it('needs the version that the package names', async () => {
  expect(packageJson.engines.node).toBe('>=20.19');
});

it('prints its version', async () => {
  for (const option of ['--version', '-V'])
    expect(await runCli([option])).toEqual({ code: 0, output: `${packageJson.version}\n`, complaint: '' });
});

it('ends with 2 for a command line that is wrong, and prints the reason last', async () => {
  const { code, output, complaint } = await runCli(['create-projct', '--name', 'x']);
  expect({ code, output }).toEqual({ code: 2, output: '' });
  expect(complaint).toMatch(/^Usage: .*\ntour-gateway: unknown command 'create-projct'\n\(Did you mean create-project\?\)\n$/s);
});
