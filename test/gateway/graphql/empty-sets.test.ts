import { describe, expect } from 'vitest';
import { addToken } from '../../support/access-token.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type GraphqlClient, graphqlClient } from '../../support/graphql.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson } from '../../support/people.ts';
import { addColleague, addLoner, addTenant, type Tenant } from '../../support/tenants.ts';

const it = gatewayTest();
let gateway: TestApp;
let here: Tenant;
let there: Tenant;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  [here, there] = [await addTenant(gateway, 'Here'), await addTenant(gateway, 'There')];
});

const NODE = 'query ($id: ID!) { node(id: $id) { id } }';
const globalId = (type: string, id: unknown) => Buffer.from(`${type}:${id}`).toString('base64');
const KEY = 'secret apiKey { id: uuid }';
const createKey = (client: GraphqlClient, userId: number, input: object = {}) =>
  mutate(client, 'createPersonalApiKey', { userId, label: 'Made', scopes: ['*'], ...input }, KEY);

async function sees(client: GraphqlClient, userId: number): Promise<boolean> {
  return (await client(NODE, { id: globalId('User', userId) })).node !== null;
}

describe('a user without projects', () => {
  it('is there for the administrators of the organization in which it was made, and for no one else', async () => {
    const loner = await addLoner(here, 'loner@example.com');
    const reader = await addColleague(gateway, here, { scopes: ['product_tour:write'] });
    const seen = await Promise.all([here.administrator, there.administrator, gateway, reader].map(({ graphql }) => sees(graphql, loner)));
    expect(seen).toEqual([true, false, false, false]);
    for (const { graphql } of [there.administrator, gateway]) {
      expect(await createKey(graphql, loner)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await createKey(graphql, loner, { projectIds: [here.projectId] })).toMatchObject({ code: 'NOT_FOUND' });
      const expiresAt = new Date(Date.now() + 60_000);
      expect(await mutate(graphql, 'createAccessToken', { userId: loner, label: 'x', scopes: ['*'], expiresAt }, 'secret')).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    const { apiKey, secret } = await createKey(here.administrator.graphql, loner);
    for (const { graphql } of [there.administrator, gateway, reader]) {
      expect(await mutate(graphql, 'revokePersonalApiKey', { id: apiKey.id }, 'apiKey { id: uuid }')).toMatchObject({ code: 'NOT_FOUND' });
    }
    // Nor does the user see others: it opens nothing.
    const own = graphqlClient(gateway.url, secret);
    expect([await sees(own, loner), await sees(own, here.administrator.userId)]).toEqual([true, false]);
    expect(await mutate(own, 'createUser', { email: 'made-by-loner@example.com' }, 'user { databaseId }')).toMatchObject({
      code: 'KEY_LIMITED',
    });
    expect(await mutate(own, 'createOrganization', { name: 'Nobody’s' }, 'organization { id: uuid }')).toMatchObject({
      code: 'KEY_LIMITED',
    });
    expect(await mutate(here.administrator.graphql, 'revokePersonalApiKey', { id: apiKey.id }, 'apiKey { id: uuid }')).toMatchObject({
      apiKey: { id: apiKey.id },
    });
  });

  it('stays with its organization when it has left all of its projects', async () => {
    const person = await addColleague(gateway, there);
    await gateway.app.db.sql.query('DELETE FROM memberships WHERE user_id = $1', [person.userId]);
    expect([await sees(there.administrator.graphql, person.userId), await sees(here.administrator.graphql, person.userId)]).toEqual([
      true,
      false,
    ]);
    expect(await mutate(here.administrator.graphql, 'revokePersonalApiKey', { id: person.keyId }, '__typename')).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await mutate(there.administrator.graphql, 'revokePersonalApiKey', { id: person.keyId }, 'apiKey { id: uuid }')).toMatchObject({
      apiKey: { id: person.keyId },
    });
  });

  it('is made in an organization that its creator sees', async () => {
    const make = (organizationId: string) =>
      mutate(here.administrator.graphql, 'createUser', { email: 'placed@example.com', organizationId }, 'user { databaseId }');
    expect(await make(there.organizationId)).toMatchObject({ code: 'NOT_FOUND' });
    const { user } = await make(here.organizationId);
    expect(await sees(here.administrator.graphql, user.databaseId)).toBe(true);
  });
});

describe('an address', () => {
  it('tells nothing about users of other organizations', async () => {
    const input = { email: 'Same@example.com' };
    for (const { administrator } of [here, there]) {
      expect(await mutate(administrator.graphql, 'createUser', input, 'user { databaseId }')).toMatchObject({
        __typename: 'CreateUserSuccess',
      });
      expect(await mutate(administrator.graphql, 'createUser', { email: 'same@EXAMPLE.com' }, 'user { databaseId }')).toMatchObject({
        fields: [{ path: 'email', code: 'unique' }],
      });
    }
  });
});

