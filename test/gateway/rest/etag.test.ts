import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const it = gatewayTest();

describe('entity tags', () => {
  let gateway: TestApp;
  let path: string;

  it.beforeAll(async ({ gateway: started }) => {
    gateway = started;
    const { body } = await gateway.rest('POST', `${gateway.projectId}/product_tours/`, { name: 'Tagged' });
    path = `${gateway.projectId}/product_tours/${body.id}`;
  });

  const tag = async (suffix = '/') => (await gateway.rest('GET', `${path}${suffix}`)).headers.get('etag') ?? '';

  it('stand on every answer about a tour', async () => {
    const answers = [
      await gateway.rest('GET', `${path}/`),
      await gateway.rest('GET', `${path}/draft_status/`),
      await gateway.rest('PATCH', `${path}/`, { description: 'new' }),
      await gateway.rest('PATCH', `${path}/draft/`, { name: 'Drafted' }),
      await gateway.rest('POST', `${path}/publish_draft/`),
      await gateway.rest('DELETE', `${path}/discard_draft/`),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    for (const { headers } of answers) expect(headers.get('etag')).toMatch(/^"\d+-[\w-]{12}"$/);
  });

  it('spare a client what it has already', async () => {
    for (const suffix of ['/', '/draft_status/']) {
      const etag = await tag(suffix);
      const again = await gateway.rest('GET', `${path}${suffix}`, undefined, { 'if-none-match': `"other", W/${etag}` });
      expect(again).toMatchObject({ status: 304, text: '' });
      expect(again.headers.get('etag')).toBe(etag);
      expect((await gateway.rest('GET', `${path}${suffix}`, undefined, { 'if-none-match': '"1-other"' })).status).toBe(200);
    }
  });

  it('change when only the linked flag of a tour does', async () => {
    const { createFeatureFlag } = await gateway.graphql(
      `mutation ($input: CreateFeatureFlagInput!) { createFeatureFlag(input: $input) { ... on CreateFeatureFlagSuccess { featureFlag { databaseId } } } }`,
      { input: { projectId: gateway.projectId, key: 'linked' } },
    );
    const flagId = createFeatureFlag.featureFlag.databaseId;
    await gateway.rest('PATCH', `${path}/`, { linked_flag_id: flagId });
    const before = await tag();
    await gateway.graphql(`mutation ($input: UpdateFeatureFlagInput!) { updateFeatureFlag(input: $input) { __typename } }`, {
      input: { flagId, active: false },
    });
    expect(await tag()).not.toBe(before);
  });

  it('of a list change with whatever shows in it, and with nothing else', async () => {
    const list = () => gateway.rest('GET', `${gateway.projectId}/product_tours/?limit=2`);
    const { body: other } = await gateway.rest('POST', `${gateway.projectId}/product_tours/`, { name: 'Listed', content: { steps: [] } });
    const { createFeatureFlag } = await gateway.graphql(
      `mutation ($input: CreateFeatureFlagInput!) { createFeatureFlag(input: $input) { ... on CreateFeatureFlagSuccess { featureFlag { databaseId } } } }`,
      { input: { projectId: gateway.projectId, key: 'listed' } },
    );
    const flagId = createFeatureFlag.featureFlag.databaseId;
    const updateFlag = (input: object) =>
      gateway.graphql(
        'mutation ($input: UpdateFeatureFlagInput!) { updateFeatureFlag(input: $input) { ... on Error { message } __typename } }',
        { input: { flagId, ...input } },
      );
    const changes: (() => Promise<unknown>)[] = [
      () => gateway.rest('PATCH', `${path}/`, { content: { steps: [], note: 'one' } }),
      () => gateway.rest('PATCH', `${path}/`, { content: { steps: [], note: 'two' } }),
      () => gateway.rest('PATCH', `${gateway.projectId}/product_tours/${other.id}/draft/`, { content: { steps: [], note: 'two' } }),
      () => gateway.rest('PATCH', `${gateway.projectId}/product_tours/${other.id}/`, { linked_flag_id: flagId }),
      () => updateFlag({ filters: { groups: [{ properties: [], rollout_percentage: 10 }] } }),
      () => gateway.app.db.sql.query('UPDATE users SET hedgehog_config = \'{"color": "red"}\''),
    ];
    let before = await list();
    for (const change of changes) {
      await change();
      const after = await list();
      expect(after.text, String(change)).not.toBe(before.text);
      expect(after.headers.get('etag'), String(change)).not.toBe(before.headers.get('etag'));
      const known = after.headers.get('etag') ?? '';
      const again = await gateway.rest('GET', `${gateway.projectId}/product_tours/?limit=2`, undefined, { 'if-none-match': known });
      expect(again).toMatchObject({ status: 304, text: '' });
      before = after;
    }
  });

  it('let a write insist on the state that its author saw', async () => {
    const writes: [string, string, unknown?][] = [
      ['PATCH', '/', { description: 'mine' }],
      ['PATCH', '/draft/', { name: 'Mine' }],
      ['POST', '/publish_draft/', { name: 'Mine too' }],
      ['DELETE', '/discard_draft/'],
    ];
    for (const [method, suffix, body] of writes) {
      const seen = await tag();
      await gateway.rest('PATCH', `${path}/draft/`, { description: 'theirs' });
      const current = await gateway.rest('GET', `${path}/`);
      const refused = await gateway.rest(method, `${path}${suffix}`, body, { 'if-match': seen });
      expect(refused, `${method} ${suffix}`).toMatchObject({
        status: 412,
        body: {
          type: 'invalid_request',
          code: 'precondition_failed',
          attr: null,
          detail: expect.stringContaining('The tour is at revision'),
        },
      });
      expect((await gateway.rest('GET', `${path}/`)).text).toBe(current.text);
      const taken = await gateway.rest(method, `${path}${suffix}`, body, { 'if-match': await tag() });
      expect(taken.status, `${method} ${suffix}`).toBe(200);
    }
  });

  it('take any state with an asterisk, and none with a tag that is not ours', async () => {
    expect((await gateway.rest('PATCH', `${path}/draft/`, { name: 'Any' }, { 'if-match': '*' })).status).toBe(200);
    for (const foreign of ['"abc"', '5', '', 'W/"abc"', '"-aaaaaaaaaaaa"', '"4-abc', '"x", W/"y;gzip"']) {
      const refused = await gateway.rest('PATCH', `${path}/draft/`, { name: 'No' }, { 'if-match': foreign });
      expect(refused, foreign).toMatchObject({
        status: 412,
        body: {
          code: 'precondition_failed',
          detail: expect.stringContaining(`If-Match: ${foreign || '(empty)'} is not the ETag of a tour.`),
        },
      });
    }
    const long = await gateway.rest('PATCH', `${path}/draft/`, { name: 'No' }, { 'if-match': `"${'a'.repeat(5000)}"` });
    expect(long.body.detail.length).toBeLessThan(300);
    expect((await gateway.rest('PATCH', `${path}/draft/`, { name: 'No' }, { 'if-match': 'W/"1"' })).body.detail).toContain(
      'The tour is at revision',
    );
    const nowhere = `${gateway.projectId}/product_tours/00000000-0000-4000-8000-000000000000/draft/`;
    expect((await gateway.rest('PATCH', nowhere, { name: 'No' }, { 'if-match': '"abc"' })).status).toBe(404);
  });

  it.each<[string, (etag: string) => string]>([
    ['a weak one', (etag) => `W/${etag}`],
    ['one with the suffix of Apache', (etag) => etag.replace(/"$/, '-gzip"')],
    ['one with the suffix of brotli', (etag) => etag.replace(/"$/, '-br"')],
    ['one with the suffix of Jetty', (etag) => etag.replace(/"$/, '--gzip"')],
    ['one with a semicolon', (etag) => etag.replace(/"$/, ';gzip"')],
    ['a weak one with a suffix', (etag) => `W/${etag.replace(/"$/, ';br"')}`],
    ['one among others', (etag) => `"other", W/${etag}, "1"`],
  ])('identify a state as proxies change them: %s', async (_, change) => {
    const writes: [string, string, unknown?][] = [
      ['PATCH', '/', { description: 'mine' }],
      ['PATCH', '/draft/', { name: 'Mine' }],
      ['POST', '/publish_draft/', { description: 'Mine again' }],
      ['DELETE', '/discard_draft/'],
    ];
    for (const [method, suffix, body] of writes) {
      const excluded = await gateway.rest(method, `${path}${suffix}`, body, { 'if-none-match': change(await tag()) });
      expect(excluded.status, `${method} ${suffix}`).toBe(412);
      const taken = await gateway.rest(method, `${path}${suffix}`, body, { 'if-match': change(await tag()) });
      expect(taken.status, `${method} ${suffix}`).toBe(200);
    }
    for (const suffix of ['/', '/draft_status/'])
      expect((await gateway.rest('GET', `${path}${suffix}`, undefined, { 'if-none-match': change(await tag(suffix)) })).status).toBe(304);
    const list = `${gateway.projectId}/product_tours/`;
    const ofList = (await gateway.rest('GET', list)).headers.get('etag') ?? '';
    expect((await gateway.rest('GET', list, undefined, { 'if-none-match': change(ofList) })).status).toBe(304);
  });

  it('keep a write from the states that its author excludes', async () => {
    const writes: [string, string, unknown?][] = [
      ['PATCH', '/', { description: 'mine' }],
      ['PATCH', '/draft/', { name: 'Mine' }],
      ['POST', '/publish_draft/', { name: 'Mine again' }],
      ['DELETE', '/discard_draft/'],
      ['DELETE', '/'],
    ];
    for (const [method, suffix, body] of writes) {
      const current = await gateway.rest('GET', `${path}/`);
      for (const excluded of ['*', await tag(), `"other", W/${await tag()}`]) {
        const refused = await gateway.rest(method, `${path}${suffix}`, body, { 'if-none-match': excluded });
        expect(refused, `${method} ${suffix} ${excluded}`).toMatchObject({ status: 412, body: { code: 'precondition_failed' } });
      }
      expect((await gateway.rest('GET', `${path}/`)).text).toBe(current.text);
      const taken = await gateway.rest(method, `${path}${suffix}`, body, { 'if-none-match': '"1-other", "other"' });
      expect(taken.status, `${method} ${suffix}`).toBe(method === 'DELETE' && suffix === '/' ? 204 : 200);
    }
    expect((await gateway.rest('DELETE', `${path}/`, undefined, { 'if-none-match': '*' })).status).toBe(404);
  });

  it('exclude a state also from writes that race to it, and hinder none of another state', async () => {
    const writes: [string, string, unknown?][] = [
      ['PATCH', '/', { description: 'mine' }],
      ['PATCH', '/draft/', { name: 'Mine' }],
      ['POST', '/publish_draft/', { name: 'Mine' }],
      ['DELETE', '/discard_draft/'],
    ];
    for (const [method, suffix, body] of writes) {
      const { body: tour } = await gateway.rest('POST', `${gateway.projectId}/product_tours/`, { name: `Raced for: ${method} ${suffix}` });
      const race = async (headers: Record<string, string>) => {
        const write = () => gateway.rest(method, `${gateway.projectId}/product_tours/${tour.id}${suffix}`, body, headers);
        const answers = await Promise.all(Array.from({ length: 5 }, write));
        return answers.map(({ status }) => status).sort();
      };
      expect(await race({ 'if-none-match': '"2"' }), `${method} ${suffix}`).toEqual([200, 412, 412, 412, 412]);
      expect(await race({ 'if-none-match': '"2"', 'if-match': '"2"' })).toEqual([412, 412, 412, 412, 412]);
      expect(await race({ 'if-none-match': '"1"' })).toEqual([200, 200, 200, 200, 200]);
    }
  });
});
