import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Outcome, runCli } from '../../support/cli.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { graphqlClient } from '../../support/graphql.ts';
import { startPrefixProxy } from '../../support/prefix-proxy.ts';
import { type GatewayProcess, startProcess } from '../../support/process.ts';

const KEY = 'phx_remote_test_key_000001';

let database: TestDatabase;
let gateway: GatewayProcess;
beforeAll(async () => {
  database = await createTestDatabase();
  const { databaseUrl } = database.config;
  const place = databaseUrl === undefined ? { DATA_DIR: ':memory:' } : { DATABASE_URL: databaseUrl, RATE_LIMIT: 'off' };
  gateway = await startProcess({ ...place, BOOTSTRAP_PERSONAL_API_KEY: KEY });
});
afterAll(async () => {
  await gateway.stop('SIGTERM');
  await database.drop();
});

/** DATA_DIR is a folder that nothing may touch. */
function remote(args: readonly string[], { url = gateway.url, key = KEY } = {}): Promise<Outcome> {
  return runCli(args, { TOUR_GATEWAY_URL: url, TOUR_GATEWAY_KEY: key, DATA_DIR: '/proc/nowhere' });
}

async function printed(...args: string[]) {
  const { code, output, complaint } = await remote(args);
  expect({ code, complaint }).toEqual({ code: 0, complaint: '' });
  return JSON.parse(output);
}

async function serveHttp(server: Server): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('with TOUR_GATEWAY_URL, commands talk to the running gateway', () => {
  it('for projects, users, keys, tokens, organizations and flags', async () => {
    const organization = await printed('create-organization', '--name', 'Acme');
    expect(organization).toEqual({ id: expect.stringMatching(/^[\da-f-]{36}$/), name: 'Acme', membersCanUsePersonalApiKeys: true });
    expect(await printed('create-project', '--name', 'Second', '--organization', organization.id, '--json')).toEqual({
      id: 2,
      name: 'Second',
      token: expect.stringMatching(/^phc_/),
      aiDataProcessingApproved: false,
      organizationId: organization.id,
    });
    expect(await printed('update-project', '--id', '2', '--name', 'Renamed')).toMatchObject({ id: 2, name: 'Renamed' });
    expect(await printed('create-user', '--email', 'ada@example.com', '--project', '1', '2')).toMatchObject({
      id: 2,
      email: 'ada@example.com',
    });
    const key = await printed('create-key', '--user', '2', '--scope', 'product_tour:read', 'feature_flag:read', '--project', '1');
    expect(key).toMatchObject({ secret: expect.stringMatching(/^phx_/), projectIds: [1], expiresAt: null });
    expect(await graphqlClient(gateway.url, key.secret)('{ viewer { scopes } }')).toEqual({ viewer: { scopes: key.scopes } });
    expect(await printed('revoke-key', '--id', key.id)).toEqual({ id: key.id, revokedAt: expect.stringMatching(/^\d{4}-.*\.\d{3}Z$/) });
    const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
    const token = await printed('create-token', '--user', '2', '--scope', 'product_tour:read', '--expires-at', expiresAt);
    expect(token).toMatchObject({ secret: expect.stringMatching(/^pha_/), expiresAt });
    expect(await printed('list-tokens', '--json', '--user', '2', '--active')).toMatchObject([{ id: token.id, userId: 2 }]);
    expect(await printed('revoke-token', '--id', token.id)).toMatchObject({ id: token.id });
    const flag = await printed('create-flag', '--project', '2', '--key', 'beta', '--filters', '{"groups":[]}', '--inactive');
    expect(flag).toMatchObject({ projectId: 2, key: 'beta', active: false, filters: { groups: [] } });
    expect(await printed('update-flag', '--id', String(flag.id), '--active')).toMatchObject({ active: true });
    expect(await printed('delete-flag', '--id', String(flag.id))).toMatchObject({ deleted: true });
    expect(await printed('update-organization', '--id', organization.id, '--name', 'Acme Ltd.')).toMatchObject({ name: 'Acme Ltd.' });
  });

  it('and list more than a page, as a table or as JSON', async () => {
    const client = graphqlClient(gateway.url, KEY);
    const fields = Array.from(
      { length: 25 },
      (_, n) => `a${n}: createPersonalApiKey(input: { userId: 1, label: "${n}", scopes: ["*"] }) { __typename }`,
    );
    for (let n = 0; n < 5; n++) await client(`mutation { ${fields.join(' ')} }`);
    const keys = await printed('list-keys', '--json', '--user', '1');
    expect(new Set(keys.map(({ id }: { id: string }) => id)).size).toBe(126);
    expect((await remote(['list-keys', '--user', '1'])).output.split('\n')).toHaveLength(128);
    expect((await remote(['list-tokens', '--user', '99'])).output).toBe('(none)\n');
  });

  it('under the path prefix of a proxy', async () => {
    const proxy = await startPrefixProxy('/gw', () => gateway.url);
    for (const prefix of ['/gw', '/gw/', '/gw/graphql'])
      expect(await remote(['list-users'], { url: url + prefix })).toMatchObject({ code: 0 });
    const wrong = await remote(['list-users'], { url });
    expect(wrong).toMatchObject({ code: 1, output: '' });
    expect(wrong.complaint).toContain(`${url}/graphql answers with 404`);
    expect(wrong.complaint).toContain('path prefix');
    await proxy.close();
  });
});

