import { describe, expect, vi } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { LAUNCHED, publicTours, type SdkAnswer, sdkRequest } from '../../support/sdk.ts';

const it = gatewayTest();
let app: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  app = started;
  tours = restTours(app, app.projectId);
});

/** What is written shows within a second, not at once. */
const seen = (id: string) => vi.waitFor(async () => shownTour(await publicTours(app.url, app.token), id), { timeout: 5000 });

function shownTour(all: SdkAnswer['body'][], id: string): SdkAnswer['body'] {
  const shown = all.find((tour) => tour.id === id);
  if (!shown) throw new Error(`The tour ${id} is not shown.`);
  return shown;
}

const idsSeenBy = async (url: string) => (await publicTours(url, app.token)).map(({ id }) => id);

describe('what browsers are told of tours', () => {
  it('is exactly the keys of the contract, in its order, however much is set', async () => {
    const flagId = await createFlag(app.graphql, app.projectId, 'beta-users', ['blue']);
    const tour = await tours.create({
      ...LAUNCHED,
      name: 'Everything set',
      description: 'SECRET description',
      linked_flag_id: flagId,
      targeting_flag_filters: { groups: [{ properties: [{ key: 'SECRET', type: 'person', operator: 'exact', value: 'SECRET' }] }] },
      end_date: '2030-01-01T00:00:00.123456Z',
      content: {
        ...LAUNCHED.content,
        type: 'announcement',
        displayFrequency: 'show_once',
        appearance: { textColor: '#000' },
        conditions: { url: '/invoices', linkedFlagVariant: 'blue' },
        notes: 'SECRET notes',
      },
    });
    await tours.draft(tour.id, { name: 'SECRET draft', content: { steps: [{ id: 'secret', type: 'modal', contentHtml: 'SECRET' }] } });
    await seen(tour.id);
    const { text, body } = await sdkRequest(app.url, `/api/product_tours/?token=${app.token}`);
    const shown = body.product_tours.find(({ id }: { id: string }) => id === tour.id);
    expect(text).not.toContain('SECRET');
    expect(Object.keys(body)).toEqual(['product_tours']);
    expect(Object.keys(shown)).toEqual([
      'id',
      'name',
      'tour_type',
      'internal_targeting_flag_key',
      'linked_flag_key',
      'steps',
      'conditions',
      'appearance',
      'display_frequency',
      'auto_launch',
      'start_date',
      'end_date',
    ]);
    expect(shown).toEqual({
      id: tour.id,
      name: 'Everything set',
      tour_type: 'announcement',
      internal_targeting_flag_key: tour.internal_targeting_flag.key,
      linked_flag_key: 'beta-users',
      steps: LAUNCHED.content.steps,
      conditions: { url: '/invoices', linkedFlagVariant: 'blue' },
      appearance: { textColor: '#000' },
      display_frequency: 'show_once',
      auto_launch: true,
      start_date: '2024-01-01T00:00:00Z',
      end_date: '2030-01-01T00:00:00.123456Z',
    });
  });

  it('leaves the internal flag’s key out where there is none, and says null for the rest', async () => {
    const { id } = await tours.create({ start_date: '2024-01-01T00:00:00Z' });
    const shown = await seen(id);
    expect(shown).not.toHaveProperty('internal_targeting_flag_key');
    expect(shown).toMatchObject({ tour_type: 'tour', linked_flag_key: null, steps: [], conditions: null, appearance: null });
    expect(shown).toMatchObject({ display_frequency: null, auto_launch: false, end_date: null });
  });

  it('tells a banner from an announcement', async () => {
    const content = { type: 'announcement', steps: [{ id: 'banner', type: 'banner' }] };
    const { id } = await tours.create({ ...LAUNCHED, content });
    expect((await seen(id)).tour_type).toBe('banner');
  });

  it('does not hold back tours that are over or still to come: the SDK sorts that out', async () => {
    const over = await tours.create({ start_date: '2024-01-01T00:00:00Z', end_date: '2024-02-01T00:00:00Z' });
    const coming = await tours.create({ start_date: '2099-01-01T00:00:00Z' });
    await expect.poll(() => idsSeenBy(app.url)).toEqual(expect.arrayContaining([over.id, coming.id]));
  });

  it('follows a tour through its life', async () => {
    const { id } = await tours.create({ ...LAUNCHED, start_date: null });
    expect(await idsSeenBy(app.url)).not.toContain(id);
    await tours.change(id, { start_date: '2024-01-01T00:00:00Z' });
    await expect.poll(() => idsSeenBy(app.url)).toContain(id);
    await tours.draft(id, { name: 'Changed in the draft' });
    const name = async () => (await publicTours(app.url, app.token)).find((tour) => tour.id === id)?.name;
    expect(await name()).not.toBe('Changed in the draft');
    await tours.publish(id);
    await expect.poll(name).toBe('Changed in the draft');
    await tours.change(id, { archived: true });
    await expect.poll(() => idsSeenBy(app.url)).not.toContain(id);
    await tours.change(id, { archived: false });
    await expect.poll(() => idsSeenBy(app.url)).toContain(id);
    await tours.send('DELETE', `/${id}/`);
    await expect.poll(() => idsSeenBy(app.url)).not.toContain(id);
  });

  it('is the same on another node', async () => {
    const other = await app.startNode();
    await idsSeenBy(other.url);
    const { id } = await tours.create(LAUNCHED);
    await expect.poll(() => idsSeenBy(other.url)).toContain(id);
  });

  it('follows even what nobody announces, within a second or so', async () => {
    const { id } = await tours.create(LAUNCHED);
    await expect.poll(() => idsSeenBy(app.url)).toContain(id);
    await app.app.db.sql.query(`UPDATE tours SET name = 'Changed by hand' WHERE id = $1`, [id]);
    await expect
      .poll(async () => (await publicTours(app.url, app.token)).find((tour) => tour.id === id).name, { timeout: 5000 })
      .toBe('Changed by hand');
  });

  it('is read from the database once for all who ask at the same time', async () => {
    const { id } = await tours.create(LAUNCHED);
    await expect.poll(() => idsSeenBy(app.url)).toContain(id);
    const before = app.app.db.stats().queries;
    const answers = await Promise.all(Array.from({ length: 100 }, () => idsSeenBy(app.url)));
    expect(new Set(answers.map((ids) => ids.join())).size).toBe(1);
    expect(app.app.db.stats().queries - before).toBeLessThan(15);
  });
});

