import { describe, expect, onTestFinished, vi } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type GraphqlClient, graphqlClient } from '../../support/graphql.ts';
import { mutate } from '../../support/mutate.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson } from '../../support/people.ts';
import { rowsChecksum } from '../../support/rows.ts';

const TABLES = ['projects', 'users', 'memberships', 'feature_flags'];
const PROJECT = 'project { databaseId name token aiDataProcessingApproved }';
const USER = 'user { databaseId uuid email firstName lastName }';
const KEY = 'secret apiKey { id: uuid label mask scopes projectIds expiresAt revokedAt user { databaseId } }';
const FLAG = 'featureFlag { databaseId key name active deleted variants filters version }';
const VIEWER = '{ viewer { user { databaseId } scopes projects { databaseId } } }';

const it = gatewayTest();
let gateway: TestApp;
const run = (name: string, input: object, selection: string, client: GraphqlClient = gateway.graphql) =>
  mutate(client, name, input, selection);

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

/** The code of the top-level error with which a key is refused, or null where it still works. */
async function refusal(key: string): Promise<string | null> {
  const { errors } = await graphqlClient(gateway.url, key).send(VIEWER);
  return errors?.[0]?.extensions.code ?? null;
}

describe('projects', () => {
  it('are made with a public token and changed field by field', async () => {
    const { project } = await run('createProject', { name: '  New  ' }, PROJECT);
    expect(project).toMatchObject({ name: 'New', token: expect.stringMatching(/^phc_\S{43}$/), aiDataProcessingApproved: false });
    const id = project.databaseId;
    expect((await run('updateProject', { id, aiDataProcessingApproved: true }, PROJECT)).project).toEqual({
      ...project,
      aiDataProcessingApproved: true,
    });
    const rotated = (await run('updateProject', { id, name: 'Renamed', rotateToken: true }, PROJECT)).project;
    expect(rotated).toMatchObject({ name: 'Renamed', aiDataProcessingApproved: true });
    expect(rotated.token).not.toBe(project.token);
  });

  it('that the caller cannot open are not there', async () => {
    const projectId = await newProject(gateway.graphql);
    const stranger = await addPerson(gateway);
    expect(await run('updateProject', { id: projectId, name: 'Mine' }, PROJECT, stranger.graphql)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await stranger.graphql('query ($id: Int!) { project(id: $id) { name } }', { id: projectId })).toEqual({ project: null });
  });
});

describe('users', () => {
  it('are made as members of projects', async () => {
    const input = { email: ' new@example.com ', firstName: 'New', projectIds: [gateway.projectId] };
    const { user } = await run('createUser', input, USER);
    expect(user).toMatchObject({ email: 'new@example.com', firstName: 'New', lastName: '', uuid: expect.any(String) });
  });

  it('have addresses that are unique, whatever the case', async () => {
    await run('createUser', { email: 'once@example.com' }, USER);
    for (const email of ['once@example.com', 'ONCE@example.com']) {
      expect(await run('createUser', { email }, USER)).toMatchObject({ fields: [{ path: 'email', code: 'unique' }] });
    }
  });
});