describe('an organization without projects', () => {
  it('is there for the administrators of the organization in which it was made, and for no one else', async () => {
    const { organization } = await mutate(here.administrator.graphql, 'createOrganization', { name: 'Empty' }, 'organization { id: uuid }');
    const { id } = organization;
    const find = async ({ graphql }: { graphql: GraphqlClient }) =>
      (await graphql('query ($id: UUID!) { organization(id: $id) { name } }', { id })).organization;
    const reader = await addColleague(gateway, here, { scopes: ['product_tour:write'] });
    const colleague = await addColleague(gateway, here);
    expect(await Promise.all([colleague, here.administrator, there.administrator, gateway, reader].map(find))).toEqual([
      { name: 'Empty' },
      { name: 'Empty' },
      null,
      null,
      null,
    ]);
    for (const { graphql } of [there.administrator, gateway]) {
      for (const [name, input] of [
        ['updateOrganization', { id, name: 'Taken' }],
        ['createProject', { name: 'Taken', organizationId: id }],
        ['createUser', { email: 'taken@example.com', organizationId: id }],
      ] as const) {
        expect(await mutate(graphql, name, input, '__typename'), name).toMatchObject({ code: 'NOT_FOUND' });
      }
    }
    expect(await mutate(colleague.graphql, 'updateOrganization', { id, name: 'Renamed' }, 'organization { name }')).toMatchObject({
      organization: { name: 'Renamed' },
    });
  });
});

describe('a key that opens nothing yet', () => {
  it('is not made for a user who is known, but not administered', async () => {
    const { organization } = await mutate(here.administrator.graphql, 'createOrganization', { name: 'Later' }, 'organization { id: uuid }');
    const person = await addColleague(gateway, here);
    await gateway.app.db.sql.query('INSERT INTO memberships (user_id, project_id) VALUES ($1, $2)', [person.userId, there.projectId]);
    expect(await createKey(here.administrator.graphql, person.userId, { organizationIds: [organization.id] })).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await createKey(here.administrator.graphql, person.userId, { projectIds: [here.projectId] })).toHaveProperty('secret');
  });
});

describe('a limited credential', () => {
  const revoke = (client: GraphqlClient, id: string) => mutate(client, 'revokePersonalApiKey', { id }, 'apiKey { id: uuid }');

  it('does not revoke a broader one of its own user', async () => {
    const person = await addColleague(gateway, here);
    const make = async (input: object) =>
      graphqlClient(gateway.url, (await createKey(here.administrator.graphql, person.userId, input)).secret);
    const limited = [
      await make({ scopes: ['product_tour:write'] }),
      await make({ scopes: [] }),
      await make({ projectIds: [here.projectId] }),
      await make({ organizationIds: [here.organizationId] }),
    ];
    for (const client of limited) expect(await revoke(client, person.keyId)).toMatchObject({ code: 'KEY_LIMITED' });
    const narrow = await createKey(here.administrator.graphql, person.userId, { scopes: ['product_tour:read'] });
    expect(await revoke(limited[0] as GraphqlClient, narrow.apiKey.id)).toMatchObject({ apiKey: { id: narrow.apiKey.id } });
    expect(await revoke(person.graphql, person.keyId)).toMatchObject({ apiKey: { id: person.keyId } });
  });

  it('does not revoke one of another user that it administers', async () => {
    const colleague = await addColleague(gateway, here, { keyProjectIds: [here.projectId] });
    expect(await revoke(colleague.graphql, here.administrator.keyId)).toMatchObject({ code: 'KEY_LIMITED' });
  });
});

describe('the scope installation', () => {
  it('is not part of *, and only those who have it may grant it', async () => {
    const { viewer } = await gateway.graphql('{ viewer { scopes user { databaseId } } }');
    expect(viewer.scopes).toEqual(['*', 'installation']);
    const colleague = await addPerson(gateway);
    const scopes = ['*', 'installation'];
    expect(await createKey(colleague.graphql, colleague.userId, { scopes })).toMatchObject({
      code: 'MISSING_SCOPE',
      missingScope: 'installation',
    });
    const { apiKey, secret } = await createKey(gateway.graphql, colleague.userId, { scopes });
    expect((await graphqlClient(gateway.url, secret)('{ viewer { scopes } }')).viewer.scopes).toEqual(scopes);
    // Nor may they take it away.
    const token = await addToken(gateway, colleague);
    for (const client of [colleague.graphql, token.graphql]) {
      expect(await mutate(client, 'revokePersonalApiKey', { id: apiKey.id }, '__typename')).toMatchObject({ code: 'KEY_LIMITED' });
    }
  });
});
