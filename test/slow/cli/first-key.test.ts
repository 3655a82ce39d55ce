import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { createTestDatabase } from '../../support/database.ts';
import { graphqlClient } from '../../support/graphql.ts';
import { startProcess } from '../../support/process.ts';

const OWN_KEY = 'phx_first_key_test_key_0001';
const KEY = /phx_[\w-]{43}/g;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tour-gateway-first-key-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8);

/** Serves with these settings until it is ready. @returns what it printed, and the scopes of a key */
async function serveOnce(env: Record<string, string>, readKey: () => Promise<string>): Promise<{ output: string; scopes: string[] }> {
  const gateway = await startProcess({ DATA_DIR: path.join(folder, 'data'), ...env });
  try {
    const { viewer } = await graphqlClient(gateway.url, await readKey())('{ viewer { scopes } }');
    return { output: gateway.output(), scopes: viewer.scopes };
  } finally {
    await gateway.stop('SIGTERM');
  }
}

it('is written to a file of the data folder that only its owner may read, and never printed, without a terminal', async () => {
  const file = path.join(folder, 'data/first-key');
  const readKey = async () => (await readFile(file, 'utf8')).trim();
  const { output, scopes } = await serveOnce({}, readKey);
  expect(scopes).toEqual(['*', 'installation']);
  expect(await readKey()).toMatch(/^phx_\S{43}$/);
  expect(await modeOf(file)).toBe('600');
  expect(output).toContain(file);
  expect(output).not.toContain('phx_');
  const key = await readKey();
  expect((await serveOnce({}, readKey)).output).not.toContain(file);
  expect(await readKey()).toBe(key);
});

it('is written to FIRST_KEY_FILE, in the place of whatever had that name', async () => {
  const [file, victim] = [path.join(folder, 'key'), path.join(folder, 'victim')];
  await writeFile(victim, 'untouched');
  await symlink(victim, file);
  const { output } = await serveOnce({ FIRST_KEY_FILE: file }, async () => (await readFile(file, 'utf8')).trim());
  expect(output).toContain(file);
  expect(await readFile(victim, 'utf8')).toBe('untouched');
  expect([await modeOf(file), existsSync(path.join(folder, 'data/first-key'))]).toEqual(['600', false]);
});

it('leaves the database empty when it cannot be written', async () => {
  await expect(startProcess({ DATA_DIR: path.join(folder, 'data'), FIRST_KEY_FILE: path.join(folder, 'missing/key') })).rejects.toThrow(
    'ENOENT',
  );
  const file = path.join(folder, 'data/first-key');
  await serveOnce({}, async () => (await readFile(file, 'utf8')).trim());
});

it('is neither printed nor written when it comes from the environment', async () => {
  const { output } = await serveOnce({ BOOTSTRAP_PERSONAL_API_KEY: OWN_KEY }, async () => OWN_KEY);
  expect(output).not.toContain('phx_');
  expect(existsSync(path.join(folder, 'data/first-key'))).toBe(false);
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: path.join(folder, 'other'), BOOTSTRAP_PERSONAL_API_KEY: OWN_KEY };
  const { stdout } = await promisify(execFile)(process.execPath, [inject('builtCli'), 'migrate'], { env });
  expect(JSON.parse(stdout)).toEqual({ migrated: true, firstKey: null });
});

it('is kept out of the log of a database in memory too', async () => {
  const gateway = await startProcess({ DATA_DIR: ':memory:' });
  const file = /cat '([^']+)'/.exec(gateway.output())?.[1] as string;
  const key = (await readFile(file, 'utf8')).trim();
  expect(await graphqlClient(gateway.url, key)('{ viewer { scopes } }')).toEqual({ viewer: { scopes: ['*', 'installation'] } });
  expect(gateway.output()).not.toContain(key);
  await gateway.stop('SIGTERM');
  await rm(path.dirname(file), { recursive: true });
});

it('is printed once on a terminal', async () => {
  const env = { ...process.env, DATABASE_URL: '', PORT: '0', LOG_LEVEL: 'info', DATA_DIR: path.join(folder, 'data') };
  const terminal = spawn('script', ['-qec', `'${process.execPath}' '${inject('builtCli')}' serve`, '/dev/null'], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  });
  const ended = once(terminal, 'exit');
  let output = '';
  for await (const chunk of terminal.stdout) {
    output += chunk;
    // Ctrl+C.
    if (output.includes('GraphQL (or open')) {
      terminal.stdin.write('\x03');
      break;
    }
  }
  await ended;
  expect(output.match(KEY)).toHaveLength(1);
  expect(existsSync(path.join(folder, 'data/first-key'))).toBe(false);
});

it('of PostgreSQL needs a place: without one nothing is made, and the start says how to provide one', async () => {
  const database = await createTestDatabase();
  const { databaseUrl } = database.config;
  if (databaseUrl === undefined) return;
  try {
    const reason = await startProcess({ DATABASE_URL: databaseUrl, RATE_LIMIT: 'off' }).catch((error: Error) => error.message);
    for (const way of ['BOOTSTRAP_PERSONAL_API_KEY', 'FIRST_KEY_FILE', 'tour-gateway migrate']) expect(reason).toContain(way);
    expect(reason).not.toMatch(/\n {4}at |phx_\S{43}/);
    const file = path.join(folder, 'key');
    const settings = { DATABASE_URL: databaseUrl, FIRST_KEY_FILE: file, RATE_LIMIT: 'off' };
    expect((await serveOnce(settings, async () => (await readFile(file, 'utf8')).trim())).scopes).toEqual(['*', 'installation']);
  } finally {
    await database.drop();
  }
});
