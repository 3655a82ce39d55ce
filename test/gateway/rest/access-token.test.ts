import { describe, expect } from 'vitest';
import { hashSecret } from '../../../src/domain/credential.ts';
import { type AccessToken, addToken } from '../../support/access-token.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson, type Person } from '../../support/people.ts';
import { badKey, forbidden, NO_ACTION, NO_PROJECT } from '../../support/problem-body.ts';
import { restClient } from '../../support/rest.ts';

const UNKNOWN = badKey('Invalid access token.');
const EXPIRED = badKey('Access token has expired.');

const it = gatewayTest({ RATE_LIMIT: 'on' });
let gateway: TestApp;
let person: Person;
let list: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  person = await addPerson(gateway);
  list = `${gateway.projectId}/product_tours/`;
});

function change(id: string, assignment: string): Promise<unknown> {
  return gateway.app.db.sql.query(`UPDATE personal_api_keys SET ${assignment} WHERE id = $1`, [id]);
}

async function refused({ rest }: Pick<AccessToken, 'rest'>): Promise<unknown> {
  const { status, body, headers } = await rest('GET', list);
  expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  return body;
}

describe('an access token', () => {
  it('opens what a key of its user with its scopes opens, in the user’s name', async () => {
    const { rest, secret } = await addToken(gateway, person, { scopes: ['product_tour:write'] });
    expect(secret).toMatch(/^pha_\S{43}$/);
    const created = await rest('POST', list, { name: 'By token' });
    expect(created).toMatchObject({ status: 201, body: { created_by: { email: person.email } } });
    expect(await rest('DELETE', `${list}${created.body.id}/`)).toMatchObject({ status: 204 });
  });

  it('that is unknown opens nothing, whoever is behind it', async () => {
    for (const key of ['pha_', 'pha_unknown', person.key.replace('phx_', 'pha_')]) {
      expect(await refused({ rest: restClient(gateway.url, key) })).toEqual(UNKNOWN);
    }
  });

  it('that has expired says so, also when it was good a moment ago', async () => {
    const token = await addToken(gateway, person);
    expect((await token.rest('GET', list)).status).toBe(200);
    await change(token.id, `expires_at = now() + interval '200 ms'`);
    await expect.poll(() => token.rest('GET', list).then(({ body }) => body), { timeout: 1500, interval: 50 }).toEqual(EXPIRED);
    expect(await refused(token)).toEqual(EXPIRED);
    // Having expired, it is not used.
    const late = await addToken(gateway, person);
    await change(late.id, `expires_at = now() - interval '1 minute'`);
    expect(await refused(late)).toEqual(EXPIRED);
    expect(await gateway.app.db.sql.query('SELECT last_used_at AS used FROM personal_api_keys WHERE id = $1', [late.id])).toEqual([
      { used: null },
    ]);
  });

  it('that is revoked is unknown, expired or not, and so is that of a user who is inactive', async () => {
    const [revoked, old, orphan] = [
      await addToken(gateway, person),
      await addToken(gateway, person),
      await addToken(gateway, await addPerson(gateway)),
    ];
    await revoked.graphql('mutation ($id: ID!) { revokeAccessToken(input: { id: $id }) { __typename } }', { id: revoked.id });
    await change(old.id, `revoked_at = now(), expires_at = now() - interval '1 minute'`);
    await gateway.app.db.sql.query('UPDATE users SET is_active = false WHERE id = $1', [orphan.userId]);
    for (const token of [revoked, old, orphan]) expect(await refused(token)).toEqual(UNKNOWN);
  });

  it('is never looked for as a key, nor a key as a token', async () => {
    const secret = 'pha_a_key_of_long_ago';
    const misfit = await addToken(gateway, person);
    const key = await addPerson(gateway);
    await change(key.keyId, `hash = '${hashSecret(secret)}'`);
    await change(misfit.id, `hash = '${hashSecret('phx_a_token')}'`);
    expect(await refused({ rest: restClient(gateway.url, secret) })).toEqual(UNKNOWN);
    const inHeader = badKey('Personal API key found in request Authorization header is invalid.');
    expect(await refused({ rest: restClient(gateway.url, 'phx_a_token') })).toEqual(inHeader);
  });

  it('comes in the header alone', async () => {
    const { secret } = await addToken(gateway, person);
    const anonymous = restClient(gateway.url, null);
    expect(await anonymous('GET', `${list}?personal_api_key=${secret}`)).toMatchObject({
      status: 401,
      body: badKey('Personal API key found in request query string is invalid.'),
    });
    expect(await anonymous('POST', list, { name: 'Never made', personal_api_key: secret })).toMatchObject({
      status: 401,
      body: badKey('Personal API key found in request body is invalid.'),
    });
    expect((await restClient(gateway.url, secret)('GET', `${list}?personal_api_key=phx_wrong`)).status).toBe(200);
  });

  it('is held to its scopes, its projects and its user’s', async () => {
    const elsewhere = await newProject(gateway.graphql);
    const both = await addPerson(gateway, { projectIds: [gateway.projectId, elsewhere] });
    const confined = await addToken(gateway, both, { projectIds: [gateway.projectId] });
    const reader = await addToken(gateway, person, { scopes: ['product_tour:read'] });
    const missing = '00000000-0000-4000-8000-000000000000/';
    const answers = [
      await reader.rest('PUT', `${list}${missing}`),
      await reader.rest('GET', '999999/product_tours/'),
      await confined.rest('GET', `${elsewhere}/product_tours/`),
      await reader.rest('POST', list, { name: 'Never made' }),
      await reader.rest('GET', `${elsewhere}/product_tours/`),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [403, NO_ACTION],
      [404, NO_PROJECT],
      [403, forbidden(`API key does not have access to the requested project: ID ${elsewhere}.`)],
      [403, forbidden("API key missing required scope 'product_tour:write'")],
      [403, forbidden("You don't have access to the project.")],
    ]);
  });

  it('has a budget of requests of its own', async () => {
    const busy = await addToken(gateway, person);
    const quiet = await addToken(gateway, person);
    for (let n = 0; n < 24; n++) await Promise.all(Array.from({ length: 20 }, () => busy.rest('GET', list)));
    expect((await busy.rest('GET', list)).status).toBe(429);
    expect([(await quiet.rest('GET', list)).status, (await person.rest('GET', list)).status]).toEqual([200, 200]);
  });
});