describe('a command that the running gateway refuses', () => {
  it('names what was not found, and where', async () => {
    const at = `at ${gateway.url} that TOUR_GATEWAY_KEY opens.`;
    const id = '018f3c1e-4b5a-4c6d-8e7f-0123456789ab';
    for (const [subject, args] of [
      ['project 7', ['update-project', '--id', '7', '--name', 'x']],
      ['project 7', ['create-user', '--email', 'x@example.com', '--project', '1', '7']],
      ['project 7', ['create-flag', '--project', '7', '--key', 'k']],
      ['user 99', ['create-key', '--user', '99', '--admin']],
      [`organization ${id}`, ['create-project', '--name', 'x', '--organization', id]],
      [`personal API key ${id}`, ['revoke-key', '--id', id]],
      ['feature flag 7', ['delete-flag', '--id', '7']],
    ] as const) {
      const { code, output, complaint } = await remote(args);
      expect({ code, output }).toEqual({ code: 1, output: '' });
      expect(complaint).toContain(`No ${subject} ${at}`);
    }
  });

  it('repeats what is wrong with the input', async () => {
    expect(await remote(['create-user', '--email', 'nobody'])).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('Enter a valid email address'),
    });
    expect(await remote(['create-key', '--user', '1', '--scope', 'all'])).toMatchObject({
      code: 1,
      complaint: expect.stringContaining("no scope 'all'"),
    });
  });

  it('names the key that is wrong, or the scope that it lacks, and shows no key', async () => {
    const wrong = await remote(['list-users'], { key: 'phx_hunter2_hunter2_hunter2' });
    expect(wrong).toMatchObject({ code: 1, output: '' });
    expect(wrong.complaint).toContain('does not accept TOUR_GATEWAY_KEY');
    const narrow = await printed('create-key', '--user', '1', '--scope', 'product_tour:read');
    for (const args of [['list-users'], ['create-project', '--name', 'x']]) {
      const { code, complaint } = await remote(args, { key: narrow.secret });
      expect(code).toBe(1);
      expect(complaint).toContain("TOUR_GATEWAY_KEY lacks the scope '*'");
      expect(complaint).not.toContain(narrow.secret);
    }
    const unlimited = await printed('create-key', '--user', '1', '--scope', '*');
    expect((await remote(['create-key', '--user', '1', '--admin'], { key: unlimited.secret })).complaint).toContain(
      "lacks the scope 'installation'",
    );
    expect(wrong.complaint).not.toContain('hunter2');
  });
});

describe('a gateway that cannot be used', () => {
  it('is named with the setting to change', async () => {
    const redirecting = createServer((_, res) => res.writeHead(308, { location: 'https://tours.example.com/graphql' }).end());
    const other = createServer((_, res) => res.writeHead(200, { 'content-type': 'application/json' }).end('{"status":"fine"}'));
    const [redirectUrl, otherUrl] = [await serveHttp(redirecting), await serveHttp(other)];
    const closed = createServer();
    const closedUrl = await serveHttp(closed);
    closed.close();
    for (const [url, reasons] of [
      [closedUrl, [`No gateway answers at ${closedUrl}/graphql`, 'ECONNREFUSED', 'TOUR_GATEWAY_URL']],
      ['http://gateway.invalid', ['No gateway answers at http://gateway.invalid', 'TOUR_GATEWAY_URL']],
      [gateway.url.replace('http:', 'https:'), ['No gateway answers at https://', 'TOUR_GATEWAY_URL']],
      [redirectUrl, ['redirects to https://tours.example.com/graphql', 'TOUR_GATEWAY_URL']],
      [otherUrl, ['answers with 200, and not as a gateway does', 'TOUR_GATEWAY_URL']],
      ['tours.example.com', ['TOUR_GATEWAY_URL: "tours.example.com" cannot be used']],
    ] as const) {
      const { code, output, complaint } = await remote(['list-users'], { url });
      expect({ code, output }).toEqual({ code: 1, output: '' });
      for (const reason of reasons) expect(complaint).toContain(reason);
      expect(complaint).not.toMatch(/\n {4}at /);
    }
    redirecting.close();
    other.close();
  });

  it('is no place for migrate, which says so, and serve does not use it', async () => {
    const { code, complaint } = await remote(['migrate']);
    expect({ code, complaint }).toMatchObject({ code: 1, complaint: expect.stringContaining('not through a running gateway') });
    const { port } = new URL(gateway.url);
    const server = await remote(['serve', '--port', port]);
    expect(server.complaint).toMatch(/^TOUR_GATEWAY_URL is not used.*\ntour-gateway: Port \d+ of 127.0.0.1 is in use/);
  });
});
