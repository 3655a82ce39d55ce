import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { addToken } from '../../support/access-token.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type GraphqlClient, graphqlClient } from '../../support/graphql.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson } from '../../support/people.ts';
import { addPreviewToken } from '../../support/preview-token.ts';
import { addColleague, addLoner, addTenant, type Tenant } from '../../support/tenants.ts';

const it = gatewayTest();
const HOUR_MS = 3_600_000;
const KEY = 'secret apiKey { projectIds organizationIds expiresAt }';

let gateway: TestApp;
let here: Tenant;
let there: Tenant;
it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  here = await addTenant(gateway, 'Here');
  there = await addTenant(gateway, 'There');
});

const makeKey = (client: GraphqlClient, userId: number, input: object = {}) =>
  mutate(client, 'createPersonalApiKey', { userId, label: 'Made', scopes: ['*'], ...input }, KEY);
/** The administrator of the installation makes a user a member of any project. */
async function join(userId: number, projectId: number): Promise<void> {
  await gateway.app.db.sql.query('INSERT INTO memberships (user_id, project_id) VALUES ($1, $2)', [userId, projectId]);
}
async function opened(secret: string): Promise<number[]> {
  const { viewer } = await graphqlClient(gateway.url, secret)('{ viewer { projects { databaseId } } }');
  return viewer.projects.map(({ databaseId }: { databaseId: number }) => databaseId);
}

it('a key that expires makes none that lives longer', async () => {
  const { graphql, userId } = here.administrator;
  const expiresAt = new Date(Date.now() + HOUR_MS).toISOString();
  const { secret } = await makeKey(graphql, userId, { expiresAt });
  const expiring = graphqlClient(gateway.url, secret);
  for (const input of [{}, { expiresAt: new Date(Date.now() + 2 * HOUR_MS).toISOString() }]) {
    expect(await makeKey(expiring, userId, input)).toMatchObject({ fields: [{ path: 'expiresAt' }] });
  }
  const token = { userId, label: 'Token', scopes: ['*'], expiresAt: new Date(Date.now() + 2 * HOUR_MS).toISOString() };
  expect(await mutate(expiring, 'createAccessToken', token, 'secret')).toMatchObject({ fields: [{ path: 'expiresAt' }] });
  expect((await makeKey(expiring, userId, { expiresAt })).secret).toMatch(/^phx_/);
});

it('a key that is made for another user does not open what that user joins in another organization', async () => {
  const { userId } = await addColleague(gateway, here);
  const { secret, apiKey } = await makeKey(here.administrator.graphql, userId);
  expect(apiKey).toMatchObject({ projectIds: [], organizationIds: [here.organizationId] });
  const token = await addToken({ ...gateway, graphql: here.administrator.graphql }, { userId });
  await join(userId, there.projectId);
  for (const credential of [secret, token.secret]) {
    await expect.poll(() => opened(credential), { timeout: 1500 }).toEqual([here.projectId]);
  }
});

it('nor what that user joins in an organization that the maker opens in part', async () => {
  const tenant = await addTenant(gateway, 'In part');
  const { project } = await mutate(tenant.administrator.graphql, 'createProject', { name: 'Second' }, 'project { databaseId }');
  const { graphql } = await addColleague(gateway, tenant);
  const { userId } = await addColleague(gateway, tenant);
  const organizationIds = [tenant.organizationId];
  const { secret, apiKey } = await makeKey(graphql, userId, { organizationIds });
  expect(apiKey).toMatchObject({ projectIds: [tenant.projectId], organizationIds });
  await join(userId, project.databaseId);
  expect(await opened(secret)).toEqual([tenant.projectId]);
  // For a user without projects, there is nothing to limit it to.
  expect(await makeKey(graphql, await addLoner(tenant, 'loner@example.com'), { organizationIds })).toMatchObject({ code: 'KEY_LIMITED' });
});

it('one’s own key opens what one joins later, and so does one that the operators make', async () => {
  const { userId, graphql } = here.administrator;
  const person = await addPerson(gateway);
  for (const { apiKey } of [await makeKey(graphql, userId), await makeKey(gateway.graphql, person.userId)]) {
    expect(apiKey).toMatchObject({ projectIds: [], organizationIds: [] });
  }
});

it('the preview token of another tenant looks like one that does not exist', async () => {
  const { graphql } = there.administrator;
  const { tour } = await mutate(graphql, 'createTour', { projectId: there.projectId, name: 'Theirs' });
  const { id } = await addPreviewToken({ ...gateway, graphql }, tour.uuid);
  const [theirs, none] = [await revoke(id), await revoke(randomUUID())];
  expect(theirs).toMatchObject({ code: 'NOT_FOUND' });
  expect(theirs).toEqual(none);
});

function revoke(id: string) {
  return mutate(here.administrator.graphql, 'revokePreviewToken', { id }, '__typename');
}
