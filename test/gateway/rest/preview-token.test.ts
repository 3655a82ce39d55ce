import { describe, expect } from 'vitest';
import { ALL_ROUTES } from '../../../src/rest/match-route.ts';
import type { Route } from '../../../src/rest/route.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { addPreviewToken, type PreviewToken } from '../../support/preview-token.ts';
import { badKey, forbidden } from '../../support/problem-body.ts';
import { restClient } from '../../support/rest.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { sdkRequest } from '../../support/sdk.ts';

const ONLY = forbidden('A preview token opens `tourPreview` and `tourPreviewChanged` of its tour in GraphQL, and nothing else.');

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let tourId: string;
let token: PreviewToken;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  tourId = (await tours.create({ name: 'Secret' })).id;
  await tours.draft(tourId, { name: 'Secret draft' });
  token = await addPreviewToken(gateway, tourId);
});

describe('a preview token over REST', () => {
  it.each(ALL_ROUTES.flatMap((route) => [request(route, '1'), request(route, '@current'), request(route, '999999')]))(
    'is refused: %s %s',
    async (method, path) => {
      const body = method === 'POST' || method === 'PATCH' ? { name: 'Never' } : undefined;
      const answer = await token.rest(method, path.replace(':id', tourId), body);
      expect([answer.status, answer.body]).toEqual([403, ONLY]);
      expect(answer.text).not.toContain('Secret');
    },
  );

  it('is refused for OPTIONS, and for a method that there is not', async () => {
    for (const method of ['OPTIONS', 'PUT']) {
      const answer = await token.rest(method, `${gateway.projectId}/product_tours/${tourId}/`);
      expect([answer.status, answer.body]).toEqual([403, ONLY]);
    }
  });

  it('has changed nothing', async () => {
    expect(await tours.read(tourId)).toMatchObject({ name: 'Secret', draft_content: { name: 'Secret draft' } });
    expect((await tours.send('GET', '/')).body.count).toBe(1);
  });

  it('is no personal key in a body or query, and no token of a project', async () => {
    const anonymous = restClient(gateway.url, null);
    expect(await anonymous('GET', `1/product_tours/?personal_api_key=${token.secret}`)).toMatchObject({
      status: 401,
      body: badKey('Personal API key found in request query string is invalid.'),
    });
    expect(await anonymous('POST', '1/product_tours/', { name: 'Never', personal_api_key: token.secret })).toMatchObject({
      status: 401,
      body: badKey('Personal API key found in request body is invalid.'),
    });
    const { status, text } = await sdkRequest(gateway.url, `/api/product_tours/?token=${token.secret}`);
    expect([status, text.includes('Secret')]).toEqual([401, false]);
  });

  it('that is good no more is told so', async () => {
    const unknown = await restClient(gateway.url, 'phv_unknown')('GET', '1/product_tours/');
    expect(unknown).toMatchObject({ status: 401, body: badKey('Invalid preview token.') });
    const expired = await addPreviewToken(gateway, tourId);
    await gateway.app.db.sql.query(`UPDATE personal_api_keys SET expires_at = now() - interval '1 minute' WHERE id = $1`, [expired.id]);
    expect(await expired.rest('GET', '1/product_tours/')).toMatchObject({ status: 401, body: badKey('Preview token has expired.') });
  });
});

/** Relative to /api/projects/. */
function request({ method, resource, path }: Route, project: string): [string, string] {
  const address = `${resource.base}${path}/`
    .replace(':project_id', project)
    .replace(/^\/api\/(projects\/)?/, (_, inProjects) => (inProjects ? '' : '../'));
  return [method, address];
}
