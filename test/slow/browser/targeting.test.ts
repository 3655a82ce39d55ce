import { describe, expect, it } from 'vitest';
import { URL_MATCH_TYPES } from '../../../src/domain/tour/explain/url-match.ts';
import { explain } from '../../support/explain.ts';
import { mutate } from '../../support/mutate.ts';
import { LAUNCHED } from '../../support/sdk.ts';
import type { Visitor } from '../../support/shop.ts';
import { mall, openShops, shop } from '../../support/shops.ts';

openShops();

const create = (fields: object = {}, conditions: object = {}, content: object = {}) =>
  shop.tours.create({ ...LAUNCHED, ...fields, content: { ...LAUNCHED.content, ...content, conditions } });

const forPlan = (value: string) => ({
  targeting_flag_filters: { groups: [{ properties: [{ key: 'plan', type: 'person', operator: 'exact', value: [value] }] }] },
});

async function createFlag(key: string, filters: object): Promise<number> {
  const input = { projectId: shop.projectId, key, filters };
  return (await mutate(mall.gateway.graphql, 'createFeatureFlag', input, 'featureFlag { databaseId }')).featureFlag.databaseId;
}

/** Tells the SDK about the person, and waits for the flags that follow from it. */
async function tellOf(visitor: Visitor, properties: object): Promise<void> {
  await visitor.page.evaluate(`new Promise((resolve) => {
    let isFirst = true;
    posthog.onFeatureFlags(() => {
      if (!isFirst) return resolve();
      isFirst = false;
      posthog.setPersonPropertiesForFlags(${JSON.stringify(properties)});
    });
  })`);
}

describe('the unmodified SDK', () => {
  it('shows a targeted tour to those whom it is for', async () => {
    const { id } = await create(forPlan('pro'));
    const ada = await shop.visit();
    expect(await ada.eligible()).toEqual([]);
    await tellOf(ada, { plan: 'pro' });
    await ada.sees(id);
  });

  it('goes by the linked flag and its variant', async () => {
    const variants = [
      { key: 'blue', rollout_percentage: 100 },
      { key: 'green', rollout_percentage: 0 },
    ];
    const on = { linked_flag_id: await createFlag('on', { groups: [{}], multivariate: { variants } }) };
    const off = { linked_flag_id: await createFlag('off', { groups: [] }) };
    const blue = await create(on, { linkedFlagVariant: 'blue' });
    const any = await create(on, { linkedFlagVariant: 'any' });
    const whatever = await create(on);
    await create(on, { linkedFlagVariant: 'green' });
    await create(off);
    const ada = await shop.visit();
    expect(await ada.eligible()).toEqual([blue.id, any.id, whatever.id]);
    await ada.sees(blue.id);
  });

  it('waits after a tour of the types that count', async () => {
    const waits = (...types: string[]) => create({}, { seenTourWaitPeriod: { days: 7, types }, url: '/shop' });
    const first = await create();
    await waits('tour');
    await waits('banner', 'tour');
    const banner = await waits('banner');
    const ada = await shop.visit();
    await ada.sees(first.id);
    await ada.press(first.id);
    await ada.isRidOf(first.id);
    expect(await ada.eligible()).toEqual([banner.id]);
    await ada.sees(banner.id);
  });

  it('shows what an explanation says it would, for each condition that both can know', { timeout: 90_000 }, async () => {
    // None shows by itself, so that none changes what the others hang on.
    const events = { values: [{ name: 'never captured' }] };
    const { pathname } = new URL((await shop.visit()).page.url());
    const urls = ['/shop', '/SHOP', '/checkout', '^http://127\\.0\\.0\\.1:\\d+/s', '/Shop$', '('];
    for (const urlMatchType of URL_MATCH_TYPES) for (const url of urls) await create({}, { events, url, urlMatchType });
    for (const deviceTypes of [['Desktop'], ['Mobile', 'Tablet'], ['desk'], []]) await create({}, { events, deviceTypes });
    for (const plan of ['pro', 'free']) await create(forPlan(plan), { events });
    await create({ start_date: '2099-01-01T00:00:00Z' }, { events });
    await create({ end_date: '2099-01-01T00:00:00Z' }, { events });
    await create({ end_date: '2024-02-01T00:00:00Z' }, { events });
    const all = (await shop.tours.send('GET', '/?limit=100')).body.results.filter((tour: { auto_launch: boolean }) => tour.auto_launch);
    await shop.published(all[0].id, (tour) => tour !== undefined);

    const ada = await shop.visit();
    await tellOf(ada, { plan: 'pro' });
    const eligible = new Set(await ada.eligible());
    const distinctId = await ada.page.evaluate<string>('posthog.get_distinct_id()');
    const visit = { distinctId, personProperties: { plan: 'pro' }, url: ada.page.url(), deviceType: 'Desktop' };
    const disagreements: unknown[] = [];
    for (const tour of all) {
      const { verdict, summary } = await explain(mall.gateway.graphql, tour.id, visit);
      if ((verdict !== 'WOULD_NOT_SHOW') !== eligible.has(tour.id)) disagreements.push({ conditions: tour.content.conditions, summary });
    }
    expect(disagreements).toEqual([]);
    expect([pathname, all.length]).toEqual(['/shop', 6 * urls.length + 9]);
    expect(eligible.size).toBeGreaterThan(12);
    expect(eligible.size).toBeLessThan(all.length - 12);
  });
});
