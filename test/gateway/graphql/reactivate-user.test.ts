import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type GraphqlClient, graphqlClient } from '../../support/graphql.ts';
import { mutate } from '../../support/mutate.ts';
import type { Person } from '../../support/people.ts';
import { addColleague, addTenant, type Tenant } from '../../support/tenants.ts';

const it = gatewayTest();
let gateway: TestApp;
let here: Tenant;
it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  here = await addTenant(gateway, 'Here');
});

const deactivate = (graphql: GraphqlClient, { userId }: Person) => mutate(graphql, 'deactivateUser', { userId }, '__typename');
const reactivate = (graphql: GraphqlClient, { userId }: Person) =>
  mutate(graphql, 'reactivateUser', { userId }, 'user { databaseId isActive }');
const entries = async (userId: number) => {
  const { auditLog } = await here.administrator.graphql('{ auditLog(first: 100) { nodes { action subject { subjectId } } } }');
  return auditLog.nodes.filter(({ subject }: { subject: { subjectId: string } }) => subject.subjectId === String(userId));
};

describe('reactivateUser', () => {
  it('gives a user back the projects, but none of the keys', async () => {
    const { graphql } = here.administrator;
    const person = await addColleague(gateway, here);
    await deactivate(graphql, person);
    for (let n = 0; n < 2; n++)
      expect(await reactivate(graphql, person)).toMatchObject({ user: { databaseId: person.userId, isActive: true } });
    expect((await person.graphql.send('{ viewer { scopes } }')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const key = { userId: person.userId, label: 'New', scopes: ['*'] };
    const { secret } = await mutate(graphql, 'createPersonalApiKey', key, 'secret');
    const { viewer } = await graphqlClient(gateway.url, secret)('{ viewer { projects { databaseId } } }');
    expect(viewer.projects).toEqual([{ databaseId: here.projectId }]);
    const reactivations = (await entries(person.userId)).filter(({ action }: { action: string }) => action === 'USER_REACTIVATED');
    expect(reactivations).toHaveLength(1);
  });

  it('is for those who administer the user', async () => {
    const { graphql } = here.administrator;
    const person = await addColleague(gateway, here);
    const reader = await addColleague(gateway, here, { scopes: ['product_tour:write'] });
    const stranger = (await addTenant(gateway, 'There')).administrator;
    await deactivate(graphql, person);
    expect(await reactivate(reader.graphql, person)).toMatchObject({ code: 'MISSING_SCOPE' });
    expect(await reactivate(stranger.graphql, person)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await reactivate(graphql, person)).toMatchObject({ user: { isActive: true } });
  });
});
