import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, runCli } from '../../support/cli.ts';
import { startProcess } from '../../support/process.ts';
import { restClient } from '../../support/rest.ts';

/** Each command is a process of its own, which opens the database: seconds, on a busy machine. */
describe('the command line', { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'tour-gateway-cli-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const gateway = (...args: string[]): Promise<Outcome> => runCli(args, { DATA_DIR: folder });
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

  const NOBODY = '018f3c1e-4b5a-4c6d-8e7f-0123456789ab';

  it.each([
    ['Enter a valid email address', ['create-user', '--email', 'nobody']],
    ["There is no scope 'all'", ['create-key', '--user', '2', '--scope', 'all']],
    ['No project 7 in the embedded database in', ['update-project', '--id', '7', '--name', 'x']],
    ['No project 7 in the embedded database in', ['create-user', '--email', 'x@example.com', '--project', '1', '7']],
    ['No user 99 in the embedded database in', ['create-key', '--user', '99', '--admin']],
    [`No organization ${NOBODY} in the embedded database in`, ['create-key', '--user', '1', '--admin', '--organization', NOBODY]],
    [`Not found. No personal API key ${NOBODY} in`, ['revoke-key', '--id', NOBODY]],
    [`No access token ${NOBODY} in`, ['revoke-token', '--id', NOBODY]],
    ['No feature flag 99 in', ['update-flag', '--id', '99', '--active']],
  ])('ends with 1 and says: %s', async (complaint, args) => {
    const found = await gateway(...args);
    expect(found).toMatchObject({ code: 1, output: '' });
    expect(found.complaint).toContain(complaint);
    expect(found.complaint).not.toMatch(/\n {4}at /);
  });

  it('points to the gateway that has the folder open', async () => {
    const server = await startProcess({ DATA_DIR: folder });
    for (const command of ['list-users', 'migrate', 'serve']) {
      const { code, output, complaint } = await gateway(command);
      expect({ code, output }).toEqual({ code: 1, output: '' });
      expect(complaint).toContain(`in use by process ${server.child.pid}`);
      expect(complaint.includes('TOUR_GATEWAY_URL'), command).toBe(command === 'list-users');
    }
    await server.stop('SIGTERM');
  });

  it('needs an existing database, says where it looked, and creates none', async () => {
    const missing = path.join(folder, 'missing');
    for (const args of [['list-users'], ['create-user', '--email', 'x@example.com'], ['revoke-key', '--id', NOBODY]]) {
      const { code, output, complaint } = await runCli(args, { DATA_DIR: missing });
      expect({ code, output }).toEqual({ code: 1, output: '' });
      expect(complaint).toContain(`There is no embedded database in ${missing}`);
      expect(complaint).toContain('DATA_DIR');
    }
    expect(await readdir(folder)).not.toContain('missing');
    expect((await runCli(['list-users'], { DATA_DIR: ':memory:' })).complaint).toContain('There is no embedded database in memory');
    const unreachable = { DATABASE_URL: 'postgresql://me:hunter2@127.0.0.1:1/tours' };
    const { code, complaint } = await runCli(['list-users'], unreachable);
    expect({ code, complaint }).toEqual({ code: 1, complaint: expect.stringContaining('PostgreSQL at 127.0.0.1:1 cannot be reached') });
    expect(complaint).not.toContain('hunter2');
  });
});
