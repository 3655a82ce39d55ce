import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { gatewayTest } from '../support/gateway-test.ts';

const README = await readFile(path.join(import.meta.dirname, '../../README.md'), 'utf8');

/** The examples, in the order in which they stand: the blocks of the README that are marked as such. */
const EXAMPLES = [...README.matchAll(/^```sh example\n(.*?)^```$/gms)].map((match) => match[1] as string);

const it = gatewayTest();

describe('the README', () => {
  let gateway: TestApp;
  let folder: string;
  it.beforeAll(async ({ gateway: started }) => {
    gateway = started;
    folder = await mkdtemp(path.join(tmpdir(), 'tour-gateway-readme-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it('has examples that run as they stand', async () => {
    expect(EXAMPLES).toHaveLength(4);
    // The stream ends by itself when its tour is deleted. A pause lets the stream open, as a reader's hands would; after each example a line tells where the next one's output starts.
    const script = EXAMPLES.join('\nsleep 1; echo; echo "== next"\n');
    const output = await run(`set -eu\n${script}\nwait $!`, { URL: gateway.url, KEY: gateway.key });
    const [, , drafted = '', found = ''] = output.split('== next');
    const bodies = (text: string) => text.split(/(?<=\})(?=\{"id")/).map((line) => JSON.parse(line));
    expect(bodies(drafted).map(({ name, has_draft, description }) => ({ name, has_draft, description }))).toEqual([
      { name: 'Send an invoice', has_draft: true, description: '' },
      { name: 'Send an invoice', has_draft: true, description: '' },
      { name: 'Send your first invoice', has_draft: false, description: 'Two minutes' },
    ]);
    expect(JSON.parse(found)).toMatchObject({ count: 1, results: [{ name: 'Send your first invoice' }] });
    const events = await readFile(path.join(folder, 'events.log'), 'utf8');
    expect([...events.matchAll(/"kind":"(\w+)"/g)].map((match) => match[1])).toEqual(
      expect.arrayContaining(['SNAPSHOT', 'SAVED', 'PUBLISHED']),
    );
  });

  it('names every setting', async () => {
    const listed = await readFile(path.join(import.meta.dirname, '../../.env.example'), 'utf8');
    const names = [...listed.matchAll(/^#?\s?([A-Z][A-Z_]+)=/gm)].map((match) => match[1] as string);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !README.includes(`\`${name}\``))).toEqual([]);
  });

  function run(script: string, variables: Record<string, string>): Promise<string> {
    return new Promise((resolve, reject) => {
      const shell = spawn('bash', ['-c', script], { cwd: folder, env: { ...process.env, ...variables } });
      let output = '';
      shell.stdout.on('data', (chunk) => {
        output += chunk;
      });
      shell.stderr.on('data', (chunk) => {
        output += chunk;
      });
      shell.once('error', reject);
      shell.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`exit ${code}: ${output}`))));
    });
  }
});
