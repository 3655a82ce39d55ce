import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { startProcess } from '../../support/process.ts';
import { restClient } from '../../support/rest.ts';

const run = promisify(execFile);

interface Outcome {
  code: number;
  output: string;
  complaint: string;
}

/** Each command is a process of its own, which opens the database: seconds, on a busy machine. */
describe('the command line', { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tour-gateway-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function gateway(...args: string[]): Promise<Outcome> {
    return gatewayWith({}, ...args);
  }
  async function gatewayWith(settings: Record<string, string>, ...args: string[]): Promise<Outcome> {
    const env = { ...process.env, DATABASE_URL: '', DATA_DIR: folder, ...settings };
    return run(process.execPath, [inject('builtCli'), ...args], { env }).then(
      ({ stdout, stderr }) => ({ code: 0, output: stdout, complaint: stderr }),
      ({ code, stdout, stderr }) => ({ code, output: stdout, complaint: stderr }),
    );
  }
  const printed = async (...args: string[]) => {
    const { code, output, complaint } = await gateway(...args);
    expect(complaint.replaceAll(/^Migration .*\n/gm, '')).toBe('');
    expect(code).toBe(0);
    return JSON.parse(output);
  };

  it('fills an empty database and tells the first key', async () => {
    expect(await printed('migrate')).toEqual({ migrated: true, firstKey: expect.stringMatching(/^phx_/) });
    expect(await printed('migrate')).toEqual({ migrated: true, firstKey: null });
  });

  it('administers projects, users, keys and flags', async () => {
    expect(await printed('create-project', '--name', 'Second', '--approve-ai')).toMatchObject({ id: 2, aiDataProcessingApproved: true });
    expect(await printed('update-project', '--id', '2', '--name', 'Renamed', '--no-approve-ai')).toMatchObject({
      name: 'Renamed',
      aiDataProcessingApproved: false,
    });
    expect(await printed('create-user', '--email', 'ada@example.com', '--project', '2')).toMatchObject({ id: 2, email: 'ada@example.com' });
    const flag = await printed('create-flag', '--project', '2', '--key', 'beta', '--filters', '{"groups":[]}', '--inactive');
    expect(flag).toMatchObject({ key: 'beta', active: false, filters: { groups: [] } });
    expect(await printed('update-flag', '--id', String(flag.id), '--active')).toMatchObject({ active: true });
    expect(await printed('delete-flag', '--id', String(flag.id))).toMatchObject({ deleted: true });
  });

  it('administers organizations, whether they allow keys or not', async () => {
    const { id } = await printed('create-organization', '--name', 'Acme', '--no-allow-keys');
    const project = await printed('create-project', '--name', 'Strict', '--organization', id);
    expect(project).toMatchObject({ id: 3, organizationId: id });
    const key = await printed('create-key', '--user', '1', '--scope', '*', '--organization', id);
    expect(key).toMatchObject({ organizationIds: [id] });
    expect(await printed('update-organization', '--id', id, '--allow-keys')).toMatchObject({ membersCanUsePersonalApiKeys: true });
    expect((await gateway('update-organization', '--id', '018f3c1e-4b5a-4c6d-8e7f-0123456789ab')).complaint).toContain(
      'Organization not found',
    );
  });

  it('makes keys that open the API, and revokes them', async () => {
    const key = await printed('create-key', '--user', '2', '--scope', 'product_tour:read', '--label', 'Reader', '--project', '2');
    expect(key).toMatchObject({ secret: expect.stringMatching(/^phx_/), scopes: ['product_tour:read'], projectIds: [2] });
    const status = async () => {
      const server = await startProcess({ DATA_DIR: folder });
      const { status: answer } = await restClient(server.url, key.secret)('GET', '2/product_tours/');
      await server.stop('SIGTERM');
      return answer;
    };
    expect(await status()).toBe(200);
    expect(await printed('revoke-key', '--id', key.id)).toMatchObject({ id: key.id, revokedAt: expect.any(String) });
    expect(await status()).toBe(401);
  });

  it('lists keys, tokens and users, for people and for programs', async () => {
    const admin = await printed('create-key', '--user', '1', '--admin', '--label', 'All of it');
    expect(admin).toMatchObject({ scopes: ['*', 'installation'] });
    const keys = await printed('list-keys', '--json');
    expect(keys[0]).toEqual({
      id: admin.id,
      userId: 1,
      label: 'All of it',
      mask: `phx_...${admin.secret.slice(-4)}`,
      scopes: ['*', 'installation'],
      projectIds: [],
      organizationIds: [],
      createdAt: expect.any(String),
      lastUsedAt: null,
      expiresAt: null,
      revokedAt: null,
    });
    expect(keys.map(({ label }: { label: string }) => label)).toContain('First key');
    expect(await printed('list-keys', '--json', '--user', '1', '--active')).toContainEqual(keys[0]);
    expect(await printed('list-keys', '--json', '--user', '99')).toEqual([]);
    expect(await printed('list-tokens', '--json')).toEqual([]);
    expect(await printed('list-users', '--json')).toEqual([
      { id: 1, email: 'admin@example.com', name: 'Admin', isActive: true },
      { id: 2, email: 'ada@example.com', name: '', isActive: true },
    ]);
    const { code, output } = await gateway('list-users');
    expect({ code, output }).toEqual({
      code: 0,
      output: 'id  email              name   isActive\n1   admin@example.com  Admin  true\n2   ada@example.com    -      true\n',
    });
    expect((await gateway('list-keys')).output).not.toContain(admin.secret);
  });

  it('makes access tokens, and revokes them', async () => {
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const token = await printed('create-token', '--user', '2', '--scope', 'product_tour:read', '--expires-at', expiresAt);
    expect(token).toMatchObject({ secret: expect.stringMatching(/^pha_/), scopes: ['product_tour:read'], projectIds: [], expiresAt });
    const server = await startProcess({ DATA_DIR: folder });
    expect((await restClient(server.url, token.secret)('GET', '2/product_tours/')).status).toBe(200);
    await server.stop('SIGTERM');
    expect((await gateway('revoke-key', '--id', token.id)).code).toBe(1);
    expect(await printed('revoke-token', '--id', token.id)).toMatchObject({ id: token.id, revokedAt: expect.any(String) });
  });

  it.each([
    [2, 'there is no command', ['create-nothing']],
    [2, '--name is missing', ['create-project']],
    [2, 'takes a whole number', ['update-project', '--id', 'two']],
    [2, '--scope is missing', ['create-key', '--user', '2']],
    [2, '--expires-at is missing', ['create-token', '--user', '2', '--scope', '*']],
    [2, '--expires-at takes a moment', ['create-token', '--user', '2', '--scope', '*', '--expires-at', 'soon']],
    [2, "Unknown option '--nope'", ['create-project', '--nope']],
    [1, 'Enter a valid email address', ['create-user', '--email', 'nobody']],
    [1, "There is no scope 'all'", ['create-key', '--user', '2', '--scope', 'all']],
    [1, 'Not found', ['revoke-key', '--id', '018f3c1e-4b5a-4c6d-8e7f-0123456789ab']],
  ])('ends with %i and says: %s', async (code, complaint, args) => {
    const found = await gateway(...args);
    expect(found).toMatchObject({ code, output: '' });
    expect(found.complaint).toContain(complaint);
    expect(found.complaint).not.toMatch(/\n {4}at /);
  });

  it('says in one line what is in the way: a folder in use, a database that is away or not there, a port that is taken', async () => {
    const server = await startProcess({ DATA_DIR: folder });
    const { port } = new URL(server.url);
    const circumstances: [Record<string, string>, string, string][] = [
      [{}, 'migrate', `in use by process ${server.child.pid}`],
      [{}, 'serve', `in use by process ${server.child.pid}`],
      [{ DATABASE_URL: 'postgresql://127.0.0.1:1/nowhere' }, 'migrate', 'ECONNREFUSED'],
      [{ DATA_DIR: ':memory:', PORT: port, LOG_LEVEL: 'silent' }, 'serve', 'EADDRINUSE'],
      [{ PORT: 'none', RATE_LIMIT: 'maybe' }, 'serve', 'PORT: "none"'],
    ];
    for (const [settings, command, complaint] of circumstances) {
      const found = await gatewayWith(settings, command);
      expect(found).toMatchObject({ code: 1, output: '' });
      expect(found.complaint).toContain(complaint);
      expect(found.complaint).not.toMatch(/\n {4}at /);
    }
    await server.stop('SIGTERM');
  });
});
