import { describe, expect } from 'vitest';
import { addToken } from '../../support/access-token.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import type { GraphqlClient } from '../../support/graphql.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson, type Person } from '../../support/people.ts';
import { addColleague, addLoner, addTenant, type Tenant } from '../../support/tenants.ts';

const it = gatewayTest();
let gateway: TestApp;
let here: Tenant;
let there: Tenant;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  [here, there] = [await addTenant(gateway, 'Here'), await addTenant(gateway, 'There')];
});

/** Every node of a connection, page by page, forwards. */
async function all(graphql: GraphqlClient, field: string, selection: string, args = ''): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = [];
  let after: string | null = null;
  do {
    const cursor: string = after === null ? '' : `, after: "${after}"`;
    const data: Record<string, { nodes: Record<string, unknown>[]; pageInfo: { hasNextPage: boolean; endCursor: string } }> = await graphql(
      `{ ${field}(first: 2${args}${cursor}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
    );
    const { nodes, pageInfo } = data[field] as NonNullable<(typeof data)[string]>;
    found.push(...nodes);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return found;
}
const ids = async (...args: Parameters<typeof all>) => (await all(...args)).map(({ id, databaseId }) => id ?? databaseId);
const refused = async (key: Person) => (await key.graphql.send('{ viewer { scopes } }')).errors?.[0]?.extensions.code ?? null;

describe('personalApiKeys and accessTokens', () => {
  it('list what opens the caller’s projects, with its last use, and nothing of other tenants', async () => {
    const { graphql } = here.administrator;
    const [person, stranger] = [await addColleague(gateway, here, { scopes: ['product_tour:read'] }), await addColleague(gateway, there)];
    const [token, strangers] = [
      await addToken({ ...gateway, graphql }, person),
      await addToken({ ...gateway, graphql: there.administrator.graphql }, stranger),
    ];
    await person.graphql('{ viewer { scopes } }');
    const keys = await all(graphql, 'personalApiKeys', 'id: uuid label scopes lastUsedAt revokedAt user { databaseId }');
    expect(keys[0]).toEqual({
      id: person.keyId,
      label: 'Test',
      scopes: ['product_tour:read'],
      lastUsedAt: expect.any(String),
      revokedAt: null,
      user: { databaseId: person.userId },
    });
    expect(keys.map(({ id }) => id)).toContain(here.administrator.keyId);
    expect(keys.map(({ id }) => id)).not.toContain(stranger.keyId);
    expect(await ids(graphql, 'accessTokens', 'id: uuid')).toEqual([token.id]);
    expect(await ids(there.administrator.graphql, 'accessTokens', 'id: uuid')).toEqual([strangers.id]);
    const of = async (args: string) => ids(graphql, 'personalApiKeys', 'id: uuid', args);
    expect(await of(`, userId: ${person.userId}`)).toEqual([person.keyId]);
    expect(await of(`, userId: ${stranger.userId}`)).toEqual([]);
    await mutate(graphql, 'revokePersonalApiKey', { id: person.keyId }, '__typename');
    expect(await of(`, userId: ${person.userId}`)).toEqual([person.keyId]);
    expect(await of(`, userId: ${person.userId}, isActive: true`)).toEqual([]);
    expect(await of(`, userId: ${person.userId}, isActive: false`)).toEqual([person.keyId]);
  });

  it('page backwards, count, and refuse cursors that are not theirs', async () => {
    const { graphql } = here.administrator;
    const every = await ids(graphql, 'personalApiKeys', 'id: uuid');
    const { personalApiKeys } = await graphql(
      '{ personalApiKeys(last: 1) { totalCount nodes { id: uuid } pageInfo { hasPreviousPage } } }',
    );
    expect(personalApiKeys).toEqual({
      totalCount: every.length,
      nodes: [{ id: every.at(-1) }],
      pageInfo: { hasPreviousPage: every.length > 1 },
    });
    for (const args of [
      'first: 101',
      'first: -1',
      'first: 1, last: 1',
      'after: "x"',
      `after: "${Buffer.from('["x","y"]').toString('base64url')}"`,
    ]) {
      const { errors } = await graphql.send(`{ personalApiKeys(${args}) { nodes { id } } }`);
      expect(errors?.[0]?.extensions.code, args).toBe('VALIDATION_FAILED');
    }
  });

  it('show a key of a user of two tenants to those whose projects it opens', async () => {
    const person = await addColleague(gateway, here);
    await gateway.app.db.sql.query('INSERT INTO memberships (user_id, project_id) VALUES ($1, $2)', [person.userId, there.projectId]);
    const only = await mutate(
      here.administrator.graphql,
      'createPersonalApiKey',
      { userId: person.userId, label: 'Here', scopes: ['*'], projectIds: [here.projectId] },
      'apiKey { id: uuid }',
    );
    const keysIn = (tenant: Tenant) => ids(tenant.administrator.graphql, 'personalApiKeys', 'id: uuid', `, userId: ${person.userId}`);
    expect(await keysIn(here)).toEqual([only.apiKey.id, person.keyId]);
    expect(await keysIn(there)).toEqual([person.keyId]);
    expect(await mutate(there.administrator.graphql, 'revokePersonalApiKey', { id: person.keyId }, '__typename')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await mutate(there.administrator.graphql, 'deactivateUser', { userId: person.userId }, '__typename')).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('users, members and organizations', () => {
  it('list what the caller may see, as nodes that are found again by their ids', async () => {
    const { graphql } = here.administrator;
    const loner = await addLoner(here, 'listed@example.com');
    const stranger = await addColleague(gateway, there);
    const users = await ids(graphql, 'users', 'databaseId');
    expect(users).toEqual(expect.arrayContaining([loner, here.administrator.userId]));
    expect(users).not.toContain(stranger.userId);
    expect(users).toEqual([...users].sort((one, other) => Number(one) - Number(other)));
    const members = await ids(graphql, 'members', 'databaseId', `, projectId: ${here.projectId}`);
    expect(members).toContain(here.administrator.userId);
    expect(members).not.toContain(loner);
    const { organization } = await mutate(graphql, 'createOrganization', { name: 'Listed' }, 'organization { id: uuid }');
    expect(await ids(graphql, 'organizations', 'id: uuid')).toEqual([here.organizationId, organization.id]);
    expect(await ids(there.administrator.graphql, 'organizations', 'id: uuid')).toEqual([there.organizationId]);

    for (const [field, args] of [
      ['users', ''],
      ['members', `, projectId: ${here.projectId}`],
      ['organizations', ''],
      ['personalApiKeys', ''],
      ['accessTokens', ''],
      ['auditLog', ''],
    ] as const) {
      const nodes = await all(graphql, field, '__typename id', args);
      expect(nodes.length, field).toBeGreaterThan(0);
      const found = await graphql('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
        ids: nodes.slice(0, 20).map(({ id }) => id),
      });
      expect(found.nodes, field).toEqual(nodes.slice(0, 20));
      expect((await graphql('query ($id: ID!) { node(id: $id) { __typename id } }', { id: nodes[0]?.id })).node).toEqual(nodes[0]);
    }
  });
});

describe('deactivateUser', () => {
  const deactivate = (graphql: GraphqlClient, userId: number) =>
    mutate(graphql, 'deactivateUser', { userId }, 'user { databaseId isActive }');

  it('ends the user’s keys and tokens at once, and none can be made', async () => {
    const { graphql } = here.administrator;
    const person = await addColleague(gateway, here);
    const token = await addToken({ ...gateway, graphql }, person);
    expect(await refused(person)).toBeNull();
    expect(await deactivate(graphql, person.userId)).toMatchObject({ user: { databaseId: person.userId, isActive: false } });
    expect(await refused(person)).toBe('UNAUTHENTICATED');
    expect((await token.graphql.send('{ viewer { scopes } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const key = { userId: person.userId, label: 'Late', scopes: ['*'] };
    expect(await mutate(graphql, 'createPersonalApiKey', key, 'secret')).toMatchObject({ fields: [{ path: 'userId' }] });
    expect(await mutate(graphql, 'addMember', { projectId: here.projectId, userId: person.userId }, '__typename')).toMatchObject({
      fields: [{ path: 'userId' }],
    });
    // It does not come back with the user.
    await gateway.app.db.sql.query('UPDATE users SET is_active = true WHERE id = $1', [person.userId]);
    expect(await refused(person)).toBe('UNAUTHENTICATED');
  });

  it('is not for oneself, and leaves one of two who do it to each other', async () => {
    const [one, other] = [await addColleague(gateway, here), await addColleague(gateway, here)];
    expect(await deactivate(one.graphql, one.userId)).toMatchObject({ fields: [{ path: 'userId' }] });
    await Promise.all([one.graphql.send(DEACTIVATE, { userId: other.userId }), other.graphql.send(DEACTIVATE, { userId: one.userId })]);
    expect([await refused(one), await refused(other)].sort()).toEqual(['UNAUTHENTICATED', null].sort());
  });

  it('is not for a key that may do less than the user’s own', async () => {
    const confined = await addColleague(gateway, here, { keyProjectIds: [here.projectId] });
    const person = await addColleague(gateway, here);
    expect(await deactivate(confined.graphql, person.userId)).toMatchObject({ code: 'KEY_LIMITED' });
    expect(await refused(person)).toBeNull();
  });
});

const DEACTIVATE = 'mutation ($userId: Int!) { deactivateUser(input: { userId: $userId }) { __typename } }';

describe('members', () => {
  it('are added and removed, and what they open changes at once', async () => {
    const { graphql } = here.administrator;
    const second = await mutate(graphql, 'createProject', { name: 'Second' }, 'project { databaseId }');
    const projectId = second.project.databaseId;
    const person = await addColleague(gateway, here);
    const opened = async () =>
      (await person.graphql('{ viewer { projects { databaseId } } }')).viewer.projects.map(
        (project: { databaseId: number }) => project.databaseId,
      );
    for (let n = 0; n < 2; n++) {
      expect(await mutate(graphql, 'addMember', { projectId, userId: person.userId }, 'user { databaseId }')).toMatchObject({
        user: { databaseId: person.userId },
      });
    }
    expect(await opened()).toEqual([here.projectId, projectId]);
    const remove = (userId: number, client = graphql) => mutate(client, 'removeMember', { projectId, userId }, 'user { databaseId }');
    expect(await remove(person.userId)).toMatchObject({ user: { databaseId: person.userId } });
    expect(await opened()).toEqual([here.projectId]);
    expect(await remove(person.userId)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await remove(here.administrator.userId)).toMatchObject({ fields: [{ path: 'userId' }] });
    // Two who remove each other at once: one stays.
    const other = await addColleague(gateway, here, { projectIds: [here.projectId] });
    await mutate(graphql, 'addMember', { projectId, userId: other.userId }, '__typename');
    await Promise.all([remove(other.userId).catch(() => null), remove(here.administrator.userId, other.graphql).catch(() => null)]);
    const left = await gateway.app.db.sql.query('SELECT user_id FROM memberships WHERE project_id = $1', [projectId]);
    expect(left).toHaveLength(1);
  });
});

describe('the audit log', () => {
  it('has every administrative change of the caller’s organizations, and no secret', async () => {
    const tenant = await addTenant(gateway, 'Audited');
    const { graphql, userId } = tenant.administrator;
    const log = async (client = graphql) =>
      (
        await all(client, 'auditLog', 'action actorName actor { databaseId } subject { type id: subjectId name } projectId organizationId')
      ).reverse();
    const before = (await log()).length;
    const { organization } = await mutate(graphql, 'createOrganization', { name: 'Branch' }, 'organization { id: uuid }');
    const { user } = await mutate(graphql, 'createUser', { email: 'audited@example.com' }, 'user { databaseId }');
    await mutate(graphql, 'addMember', { projectId: tenant.projectId, userId: user.databaseId }, '__typename');
    const key = await mutate(
      graphql,
      'createPersonalApiKey',
      { userId: user.databaseId, label: 'Script', scopes: ['*'] },
      'secret apiKey { id: uuid mask }',
    );
    await mutate(graphql, 'revokePersonalApiKey', { id: key.apiKey.id }, '__typename');
    await mutate(graphql, 'revokePersonalApiKey', { id: key.apiKey.id }, '__typename');
    await mutate(graphql, 'removeMember', { projectId: tenant.projectId, userId: user.databaseId }, '__typename');
    await mutate(graphql, 'deactivateUser', { userId: user.databaseId }, '__typename');
    await mutate(graphql, 'updateOrganization', { id: organization.id, name: 'Office' }, '__typename');
    await mutate(graphql, 'updateProject', { id: tenant.projectId, rotateToken: true }, '__typename');
    const named = { type: 'User', id: String(user.databaseId), name: 'audited@example.com' };
    const script = { type: 'PersonalApiKey', id: key.apiKey.id, name: `Script (${key.apiKey.mask}) of audited@example.com` };
    const entries = (await log()).slice(before);
    expect(entries.map(({ action, subject }) => [action, subject])).toEqual([
      ['ORGANIZATION_CREATED', { type: 'Organization', id: organization.id, name: 'Branch' }],
      ['ORGANIZATION_CREATED', { type: 'Organization', id: organization.id, name: 'Branch' }],
      ['USER_CREATED', named],
      ['MEMBER_ADDED', named],
      ['PERSONAL_API_KEY_CREATED', script],
      ['PERSONAL_API_KEY_REVOKED', script],
      ['MEMBER_REMOVED', named],
      ['USER_DEACTIVATED', named],
      ['ORGANIZATION_UPDATED', { type: 'Organization', id: organization.id, name: 'Office' }],
      ['PROJECT_TOKEN_ROTATED', { type: 'Project', id: String(tenant.projectId), name: 'Audited' }],
    ]);
    for (const entry of entries)
      expect(entry).toMatchObject({ actor: { databaseId: userId }, actorName: expect.stringContaining('Person') });
    expect(JSON.stringify(entries)).not.toContain(key.secret);
    expect(await log(here.administrator.graphql)).not.toContainEqual(entries[2]);
    // Who opens some of its projects only does not administer the organization.
    const member = await addPerson({ ...gateway, graphql, projectId: tenant.projectId });
    expect(await log(member.graphql)).toContainEqual(entries[2]);
    await mutate(graphql, 'createProject', { name: 'Closed to the member' }, '__typename');
    expect(await log(member.graphql)).not.toContainEqual(entries[2]);
  });
});
