import vm from 'node:vm';
import { expect } from 'vitest';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { restTours } from '../../support/rest-tours.ts';
import { LAUNCHED, sdkRequest } from '../../support/sdk.ts';

const it = gatewayTest();
let app: TestApp;
it.beforeAll(({ gateway: started }) => {
  app = started;
});

const config = async () => (await sdkRequest(app.url, `/array/${app.token}/config`)).body;

it('switches tours on while there is a launched one that is not archived', async () => {
  const tours = restTours(app, app.projectId);
  expect(await config()).toMatchObject({ token: app.token, productTours: false, hasFeatureFlags: false });
  const { id } = await tours.create({ name: 'Not launched' });
  expect((await config()).productTours).toBe(false);
  await tours.change(id, LAUNCHED);
  await expect.poll(config).toMatchObject({ productTours: true, hasFeatureFlags: true });
  await tours.change(id, { end_date: '2024-02-01T00:00:00Z' });
  await expect.poll(async () => (await config()).productTours).toBe(true);
  await tours.change(id, { archived: true });
  await expect.poll(config).toMatchObject({ productTours: false, hasFeatureFlags: false });
  await tours.change(id, { archived: false });
  await expect.poll(async () => (await config()).productTours).toBe(true);
  await tours.send('DELETE', `/${id}/`);
  await expect.poll(async () => (await config()).productTours).toBe(false);
});

it('says that there are flags as soon as there is one, and how to send', async () => {
  await createFlag(app.graphql, app.projectId, 'some-flag');
  await expect.poll(config).toMatchObject({
    hasFeatureFlags: true,
    supportedCompression: ['gzip', 'gzip-js'],
    analytics: { endpoint: '/i/v0/e/' },
    defaultIdentifiedOnly: true,
    surveys: false,
    sessionRecording: false,
  });
});

it('gives the same as a script that runs', async () => {
  const { status, headers, text } = await sdkRequest(app.url, `/array/${app.token}/config.js`);
  expect([status, headers.get('content-type')]).toEqual([200, 'application/javascript; charset=utf-8']);
  const window: { _POSTHOG_REMOTE_CONFIG?: Record<string, unknown> } = {};
  vm.runInNewContext(text, { window });
  expect(JSON.parse(JSON.stringify(window._POSTHOG_REMOTE_CONFIG))).toEqual({ [app.token]: { config: await config(), siteApps: [] } });
});

it('answers 404 for a token that no project has', async () => {
  for (const path of ['/array/phc_wrong/config', '/array/phc_wrong/config.js', '/array/nothing/config', '/array/%ff/config'])
    expect((await sdkRequest(app.url, path)).status, path).toBe(404);
});

it('finds a token that has to be escaped in a path', async () => {
  const token = 'phc_a+b?c';
  const other = await startTestApp({ BOOTSTRAP_PROJECT_TOKEN: token });
  const { status, body } = await sdkRequest(other.url, `/array/${encodeURIComponent(token)}/config`);
  expect([status, body.token]).toEqual([200, token]);
  await other.stop();
});
