import { gzipSync } from 'node:zlib';
import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { askFlags, LAUNCHED, sdkRequest } from '../../support/sdk.ts';

const it = gatewayTest();
let app: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  app = started;
  tours = restTours(app, app.projectId);
});

const flagOf = async (key: string, properties: object = {}) =>
  (await askFlags(app.url, { token: app.token, distinct_id: 'ada', person_properties: properties })).body.flags[key];

async function createFlag(key: string, filters: object, active = true): Promise<number> {
  const { createFeatureFlag } = await app.graphql(
    `mutation ($input: CreateFeatureFlagInput!) {
      createFeatureFlag(input: $input) { ... on CreateFeatureFlagSuccess { featureFlag { databaseId } } ... on Error { message } }
    }`,
    { input: { projectId: app.projectId, key, filters, active } },
  );
  await expect.poll(() => flagOf(key)).toBeDefined();
  return createFeatureFlag.featureFlag.databaseId;
}

describe('flags for a person', () => {
  it('have the contract’s shape', async () => {
    const id = await createFlag('shape', {
      groups: [{ properties: [{ key: 'plan', value: 'pro', operator: 'exact', type: 'person' }] }],
      multivariate: { variants: [{ key: 'only', rollout_percentage: 100 }] },
      payloads: { only: '[1]' },
    });
    const { status, body, headers } = await askFlags(app.url, { token: app.token, distinct_id: 'ada', person_properties: { plan: 'pro' } });
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(Object.keys(body)).toEqual(['errorsWhileComputingFlags', 'flags', 'requestId', 'evaluatedAt']);
    expect(body).toMatchObject({ errorsWhileComputingFlags: false, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(Math.abs(body.evaluatedAt - Date.now())).toBeLessThan(60_000);
    expect(body.flags.shape).toEqual({
      key: 'shape',
      enabled: true,
      variant: 'only',
      reason: { code: 'condition_match', condition_index: 0, description: 'Matched condition set 1' },
      metadata: { id, version: 1, description: null, payload: '[1]', has_experiment: false },
    });
    expect(await flagOf('shape')).toMatchObject({
      enabled: false,
      variant: null,
      reason: { code: 'no_condition_match', condition_index: null, description: 'No matching condition set' },
    });
  });

  it('name each reason', async () => {
    await createFlag('nobody', { groups: [{ properties: [], rollout_percentage: 0 }] });
    await createFlag('inactive', { groups: [{ properties: [] }] }, false);
    expect((await flagOf('nobody')).reason).toEqual({
      code: 'out_of_rollout_bound',
      condition_index: 0,
      description: 'Out of rollout bound',
    });
    expect((await flagOf('inactive')).reason).toEqual({
      code: 'flag_disabled',
      condition_index: null,
      description: 'Feature flag is disabled',
    });
  });

  it.each([0, 3])('are off for everybody where they are for groups of persons, of type %d, which are not known here', async (index) => {
    await createFlag(`for-groups-${index}`, { groups: [{ properties: [], rollout_percentage: 100 }], aggregation_group_type_index: index });
    await createFlag(`partly-${index}`, { groups: [{ properties: [], aggregation_group_type_index: index }] });
    for (const key of [`for-groups-${index}`, `partly-${index}`])
      expect(await flagOf(key)).toMatchObject({
        enabled: false,
        reason: { code: 'no_group_type', condition_index: null, description: 'No group type' },
      });
    await createFlag(`mixed-${index}`, {
      groups: [
        { properties: [], aggregation_group_type_index: index },
        { properties: [], aggregation_group_type_index: null },
      ],
      aggregation_group_type_index: null,
    });
    expect(await flagOf(`mixed-${index}`)).toMatchObject({ enabled: true, reason: { condition_index: 1 } });
  });

  it('hold a flag with any name', async () => {
    await createFlag('__proto__', { groups: [{ properties: [] }] });
    const { text } = await askFlags(app.url, { token: app.token, distinct_id: 'ada' });
    expect(text).toContain('"__proto__":{"key":"__proto__","enabled":true');
  });

  it('follow a change of a flag, and lose one that is deleted', async () => {
    const flagId = await createFlag('changing', { groups: [] });
    expect((await flagOf('changing')).enabled).toBe(false);
    const result = await app.graphql(
      `mutation ($input: UpdateFeatureFlagInput!) { updateFeatureFlag(input: $input) { __typename ... on Error { message } } }`,
      { input: { flagId, filters: { groups: [{ properties: [] }] } } },
    );
    expect(result.updateFeatureFlag.__typename).toBe('UpdateFeatureFlagSuccess');
    await expect.poll(async () => (await flagOf('changing')).enabled).toBe(true);
    await app.graphql(`mutation ($input: DeleteFeatureFlagInput!) { deleteFeatureFlag(input: $input) { __typename } }`, {
      input: { flagId },
    });
    await expect.poll(() => flagOf('changing')).toBeUndefined();
  });

  it('let a tour through until its person has seen it', async () => {
    const tour = await tours.create({ ...LAUNCHED, content: { ...LAUNCHED.content, displayFrequency: 'show_once' } });
    const { key } = tour.internal_targeting_flag;
    expect((await flagOf(key)).enabled).toBe(true);
    expect((await flagOf(key, { [`$product_tour_shown/${tour.id}`]: true })).enabled).toBe(false);
  });

  it('let a tour through up to its end date, whatever the stored flag says', async () => {
    const hour = 3_600_000;
    const tour = await tours.create({ ...LAUNCHED, end_date: new Date(Date.now() + hour).toISOString() });
    const { key, active } = tour.internal_targeting_flag;
    expect(active).toBe(false);
    expect((await flagOf(key)).enabled).toBe(true);
    await tours.change(tour.id, { end_date: new Date(Date.now() - hour).toISOString() });
    await expect.poll(async () => (await flagOf(key)).enabled).toBe(false);
    await tours.change(tour.id, { end_date: null, start_date: new Date(Date.now() + hour).toISOString() });
    expect((await tours.read(tour.id)).internal_targeting_flag.active).toBe(true);
    await expect.poll(async () => (await flagOf(key)).reason.code).toBe('flag_disabled');
  });
});

describe('a request for flags', () => {
  const ask = (body: BodyInit, headers: Record<string, string>, query = '?v=2') =>
    sdkRequest(app.url, `/flags/${query}`, { method: 'POST', body, headers });
  const text = () => JSON.stringify({ token: app.token, distinct_id: 'ada', person_properties: { city: 'Zürich + Ürümqi' } });
  const base64 = () => Buffer.from(text()).toString('base64');
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  it('may be encoded in each of the SDK’s ways', async () => {
    const requests: [string, () => ReturnType<typeof ask>][] = [
      ['JSON', () => ask(text(), { 'content-type': 'application/json' })],
      ['JSON as text', () => ask(text(), { 'content-type': 'text/plain' })],
      ['gzip as text', () => ask(gzipSync(text()), { 'content-type': 'text/plain' })],
      ['gzip, named', () => ask(gzipSync(text()), { 'content-type': 'text/plain' }, '?v=2&compression=gzip-js')],
      ['base64 in a form', () => ask(`data=${encodeURIComponent(base64())}`, form, '?v=2&compression=base64')],
      ['base64 in a form, not escaped', () => ask(`data=${base64()}`, form, '?v=2&compression=base64')],
      ['JSON in a form', () => ask(`data=${encodeURIComponent(text())}`, form)],
      ['without a slash', () => sdkRequest(app.url, '/flags?v=2', { method: 'POST', body: text() })],
    ];
    for (const [name, send] of requests) {
      const { status, body } = await send();
      expect([status, body.errorsWhileComputingFlags], name).toEqual([200, false]);
    }
  });

  it('with a token that is missing or wrong is refused with PostHog’s words', async () => {
    expect(await askFlags(app.url, { distinct_id: 'ada' })).toMatchObject({ status: 401, body: { code: 'missing_api_key', attr: null } });
    expect(await askFlags(app.url, { token: 'phc_wrong', distinct_id: 'ada' })).toMatchObject({
      status: 401,
      body: { code: 'invalid_api_key' },
    });
    for (const body of ['[]', 'null', '7', '"text"']) expect((await ask(body, {})).status, body).toBe(401);
  });

  it('that names nobody is refused', async () => {
    for (const distinct_id of [undefined, null, '', {}, []])
      expect(await askFlags(app.url, { token: app.token, distinct_id })).toMatchObject({
        status: 400,
        body: { code: 'missing_distinct_id' },
      });
    expect((await askFlags(app.url, { token: app.token, distinct_id: 7, person_properties: 'odd', groups: 3 })).status).toBe(200);
  });

  it('that cannot be read is refused, and so is one that grows beyond a megabyte', async () => {
    for (const body of ['', '{', 'data=%', new Uint8Array([0x1f, 0x8b, 1, 2, 3])])
      expect(await ask(body, {})).toMatchObject({ status: 400, body: { code: 'parse_error' } });
    expect((await ask(`data=${Buffer.from('{').toString('base64')}`, form)).status).toBe(400);
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));
    expect((await ask(bomb, {})).status).toBe(413);
    expect((await ask(`data=${encodeURIComponent(bomb.toString('base64'))}`, form)).status).toBe(413);
    expect((await ask(' '.repeat(1024 * 1024 + 1), {})).status).toBe(413);
  });

  it('may hold properties nested deeper than they can be printed', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    await createFlag('deep', {
      groups: [{ properties: [{ key: 'p', type: 'person', operator: 'not_icontains', value: 'x' }] }],
    });
    const { status, body } = await ask(`{"token":"${app.token}","distinct_id":"ada","person_properties":{"p":${deep}}}`, {});
    expect([status, body.flags.deep.enabled]).toEqual([200, true]);
  });

  it('other than POST and OPTIONS is not understood', async () => {
    const { status, headers } = await sdkRequest(app.url, `/flags/?token=${app.token}`);
    expect([status, headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
    expect((await sdkRequest(app.url, '/flags/', { method: 'OPTIONS', headers: { origin: 'https://shop.example' } })).status).toBe(200);
  });
});
