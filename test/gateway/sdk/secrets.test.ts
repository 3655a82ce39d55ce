import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { browserOf } from '../../support/events.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { newProject } from '../../support/new-project.ts';
import { restTours } from '../../support/rest-tours.ts';
import { askFlags, LAUNCHED, publicTours, sdkRequest } from '../../support/sdk.ts';

const it = gatewayTest();
let app: TestApp;
const secrets: string[] = [];

it.beforeAll(({ gateway: started }) => {
  app = started;
});

/** A word that nobody outside may read; it stays what it is in the key of a flag. */
function secret(what: string): string {
  const word = `secret-${secrets.length}-${what.replaceAll(/[^a-z]+/g, '-')}`;
  secrets.push(word);
  return word;
}

const targeting = (what: string) => ({
  groups: [{ properties: [{ key: secret(`${what} key`), type: 'person', operator: 'exact', value: [secret(`${what} value`)] }] }],
});
const filters = (what: string) => ({
  groups: targeting(what).groups.map((group) => ({ ...group, description: secret(`${what} note`) })),
  payloads: { true: secret(`${what} payload`) },
});
const steps = (text: string) => [{ id: 'step', type: 'modal', contentHtml: text }];

/** Everything that the gateway knows and browsers must not, in every column that can hold it. */
async function plant(): Promise<{ publicId: string; flagKey: string }> {
  const { graphql, projectId } = app;
  const tours = restTours(app, projectId);
  await mutate(graphql, 'updateProject', { id: projectId, name: secret('project') }, 'project { name }');
  await mutate(
    graphql,
    'createUser',
    { email: `${secret('user')}@example.com`, firstName: secret('first name'), lastName: secret('last name'), projectIds: [projectId] },
    'user { email }',
  );
  const input = { projectId, key: 'linked', name: secret('flag name'), filters: filters('flag') };
  const flag = await mutate(graphql, 'createFeatureFlag', input, 'featureFlag { databaseId }');
  const inactive = { projectId, key: 'inactive', name: secret('inactive flag name'), active: false, filters: filters('inactive flag') };
  await mutate(graphql, 'createFeatureFlag', inactive, 'featureFlag { databaseId }');

  const shown = await tours.create({
    ...LAUNCHED,
    name: 'Public',
    description: secret('description'),
    linked_flag_id: flag.featureFlag.databaseId,
    targeting_flag_filters: targeting('targeting'),
    content: {
      ...LAUNCHED.content,
      notes: secret('unknown key'),
      step_order_history: [secret('history')],
      languages: [secret('language')],
    },
  });
  await tours.publish(shown.id, { content: { ...LAUNCHED.content, notes: secret('later version') } });
  await tours.draft(shown.id, {
    name: secret('draft name'),
    description: secret('draft description'),
    content: { steps: steps(secret('draft step')), conditions: { url: secret('draft condition') } },
    targeting_flag_filters: targeting('draft targeting'),
  });
  await tours.create({ ...LAUNCHED, start_date: null, name: secret('unlaunched'), content: { steps: steps(secret('unlaunched step')) } });
  await tours.create({ ...LAUNCHED, name: secret('archived'), archived: true, content: { steps: steps(secret('archived step')) } });
  const gone = await tours.create({ ...LAUNCHED, name: secret('deleted'), content: { steps: steps(secret('deleted step')) } });
  await tours.send('DELETE', `/${gone.id}/`);
  const elsewhere = restTours(app, await newProject(graphql, secret('other project')));
  await elsewhere.create({ ...LAUNCHED, name: secret('other project’s tour'), content: { steps: steps(secret('other project’s step')) } });
  await browserOf(app, 'grace').set({ email: secret('person property') });
  return { publicId: shown.id, flagKey: shown.internal_targeting_flag.key };
}

it('tells browsers nothing but what is public, whatever else there is', async () => {
  const { publicId, flagKey } = await plant();
  await expect.poll(async () => (await publicTours(app.url, app.token)).map(({ id }) => id)).toEqual([publicId]);
  await expect.poll(async () => Object.keys((await askFlags(app.url, { token: app.token, distinct_id: 'x' })).body.flags)).toHaveLength(3);
  const answers = [
    await sdkRequest(app.url, `/api/product_tours/?token=${app.token}`),
    await sdkRequest(app.url, `/array/${app.token}/config`),
    await sdkRequest(app.url, `/array/${app.token}/config.js`),
    await askFlags(app.url, { token: app.token, distinct_id: 'grace' }),
    await askFlags(app.url, { token: app.token, distinct_id: 'nobody', person_properties: { a: 1 } }),
  ];
  for (const { status, text, headers } of answers) {
    expect(status).toBe(200);
    const told = text + JSON.stringify([...headers]);
    expect(secrets.filter((word) => told.includes(word))).toEqual([]);
  }
  expect(answers[3]?.text).toContain(flagKey);
  expect(secrets.length).toBeGreaterThanOrEqual(30);
});

it('has planted what it looked for', async () => {
  const tables = ['tours', 'feature_flags', 'users', 'projects', 'deleted_tours', 'persons', 'tour_versions'];
  const dumps = await Promise.all(
    tables.map((table) => app.app.db.sql.query<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM ${table} t`)),
  );
  const everything = JSON.stringify(dumps);
  expect(secrets.filter((word) => !everything.includes(word))).toEqual([]);
});
