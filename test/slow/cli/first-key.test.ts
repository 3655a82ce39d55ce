import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, open, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { createDatabase } from '../../../src/db/database.ts';
import { runCli } from '../../support/cli.ts';
import { createTestDatabase } from '../../support/database.ts';
import { graphqlClient } from '../../support/graphql.ts';
import { startProcess } from '../../support/process.ts';

const OWN_KEY = 'phx_first_key_test_key_0001';
const KEY = /phx_[\w-]{43}/g;

let migrated: string;
let folder: string;
beforeAll(async () => {
  migrated = await mkdtemp(path.join(tmpdir(), 'tour-gateway-migrated-'));
  await (await createDatabase({ databaseUrl: undefined, dataDir: migrated, databasePoolSize: 1 })).close();
});
afterAll(() => rm(migrated, { recursive: true, force: true }));

/** `data` in the folder has a database that is migrated and empty, which takes less time than a new one. */
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tour-gateway-first-key-'));
  await cp(migrated, path.join(folder, 'data'), { recursive: true });
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

it('leaves the database empty when it cannot be written, and what had its name', async () => {
  const blocked = path.join(folder, 'blocked');
  await mkdir(path.join(blocked, 'inside'), { recursive: true });
  for (const place of [path.join(folder, 'missing/key'), blocked]) {
    const starting = startProcess({ DATA_DIR: path.join(folder, 'data'), FIRST_KEY_FILE: place });
    const reason = await starting.catch((error: Error) => error.message);
    expect(reason).toContain(`The first personal API key cannot be written to ${place}`);
    expect(reason).toContain('set FIRST_KEY_FILE');
    expect(reason).not.toMatch(/phx_[\w-]{43}|\n {4}at /);
  }
  expect(await readdir(folder)).toEqual(['blocked', 'data']);
  expect(await readdir(path.join(folder, 'data'))).toEqual(['pgdata']);
  const file = path.join(folder, 'data/first-key');
  await serveOnce({}, async () => (await readFile(file, 'utf8')).trim());
});

it('is neither printed nor written when it comes from the environment', async () => {
  const { output } = await serveOnce({ BOOTSTRAP_PERSONAL_API_KEY: OWN_KEY }, async () => OWN_KEY);
  expect(output).not.toContain('phx_');
  expect(existsSync(path.join(folder, 'data/first-key'))).toBe(false);
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: path.join(folder, 'data'), BOOTSTRAP_PERSONAL_API_KEY: OWN_KEY };
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

it('is not made when migrate cannot print it', async () => {
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: path.join(folder, 'data') };
  const full = await open('/dev/full', 'w');
  const child = spawn(process.execPath, [inject('builtCli'), 'migrate'], { env, stdio: ['ignore', full.fd, 'ignore'] });
  expect((await once(child, 'exit'))[0]).toBe(1);
  await full.close();
  const { stdout } = await promisify(execFile)(process.execPath, [inject('builtCli'), 'migrate'], { env });
  expect(JSON.parse(stdout)).toEqual({ migrated: true, firstKey: expect.stringMatching(/^phx_\S{43}$/) });
});

it('can be replaced when it is lost', async () => {
  const env = { DATA_DIR: path.join(folder, 'data') };
  expect((await runCli(['migrate'], env)).code).toBe(0);
  const { output } = await runCli(['create-key', '--user', '1', '--admin', '--label', 'Recovery'], env);
  const { secret } = JSON.parse(output);
  expect((await serveOnce({}, async () => secret)).scopes).toEqual(['*', 'installation']);
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

it('of an empty PostgreSQL database is printed by a command that creates something, and others leave it empty', async () => {
  const database = await createTestDatabase();
  const { databaseUrl } = database.config;
  if (databaseUrl === undefined) return;
  const url = new URL(databaseUrl);
  const admin = new pg.Client(databaseUrl);
  await admin.connect();
  const name = `${url.pathname.slice(1)}_empty`;
  await admin.query(`CREATE DATABASE ${name}`);
  url.pathname = name;
  const env = { DATABASE_URL: url.href };
  try {
    const { code, complaint } = await runCli(['list-users'], env);
    expect({ code, complaint }).toEqual({
      code: 1,
      complaint: expect.stringMatching(new RegExp(`The PostgreSQL database "${name}" at .* is empty`)),
    });
    const empty = new pg.Client(url.href);
    await empty.connect();
    expect((await empty.query("SELECT FROM information_schema.tables WHERE table_schema = 'public'")).rowCount).toBe(0);
    await empty.end();
    const created = await runCli(['create-user', '--email', 'ada@example.com', '--project', '1'], env);
    expect(JSON.parse(created.output)).toMatchObject({ id: 2, email: 'ada@example.com' });
    const [key, ...others] = created.complaint.match(KEY) ?? [];
    expect(others).toEqual([]);
    expect((await runCli(['create-user', '--email', 'bob@example.com'], env)).complaint).toBe('');
    expect((await serveOnce({ ...env, RATE_LIMIT: 'off' }, async () => key as string)).scopes).toEqual(['*', 'installation']);
  } finally {
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
    await database.drop();
  }
});
