import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import { addToken } from '../../support/access-token.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { addOrganization, allowKeys } from '../../support/organizations.ts';
import { addPerson } from '../../support/people.ts';
import { forbidden, NO_ACTION, NO_PROJECT } from '../../support/problem-body.ts';
import type { RestClient } from '../../support/rest.ts';

const NO_KEYS = forbidden(
  "Organization 'Acme' does not allow using personal API keys. Contact an admin to enable personal API keys for this organization.",
);
const STRANGER = forbidden("You don't have access to the project.");
const WRITE_SCOPE = forbidden("API key missing required scope 'product_tour:write'");

const it = gatewayTest();
let gateway: TestApp;
it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const sql = (statement: string, values: unknown[]) => gateway.app.db.sql.query(statement, values);

/** A write comes to be answered so within a second of a change of access. */
function answers(rest: RestClient, projectId: number, status: number, body: unknown): Promise<void> {
  const write = () => rest('PATCH', `${projectId}/product_tours/${randomUUID()}/`, {});
  return expect.poll(async () => ({ ...(await write()) }), { timeout: 1500, interval: 50 }).toMatchObject({ status, body });
}

describe('an organization', () => {
  it('that allows no personal API keys is closed to them, and open to access tokens', async () => {
    const { organizationId, projectId } = await addOrganization(gateway.graphql);
    const person = await addPerson(gateway, { projectIds: [projectId] });
    const token = await addToken(gateway, person);
    const list = `${projectId}/product_tours/`;
    expect((await person.rest('GET', list)).status).toBe(200);
    await allowKeys(gateway, organizationId, false);
    await answers(person.rest, projectId, 403, NO_KEYS);
    expect(await person.rest('GET', list)).toMatchObject({ status: 403, body: NO_KEYS });
    expect(await person.rest('GET', '@current/product_tours/')).toMatchObject({ status: 403, body: NO_KEYS });
    expect(await token.rest('GET', list)).toMatchObject({ status: 200 });
    expect((await gateway.rest('GET', `${gateway.projectId}/product_tours/`)).status).toBe(200);
    await allowKeys(gateway, organizationId, true);
    await expect.poll(async () => (await person.rest('GET', list)).status, { timeout: 1500, interval: 50 }).toBe(200);
  });

  it('that a key or token is not for is closed to it', async () => {
    const here = await addOrganization(gateway.graphql);
    const there = await addOrganization(gateway.graphql);
    const projectIds = [here.projectId, there.projectId];
    const person = await addPerson(gateway, { projectIds, keyOrganizationIds: [here.organizationId] });
    const token = await addToken(gateway, person, { organizationIds: [here.organizationId] });
    const elsewhere = forbidden(`API key does not have access to the requested organization: ID ${there.organizationId}.`);
    for (const { rest } of [person, token]) {
      expect((await rest('GET', `${here.projectId}/product_tours/`)).status).toBe(200);
      expect(await rest('GET', `${there.projectId}/product_tours/`)).toMatchObject({ status: 403, body: elsewhere });
    }
  });
});

describe('the order of checks', () => {
  it('is the contract’s: what is wrong is mended one by one, and each answer is that of the next check', async () => {
    const { organizationId, projectId } = await addOrganization(gateway.graphql);
    const other = await addOrganization(gateway.graphql);
    const { keyId, userId, rest } = await addPerson(gateway, { scopes: ['feature_flag:read'] });
    await allowKeys(gateway, organizationId, false);
    await sql('UPDATE personal_api_keys SET scoped_project_ids = $2, scoped_organization_ids = $3 WHERE id = $1', [
      keyId,
      [gateway.projectId],
      [other.organizationId],
    ]);
    const path = `product_tours/${randomUUID()}/`;
    expect(await rest('PUT', `${projectId}/${path}`)).toMatchObject({ status: 403, body: NO_ACTION });
    expect(await rest('PATCH', `999999/${path}`)).toMatchObject({ status: 404, body: NO_PROJECT });
    await answers(rest, projectId, 403, NO_KEYS);
    await allowKeys(gateway, organizationId, true);
    await answers(rest, projectId, 403, forbidden(`API key does not have access to the requested project: ID ${projectId}.`));
    await sql('UPDATE personal_api_keys SET scoped_project_ids = $2 WHERE id = $1', [keyId, [projectId]]);
    await answers(rest, projectId, 403, forbidden(`API key does not have access to the requested organization: ID ${organizationId}.`));
    await sql('UPDATE personal_api_keys SET scoped_organization_ids = $2 WHERE id = $1', [keyId, [other.organizationId, organizationId]]);
    await answers(rest, projectId, 403, WRITE_SCOPE);
    await sql('UPDATE personal_api_keys SET scopes = $2 WHERE id = $1', [keyId, ['product_tour:write']]);
    await answers(rest, projectId, 403, STRANGER);
    await sql('INSERT INTO memberships (user_id, project_id) VALUES ($1, $2)', [userId, projectId]);
    await answers(rest, projectId, 404, { code: 'not_found', detail: 'Not found.' });
  });

  it('has no place for the policy when an access token calls', async () => {
    const { organizationId, projectId } = await addOrganization(gateway.graphql);
    const { userId } = await addPerson(gateway);
    const token = await addToken(gateway, { userId }, { scopes: ['product_tour:read'] });
    await allowKeys(gateway, organizationId, false);
    await sql('UPDATE personal_api_keys SET scoped_project_ids = $2 WHERE id = $1', [token.id, [gateway.projectId]]);
    await answers(token.rest, projectId, 403, forbidden(`API key does not have access to the requested project: ID ${projectId}.`));
    await sql(`UPDATE personal_api_keys SET scoped_project_ids = '{}' WHERE id = $1`, [token.id]);
    await answers(token.rest, projectId, 403, WRITE_SCOPE);
    expect(await token.rest('GET', `${projectId}/product_tours/`)).toMatchObject({ status: 403, body: STRANGER });
  });
});
