import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson, type Person } from '../../support/people.ts';
import { badKey, forbidden, NO_ACTION, NO_PROJECT, NOT_FOUND } from '../../support/problem-body.ts';
import { restClient } from '../../support/rest.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const READ_SCOPE = forbidden("API key missing required scope 'product_tour:read'");
const WRITE_SCOPE = forbidden("API key missing required scope 'product_tour:write'");
const BAD_HEADER = badKey('Personal API key found in request Authorization header is invalid.');
const BAD_BODY = badKey('Personal API key found in request body is invalid.');
const BAD_QUERY = badKey('Personal API key found in request query string is invalid.');

const it = gatewayTest();
let gateway: TestApp;
let person: Person;
let list: string;
let anonymous: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  person = await addPerson(gateway);
  list = `${gateway.projectId}/product_tours/`;
  anonymous = restTours({ url: gateway.url, key: null }, gateway.projectId);
});

describe('the key', () => {
  it('is asked for, with the scheme to use', async () => {
    const answer = await anonymous.send('GET', '/');
    expect(answer.status).toBe(401);
    expect(answer.body).toEqual({
      type: 'authentication_error',
      code: 'not_authenticated',
      detail: 'Authentication credentials were not provided.',
      attr: null,
    });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(answer.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
  });

  it('is found in the header, the body and the query', async () => {
    const { key } = person;
    expect((await anonymous.send('GET', '/', undefined, { authorization: `Bearer   ${key} ` })).status).toBe(200);
    expect((await anonymous.send('GET', `/?personal_api_key=${key}`)).status).toBe(200);
    expect((await anonymous.send('POST', '/', { name: 'Key in JSON', personal_api_key: key })).status).toBe(201);
    const form = new URLSearchParams({ name: 'Key in a form', personal_api_key: key });
    expect((await anonymous.send('POST', '/', form)).status).toBe(201);
    const multipart = new FormData();
    for (const [name, value] of form) multipart.set(name, `${value}${name === 'name' ? ' of parts' : ''}`);
    expect((await anonymous.send('POST', '/', multipart)).status).toBe(201);
  });

  it('is tried in the first place that has one, and in no other', async () => {
    const good = { personal_api_key: person.key };
    const inQuery = `/?personal_api_key=${person.key}`;
    const answers = [
      await anonymous.send('POST', inQuery, good, { authorization: 'Bearer phx_wrong' }),
      await anonymous.send('POST', inQuery, { personal_api_key: 'phx_wrong' }),
      await anonymous.send('POST', '/?personal_api_key=phx_wrong', {}),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [401, BAD_HEADER],
      [401, BAD_BODY],
      [401, BAD_QUERY],
    ]);
  });

  it.each(['bearer KEY', 'Token KEY', 'Basic KEY', 'BearerKEY', 'Bearer x', 'Bearer'])(
    'is not seen in “%s”: the search goes on',
    async (header) => {
      const authorization = header.replace('KEY', 'phx_wrong');
      expect((await anonymous.send('GET', '/', undefined, { authorization })).body).toMatchObject({ code: 'not_authenticated' });
      expect((await anonymous.send('GET', `/?personal_api_key=${person.key}`, undefined, { authorization })).status).toBe(200);
    },
  );

  it.each([
    ['phx_unknown', BAD_HEADER],
    ['an-old-key-without-prefix', BAD_HEADER],
    ['phc_project_token', BAD_HEADER],
    ['pha_unknown', badKey('Invalid access token.')],
  ])('%s opens nothing', async (key, body) => {
    expect(await restClient(gateway.url, key)('GET', list)).toMatchObject({ status: 401, body });
  });

  it('is no good once it is revoked, expired, or its user inactive', async () => {
    const [revoked, expired, inactive] = [await addPerson(gateway), await addPerson(gateway), await addPerson(gateway)];
    await gateway.graphql('mutation ($id: ID!) { revokePersonalApiKey(input: { id: $id }) { __typename } }', { id: revoked.keyId });
    const { prisma } = gateway.app.db;
    await prisma.personalApiKey.updateMany({ where: { userId: expired.userId }, data: { expiresAt: new Date(0) } });
    await prisma.user.update({ where: { id: inactive.userId }, data: { isActive: false } });
    for (const { rest } of [revoked, expired, inactive]) expect(await rest('GET', list)).toMatchObject({ status: 401, body: BAD_HEADER });
  });

  it('writes when it was last used at most once in five minutes', async () => {
    const { key, userId, rest } = await addPerson(gateway);
    const { prisma } = gateway.app.db;
    const used = async () => (await prisma.personalApiKey.findFirstOrThrow({ where: { userId } })).lastUsedAt;
    expect(key).toMatch(/^phx_/);
    await rest('GET', list);
    const first = await used();
    expect(first).not.toBeNull();
    await prisma.personalApiKey.updateMany({ where: { userId }, data: { label: 'Renamed' } });
    await rest('GET', list);
    expect(await used()).toEqual(first);
  });
});

