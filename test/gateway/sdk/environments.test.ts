import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { openStaging, type Staging } from '../../support/environments.ts';
import { browserOf } from '../../support/events.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { askFlags, LAUNCHED, publicTours } from '../../support/sdk.ts';

const it = gatewayTest();
let app: TestApp;
let tours: RestTours;
let staging: Staging;

it.beforeAll(async ({ gateway: started }) => {
  app = started;
  tours = restTours(app, app.projectId);
  staging = await openStaging(app);
});

const shown = async (token: string, id: string) => (await publicTours(app.url, token)).find((tour) => tour.id === id);
const launch = (tourId: string) => mutate(app.graphql, 'launchTour', { tourId, at: '2024-01-01T00:00:00Z' });
const text = (contentHtml: string) => ({ steps: [{ ...LAUNCHED.content.steps[0], contentHtml }] });

it('shows the draft on staging, by staging’s own token, and what is live in production', async () => {
  const { id } = await tours.create({ ...LAUNCHED, name: 'Two places' });
  await tours.draft(id, { content: text('<p>Next</p>') });
  await staging.publish(id);
  const { uuid } = await staging.published(id, 'uuid');
  await expect.poll(() => shown(app.token, id)).toBeDefined();
  expect(await shown(staging.token, uuid)).toBeUndefined();
  await launch(uuid);
  await expect.poll(async () => (await shown(staging.token, uuid))?.steps[0].contentHtml).toBe('<p>Next</p>');
  expect((await shown(app.token, id)).steps).toEqual(LAUNCHED.content.steps);
  expect([await shown(app.token, uuid), await shown(staging.token, id)]).toEqual([undefined, undefined]);

  await tours.draft(id, { content: text('<p>After next</p>') });
  await staging.publish(id);
  await expect.poll(async () => (await shown(staging.token, uuid))?.steps[0].contentHtml).toBe('<p>After next</p>');
  await tours.publish(id);
  await expect.poll(async () => (await shown(app.token, id)).steps[0].contentHtml).toBe('<p>After next</p>');
});

it('targets by the flags of staging, with what staging’s persons are and have seen', async () => {
  for (const projectId of [app.projectId, staging.projectId]) await createFlag(app.graphql, projectId, 'some-flag');
  const groups = [{ properties: [{ key: 'plan', type: 'person', operator: 'exact', value: ['pro'] }] }];
  const { id } = await tours.create({ ...LAUNCHED, name: 'Targeted', targeting_flag_filters: { groups } });
  await staging.publish(id);
  const { uuid } = await staging.published(id, 'uuid');
  await launch(uuid);
  await expect.poll(() => shown(staging.token, uuid)).toBeDefined();
  const key = (await shown(staging.token, uuid)).internal_targeting_flag_key;
  expect(key).not.toBe((await shown(app.token, id)).internal_targeting_flag_key);
  const isOn = async (person: string, properties: object) =>
    (await askFlags(app.url, { token: staging.token, distinct_id: person, person_properties: properties })).body.flags[key]?.enabled;
  expect([await isOn('ada', { plan: 'pro' }), await isOn('ada', { plan: 'free' })]).toEqual([true, false]);
  const inProduction = await askFlags(app.url, { token: app.token, distinct_id: 'ada' });
  expect(inProduction.body.flags).not.toHaveProperty(key);
  await browserOf({ url: app.url, token: app.token }, 'ada').set({ [`$product_tour_completed/${id}`]: true });
  expect(await isOn('ada', { plan: 'pro' })).toBe(true);
  await browserOf({ url: app.url, token: staging.token }, 'ada').set({ [`$product_tour_completed/${uuid}`]: true });
  await expect.poll(() => isOn('ada', { plan: 'pro' })).toBe(false);
});

it('asks staging’s own surveys, and counts what happens there for the tour there', async () => {
  const steps = [{ id: 'ask', type: 'survey', survey: { type: 'open', questionText: 'Well?' } }];
  const { id, content } = await tours.create({ ...LAUNCHED, name: 'Asking', content: { steps } });
  await staging.publish(id);
  const { uuid, linkedSurveys } = await staging.published(id, 'uuid linkedSurveys { uuid }');
  await launch(uuid);
  await expect.poll(() => shown(staging.token, uuid)).toBeDefined();
  const [step] = (await shown(staging.token, uuid)).steps;
  expect(step.linkedSurveyId).toBe(linkedSurveys[0].uuid);
  expect(step.linkedSurveyId).not.toBe(content.steps[0].linkedSurveyId);
  await browserOf({ url: app.url, token: staging.token }, 'bob').tell('product tour shown', { $product_tour_id: uuid });
  const stats = async (tourId: string) =>
    (await app.graphql(`{ tour(id: "${tourId}") { stats { shown { total } } } }`)).tour.stats.shown.total;
  expect([await stats(uuid), await stats(id)]).toEqual([1, 0]);
});