describe('keys', () => {
  it('open what they say, and their secret is shown once and stored nowhere', async () => {
    const person = await addPerson(gateway);
    const scopes = ['product_tour:read', 'product_tour:read'];
    const input = { userId: person.userId, label: ' Mine ', scopes, projectIds: [gateway.projectId] };
    const { secret, apiKey } = await run('createPersonalApiKey', input, KEY);
    expect(secret).toMatch(/^phx_\S{43}$/);
    expect(apiKey).toMatchObject({
      label: 'Mine',
      mask: `phx_...${secret.slice(-4)}`,
      scopes: ['product_tour:read'],
      projectIds: [gateway.projectId],
      expiresAt: null,
      revokedAt: null,
      user: { databaseId: person.userId },
    });
    const { viewer } = await graphqlClient(gateway.url, secret)(VIEWER);
    expect(viewer).toEqual({
      user: { databaseId: person.userId },
      scopes: ['product_tour:read'],
      projects: [{ databaseId: gateway.projectId }],
    });
    for (const table of [...TABLES, 'personal_api_keys', 'activities']) {
      const found = await gateway.app.db.sql.query(`SELECT 1 FROM ${table} t WHERE strpos(t::text, $1) > 0`, [secret.slice(4)]);
      expect(found, table).toEqual([]);
    }
  });

  it('open no project outside of their list, though the user belongs to it', async () => {
    const other = await newProject(gateway.graphql);
    const { graphql } = await addPerson(gateway, { projectIds: [gateway.projectId, other], keyProjectIds: [other] });
    expect((await graphql(VIEWER)).viewer.projects).toEqual([{ databaseId: other }]);
    const inFirst = await run('createTour', { projectId: gateway.projectId, name: 'Kept out' }, 'tour { uuid }', graphql);
    expect(inFirst).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('cannot be used to get at more', async () => {
    const other = await newProject(gateway.graphql);
    const person = await addPerson(gateway, { projectIds: [gateway.projectId, other], keyProjectIds: [gateway.projectId] });
    const { graphql, userId } = person;
    const countKeys = () => gateway.app.db.prisma.personalApiKey.count();
    const key = { userId, label: 'More', scopes: ['*'] };
    const writer = await addPerson(gateway, { scopes: ['product_tour:write', 'feature_flag:write'] });
    const before = [await rowsChecksum(gateway.app.db, TABLES), await countKeys()];
    // A key for every project, of a user who has more of them than the caller's own key opens, or may come to have more.
    for (const user of [userId, writer.userId, 1]) {
      expect(await run('createPersonalApiKey', { ...key, userId: user }, KEY, graphql)).toMatchObject({
        fields: [{ path: 'projectIds', code: 'required' }],
      });
    }
    expect(await run('createPersonalApiKey', { ...key, projectIds: [other] }, KEY, graphql)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await run('createUser', { email: 'more@example.com', projectIds: [other] }, USER, graphql)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await run('updateProject', { id: other, rotateToken: true }, PROJECT, graphql)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await run('createPersonalApiKey', { ...key, userId: writer.userId }, KEY, writer.graphql)).toMatchObject({
      code: 'MISSING_SCOPE',
      missingScope: '*',
    });
    expect(await run('createUser', { email: 'more@example.com' }, USER, writer.graphql)).toMatchObject({ code: 'MISSING_SCOPE' });
    expect(await run('createProject', { name: 'More' }, PROJECT, writer.graphql)).toMatchObject({ code: 'MISSING_SCOPE' });
    expect([await rowsChecksum(gateway.app.db, TABLES), await countKeys()]).toEqual(before);
  });

  it('are not made for a user who is unknown to the caller, though they would open nothing that is closed to it', async () => {
    const strangers = await newProject(gateway.graphql);
    const [known, stranger] = [await addPerson(gateway), await addPerson(gateway, { projectIds: [strangers] })];
    const { organization } = await run('createOrganization', { name: 'Empty' }, 'organization { id: uuid }', stranger.graphql);
    const key = { label: 'Somebody else', scopes: ['*'], organizationIds: [organization.id] };
    const create = (userId: number) => run('createPersonalApiKey', { ...key, userId }, KEY, stranger.graphql);
    expect(await create(known.userId)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await create(stranger.userId)).toMatchObject({ apiKey: { user: { databaseId: stranger.userId } } });
    const { user } = await run('createUser', { email: 'nobodys@example.com' }, USER, stranger.graphql);
    expect(await create(user.databaseId)).toMatchObject({ apiKey: { user: { databaseId: user.databaseId } } });
  });

  it('are refused with unknown scopes, moments that have passed and projects that are not the user’s', async () => {
    const { userId } = await addPerson(gateway);
    const other = await newProject(gateway.graphql);
    const key = { userId, label: 'Odd', scopes: ['*'] };
    const path = (result: { fields: { path: string }[] }) => result.fields[0]?.path;
    expect(path(await run('createPersonalApiKey', { ...key, scopes: ['all'] }, KEY))).toBe('scopes');
    expect(path(await run('createPersonalApiKey', { ...key, expiresAt: '2020-01-01T00:00:00Z' }, KEY))).toBe('expiresAt');
    expect(path(await run('createPersonalApiKey', { ...key, projectIds: [other] }, KEY))).toBe('projectIds');
    expect(path(await run('createPersonalApiKey', { ...key, label: 'x'.repeat(41) }, KEY))).toBe('label');
  });

  it('stop at once when they are revoked, expire, or their user becomes inactive or leaves', async () => {
    // What the gateway remembers of keys does not age: only a notification makes it ask again.
    const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    onTestFinished(() => {
      now.mockRestore();
      vi.useRealTimers();
    });
    const revoked = await addPerson(gateway);
    const inactive = await addPerson(gateway);
    const expiring = await addPerson(gateway);
    for (const { key } of [revoked, inactive, expiring]) expect(await refusal(key)).toBeNull();
    const { apiKey } = await run('revokePersonalApiKey', { id: revoked.keyId }, 'apiKey { revokedAt }');
    expect(apiKey.revokedAt).not.toBeNull();
    await gateway.app.db.sql.query('UPDATE users SET is_active = false WHERE id = $1', [inactive.userId]);
    for (const { key } of [revoked, inactive]) await expect.poll(() => refusal(key)).toBe('UNAUTHENTICATED');
    await gateway.app.db.sql.query(`UPDATE personal_api_keys SET expires_at = now() + interval '1 hour' WHERE id = $1`, [expiring.keyId]);
    expect(await refusal(expiring.key)).toBeNull();
    vi.setSystemTime(Date.now() + 3_600_000);
    await expect.poll(() => refusal(expiring.key)).toBe('UNAUTHENTICATED');
    expect((await run('revokePersonalApiKey', { id: revoked.keyId }, 'apiKey { revokedAt }')).apiKey).toEqual(apiKey);
    const leaving = await addPerson(gateway);
    await gateway.app.db.sql.query('DELETE FROM memberships WHERE user_id = $1', [leaving.userId]);
    await expect.poll(async () => (await leaving.graphql(VIEWER)).viewer.projects).toEqual([]);
  });

  it('may be revoked by their owner, and by nobody else without the scope', async () => {
    const owner = await addPerson(gateway, { scopes: ['product_tour:read'] });
    const other = await addPerson(gateway, { scopes: ['product_tour:write'] });
    expect(await run('revokePersonalApiKey', { id: owner.keyId }, 'apiKey { id: uuid }', other.graphql)).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await run('revokePersonalApiKey', { id: owner.keyId }, 'apiKey { id: uuid }', owner.graphql)).toMatchObject({
      apiKey: { id: owner.keyId },
    });
    expect(await run('revokePersonalApiKey', { id: 'no-such-key' }, 'apiKey { id: uuid }')).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('feature flags', () => {
  it('are made, changed, listed and deleted', async () => {
    const { projectId } = gateway;
    const filters = { groups: [{ properties: [], rollout_percentage: 50 }], multivariate: { variants: [{ key: 'a' }, { key: 'b' }] } };
    const { featureFlag } = await run('createFeatureFlag', { projectId, key: 'new-flag', filters }, FLAG);
    expect(featureFlag).toMatchObject({
      key: 'new-flag',
      name: '',
      active: true,
      deleted: false,
      variants: ['a', 'b'],
      filters,
      version: 1,
    });
    const flagId = featureFlag.databaseId;
    expect((await run('updateFeatureFlag', { flagId, name: 'Named', active: false }, FLAG)).featureFlag).toMatchObject({
      key: 'new-flag',
      name: 'Named',
      active: false,
      filters,
      version: 2,
    });
    expect(await run('createFeatureFlag', { projectId, key: 'new-flag' }, FLAG)).toMatchObject({
      fields: [{ path: 'key', code: 'unique' }],
    });
    const list = 'query ($id: Int!, $search: String) { project(id: $id) { featureFlags(search: $search) { totalCount nodes { key } } } }';
    const search = async (text: string) => (await gateway.graphql(list, { id: projectId, search: text })).project.featureFlags.nodes;
    expect(await search('NEW-')).toEqual([{ key: 'new-flag' }]);
    for (const literal of ['%', '_', '\\', 'new%flag', 'new_flag', '\0', '\ud800']) expect(await search(literal), literal).toEqual([]);
    expect((await run('deleteFeatureFlag', { flagId }, FLAG)).featureFlag).toMatchObject({ deleted: true, active: false });
    expect(await search('new')).toEqual([]);
    expect(await run('createFeatureFlag', { projectId, key: 'new-flag' }, FLAG)).toMatchObject({ __typename: 'CreateFeatureFlagSuccess' });
    expect(await run('deleteFeatureFlag', { flagId }, FLAG)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