describe('scopes', () => {
  const TOUR = randomUUID();
  const READS = [
    ['GET', '/'],
    ['HEAD', '/'],
    ['OPTIONS', '/'],
    ['GET', `/${TOUR}/`],
    ['GET', `/${TOUR}/draft_status/`],
  ] as const;
  const WRITES = [
    ['POST', '/'],
    ['PATCH', `/${TOUR}/`],
    ['DELETE', `/${TOUR}/`],
    ['PATCH', `/${TOUR}/draft/`],
    ['POST', `/${TOUR}/publish_draft/`],
    ['DELETE', `/${TOUR}/discard_draft/`],
    ['POST', `/${TOUR}/generate/`],
  ] as const;
  const refusals = async (scopes: string[], requests: readonly (readonly [string, string])[]) => {
    const tours = restTours({ url: gateway.url, key: (await addPerson(gateway, { scopes })).key }, gateway.projectId);
    const answers = [];
    for (const [method, path] of requests) answers.push(await tours.send(method, path));
    return answers.map(({ status, body }) => (status === 403 ? (body?.detail ?? 'HEAD') : 'passed'));
  };

  it('let a reading key read and not write', async () => {
    expect(new Set(await refusals(['product_tour:read'], READS))).toEqual(new Set(['passed']));
    expect(await refusals(['product_tour:read'], WRITES)).toEqual(WRITES.map(() => WRITE_SCOPE.detail));
  });

  it.each(['product_tour:write', '*'])('let a key with %s do both', async (scope) => {
    expect(new Set(await refusals([scope], [...READS, ...WRITES]))).toEqual(new Set(['passed']));
  });

  it('let a key of other scopes do neither', async () => {
    const details = await refusals(['feature_flag:write'], [...READS, ...WRITES]);
    expect(details).toEqual([
      ...READS.map(([method]) => (method === 'HEAD' ? 'HEAD' : READ_SCOPE.detail)),
      ...WRITES.map(() => WRITE_SCOPE.detail),
    ]);
  });
});

describe('the order of checks', () => {
  const tour = (rest: Person['rest'], method: string, project: number | string, path = '', headers = {}) =>
    rest(method, `${project}/product_tours/${randomUUID()}/${path}`, [], headers);

  it('is the contract’s: each request fails every later check too', async () => {
    const elsewhere = await newProject(gateway.graphql);
    const nobody = restClient(gateway.url, 'phx_wrong');
    const stranger = await addPerson(gateway, { scopes: ['product_tour:write'] });
    const reader = await addPerson(gateway, { scopes: ['product_tour:read'] });
    const confined = await addPerson(gateway, { scopes: ['product_tour:read'], keyProjectIds: [gateway.projectId] });
    const answers = [
      await tour(nobody, 'PUT', 999_999, '', { accept: 'text/html' }),
      await tour(nobody, 'PUT', 999_999),
      await tour(reader.rest, 'PUT', 999_999),
      await tour(reader.rest, 'PATCH', 999_999),
      await tour(confined.rest, 'PATCH', elsewhere),
      await tour(reader.rest, 'PATCH', elsewhere),
      await tour(stranger.rest, 'PATCH', elsewhere),
      await tour(reader.rest, 'PATCH', gateway.projectId),
      await tour(stranger.rest, 'PATCH', gateway.projectId),
      await stranger.rest('POST', list, []),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [406, { type: 'invalid_request', code: 'not_acceptable', detail: 'Could not satisfy the request Accept header.', attr: null }],
      [401, BAD_HEADER],
      [403, NO_ACTION],
      [404, NO_PROJECT],
      [403, forbidden(`API key does not have access to the requested project: ID ${elsewhere}.`)],
      [403, WRITE_SCOPE],
      [403, forbidden("You don't have access to the project.")],
      [403, WRITE_SCOPE],
      [404, NOT_FOUND],
      [400, { type: 'validation_error', code: 'invalid_input', detail: 'Invalid data. Expected a dictionary, but got list.', attr: null }],
    ]);
  });

  it('finds the tour before it reads the body, whatever is wrong with that', async () => {
    const tours = restTours({ url: gateway.url, key: person.key }, gateway.projectId);
    for (const path of ['/', '/draft/']) {
      expect(await tours.sendRaw('PATCH', `/${randomUUID()}${path}`, '{', 'application/json')).toMatchObject({
        status: 404,
        body: NOT_FOUND,
      });
      expect(await tours.sendRaw('PATCH', `/${randomUUID()}${path}`, 'x', 'text/plain')).toMatchObject({ status: 404, body: NOT_FOUND });
    }
    expect((await anonymous.sendRaw('POST', '/', '{')).status).toBe(401);
  });
});
