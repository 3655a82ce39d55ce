import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { NO_ACTION, NOT_FOUND } from '../../support/problem-body.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

/** Every path, and the methods that do something there. */
const PATHS: [string, string[]][] = [
  ['/', ['GET', 'POST']],
  ['/ID/', ['GET', 'PATCH', 'DELETE']],
  ['/ID/discard_draft/', ['DELETE']],
  ['/ID/draft/', ['PATCH']],
  ['/ID/draft_status/', ['GET']],
  ['/ID/generate/', ['POST']],
  ['/ID/publish_draft/', ['POST']],
];

describe.each(PATHS)('%s', (pattern, methods) => {
  const path = async () => pattern.replace('ID', (await tours.create()).id);

  it(`has an action for ${methods} alone`, async () => {
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => !methods.includes(method));
    for (const method of others) {
      const answer = await tours.send(method, await path(), method === 'GET' ? undefined : { name: 'Nothing happens' });
      expect(answer, method).toMatchObject({ status: 403, body: NO_ACTION });
    }
    expect(others.length).toBeGreaterThan(1);
  });

  it('says what it allows and what it is', async () => {
    const answer = await tours.send('OPTIONS', await path());
    expect(answer).toMatchObject({ status: 200, body: { renders: ['application/json'], parses: { length: 3 } } });
    const allowed = (answer.headers.get('allow') ?? '').split(', ');
    expect(allowed.toSorted()).toEqual([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].toSorted());
  });

  it('is open to pages of any origin', async () => {
    const { url, key } = gateway;
    const address = `${url}/api/projects/${gateway.projectId}/product_tours${await path()}`;
    const headers = { origin: 'https://app.example.com' };
    const preflight = await fetch(address, { method: 'OPTIONS', headers: { ...headers, 'access-control-request-method': 'PATCH' } });
    expect([preflight.status, await preflight.text()]).toEqual([204, '']);
    const answer = await fetch(address, { method: 'OPTIONS', headers: { ...headers, authorization: `Bearer ${key}` } });
    for (const { headers: seen } of [preflight, answer]) {
      expect(seen.get('access-control-allow-origin')).toBe('https://app.example.com');
      expect(seen.has('access-control-allow-credentials')).toBe(false);
    }
  });
});

describe('HEAD', () => {
  it.each(['/', '/ID/', '/ID/draft_status/'])('of %s is GET without the body', async (pattern) => {
    const path = pattern.replace('ID', (await tours.create()).id);
    const [head, get] = [await tours.send('HEAD', path), await tours.send('GET', path)];
    expect([head.status, head.text]).toEqual([200, '']);
    for (const name of ['content-type', 'content-length', 'etag', 'allow'])
      expect(head.headers.get(name), name).toBe(get.headers.get(name));
    expect(get.headers.get('content-type')).toMatch(/^application\/json/);
  });

  it('of a tour that is not there has the status alone', async () => {
    expect(await tours.send('HEAD', '/nothing/')).toMatchObject({ status: 404, text: '' });
    expect(await tours.send('HEAD', '/nothing/draft/')).toMatchObject({ status: 403, text: '' });
  });
});

describe('a create', () => {
  it('answers 201 without a Location', async () => {
    const answer = await tours.send('POST', '/', { name: 'Created' });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBeNull();
    expect(await tours.read(answer.body.id)).toMatchObject({ name: 'Created' });
  });

  it('launches at once with a start date', async () => {
    const { id } = await tours.create({ start_date: '2024-01-01', auto_launch: true });
    expect(await tours.read(id)).toMatchObject({ start_date: '2024-01-01T00:00:00Z', internal_targeting_flag: { active: true } });
  });
});

describe('a delete', () => {
  it('answers 204 with nothing, and 404 from then on', async () => {
    const { id } = await tours.create({ auto_launch: true });
    const answer = await tours.send('DELETE', `/${id}/`);
    expect([answer.status, answer.text, answer.headers.get('content-type')]).toEqual([204, '', null]);
    const after: [string, string][] = [
      ['DELETE', '/'],
      ['GET', '/'],
      ['PATCH', '/'],
      ['PATCH', '/draft/'],
      ['GET', '/draft_status/'],
      ['POST', '/publish_draft/'],
      ['DELETE', '/discard_draft/'],
    ];
    for (const [method, path] of after)
      expect(await tours.send(method, `/${id}${path}`), `${method} ${path}`).toMatchObject({ status: 404, body: NOT_FOUND });
  });

  it('is done once, when two ask for it at once', async () => {
    const { id } = await tours.create();
    const answers = await Promise.all([tours.send('DELETE', `/${id}/`), tours.send('DELETE', `/${id}/`)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404]);
  });

  it('takes archived tours too', async () => {
    const { id } = await tours.create({ archived: true });
    expect((await tours.send('DELETE', `/${id}/`)).status).toBe(204);
  });
});

describe('a discard', () => {
  it('answers 200 with the tour, with and without a draft', async () => {
    const { id } = await tours.create();
    await tours.draft(id, { name: 'Discarded' });
    for (let time = 0; time < 2; time++) {
      const answer = await tours.send('DELETE', `/${id}/discard_draft/`);
      expect(answer).toMatchObject({ status: 200, body: { id, has_draft: false, draft_content: null } });
    }
  });
});

describe('a publish without a draft', () => {
  it.each([[undefined], [{}], [{ start_date: '2024-01-01', unknown: 1 }]])(
    'and with the body %j says so, in a body of its own',
    async (body) => {
      const { id } = await tours.create();
      const answer = await tours.send('POST', `/${id}/publish_draft/`, body);
      expect([answer.status, answer.text]).toEqual([400, '{"detail":"No draft to publish."}']);
    },
  );
});

describe('an archived tour', () => {
  it('is read, drafted, changed and brought back', async () => {
    const { id } = await tours.create({ archived: true });
    expect(await tours.read(id)).toMatchObject({ archived: true });
    expect(await tours.draft(id, { description: 'x' })).toMatchObject({ has_draft: true });
    expect(await tours.change(id, { archived: false })).toMatchObject({ archived: false });
  });
});