describe('a request for tours', () => {
  const path = '/api/product_tours/';

  it('works with and without the slash, with token or api_key, in the query or in a form', async () => {
    const form = (name: string) => ({ method: 'POST', body: new URLSearchParams({ [name]: app.token }) });
    const multipart = new FormData();
    multipart.set('token', app.token);
    const requests: [string, RequestInit][] = [
      [`${path}?token=${app.token}`, {}],
      [`/api/product_tours?token=${app.token}`, {}],
      [`${path}?api_key=${app.token}`, {}],
      [`${path}?token=phc_first&token=${app.token}&api_key=phc_other`, {}],
      [path, form('token')],
      [path, form('api_key')],
      [path, { method: 'POST', body: multipart }],
    ];
    for (const [address, init] of requests) expect((await sdkRequest(app.url, address, init)).status, address).toBe(200);
  });

  it('without a token, or with a wrong one, is refused with PostHog’s words', async () => {
    const missing = await sdkRequest(app.url, path);
    expect([missing.status, missing.body]).toEqual([
      401,
      {
        type: 'authentication_error',
        code: 'missing_api_key',
        detail: 'Project token not provided. You can find your project token in your PostHog project settings.',
        attr: null,
      },
    ]);
    for (const token of ['phc_wrong', 'phc_wrong', 'nothing', app.key]) {
      const wrong = await sdkRequest(app.url, `${path}?token=${token}`);
      expect([wrong.status, wrong.body]).toEqual([
        401,
        {
          type: 'authentication_error',
          code: 'invalid_api_key',
          detail: 'Project token invalid. You can find your project token in your PostHog project settings.',
          attr: null,
        },
      ]);
    }
    expect((await sdkRequest(app.url, `${path}?token=${app.token}`, { method: 'POST' })).body.code).toBe('missing_api_key');
  });

  it('gets 304 for what it has, and bytes that were compressed once', async () => {
    const first = await sdkRequest(app.url, `${path}?token=${app.token}`);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=1');
    const again = await sdkRequest(app.url, `${path}?token=${app.token}`, { headers: { 'if-none-match': etag } });
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag]);
    const plain = await sdkRequest(app.url, `${path}?token=${app.token}`, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.text).toBe(first.text);
    expect(plain.headers.get('etag')).not.toBe(etag);
  });

  it('gets 304 for GET and HEAD alone: what other methods ask for is in their bodies', async () => {
    const address = `${path}?token=${app.token}`;
    const first = await sdkRequest(app.url, address);
    const etag = first.headers.get('etag') ?? '';
    for (const tags of [etag, `"other", W/${etag}`, '*']) {
      const headers = { 'if-none-match': tags };
      for (const method of ['GET', 'HEAD'])
        expect((await sdkRequest(app.url, address, { method, headers })).status, `${method} ${tags}`).toBe(304);
      for (const method of ['POST', 'PUT', 'PATCH']) {
        const { status, text } = await sdkRequest(app.url, path, { method, headers, body: new URLSearchParams({ token: app.token }) });
        expect([status, text], `${method} ${tags}`).toEqual([200, first.text]);
      }
    }
  });

  it('may come from a page of any origin', async () => {
    const from = (origin: string, headers = {}) =>
      sdkRequest(app.url, `${path}?token=${app.token}`, { method: 'OPTIONS', headers: { origin, ...headers } });
    const preflight = await from('https://shop.example:8443', {
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'traceparent, X-Secret, sentry-trace',
    });
    expect([preflight.status, preflight.text]).toEqual([200, '']);
    expect(Object.fromEntries([...preflight.headers].filter(([name]) => name.startsWith('access-control-')))).toEqual({
      'access-control-allow-origin': 'https://shop.example:8443',
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET, POST, OPTIONS',
      'access-control-expose-headers': 'Retry-After',
      'access-control-allow-headers': 'X-Requested-With,Content-Type,traceparent,X-Secret,sentry-trace',
    });
    expect((await from('null')).headers.get('access-control-allow-origin')).toBe('*');
    const refused = await sdkRequest(app.url, path, { headers: { origin: 'https://shop.example' } });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, 'https://shop.example']);
  });

  it('goes by a token that was changed', async () => {
    const project = await startTestApp();
    expect((await sdkRequest(project.url, `${path}?token=${project.token}`)).status).toBe(200);
    const { updateProject } = await project.graphql(
      `mutation ($input: UpdateProjectInput!) { updateProject(input: $input) { ... on UpdateProjectSuccess { project { token } } ... on Error { message } } }`,
      { input: { id: project.projectId, rotateToken: true } },
    );
    const statusOf = async (token: string) => (await sdkRequest(project.url, `${path}?token=${token}`)).status;
    await expect.poll(() => statusOf(project.token)).toBe(401);
    expect(await statusOf(updateProject.project.token)).toBe(200);
    await project.stop();
  });
});
