import { describe, expect, it } from 'vitest';
import { LAUNCHED } from '../../support/sdk.ts';
import { LOOKS, type Visitor } from '../../support/shop.ts';
import { openShops, shop } from '../../support/shops.ts';

openShops();

const create = (conditions: object, fields: object = {}) =>
  shop.tours.create({ ...LAUNCHED, content: { ...LAUNCHED.content, conditions }, ...fields });

/** Captures until a tour shows: the SDK listens to events only once it knows the tours. */
async function captureUntil(visitor: Visitor, event: string, tourId: string): Promise<void> {
  await expect
    .poll(async () => {
      await visitor.page.evaluate(`posthog.capture(${JSON.stringify(event)})`);
      return visitor.part(tourId).count();
    }, LOOKS)
    .toBe(1);
}

describe('a tour that waits', () => {
  it('for a click on an element starts at each click, by itself never', async () => {
    const { id } = await create({ selector: '#help' }, { auto_launch: false });
    const ada = await shop.visit();
    for (const _ of [1, 2]) {
      await ada.page.locator(`#help[data-ph-tour-trigger="${id}"]`).waitFor(LOOKS);
      expect(await ada.part(id).count()).toBe(0);
      await ada.page.locator('#help').click();
      await ada.sees(id);
      await ada.press(id);
      await ada.isRidOf(id);
    }
    expect(await ada.captured('product tour shown')).toMatchObject([
      { $product_tour_render_reason: 'trigger' },
      { $product_tour_render_reason: 'trigger' },
    ]);
  });

  it('for a click does not start after its end', async () => {
    const { id } = await create({ selector: '#help' }, { end_date: '2024-02-01T00:00:00Z' });
    const ada = await shop.visit();
    await ada.page.locator(`#help[data-ph-tour-trigger="${id}"]`).waitFor(LOOKS);
    await ada.page.locator('#help').click();
    expect(await ada.part(id).count()).toBe(0);
  });

  it('for an event starts with that event, not with another', async () => {
    const waits = (name: string) => create({ events: { values: [{ name }] } });
    const [first, second] = [await waits('cart opened'), await waits('cart emptied')];
    const ada = await shop.visit();
    await captureUntil(ada, 'cart emptied', second.id);
    await ada.press(second.id, '.ph-tour-dismiss');
    await ada.isRidOf(second.id);
    await captureUntil(ada, 'cart opened', first.id);
    expect((await ada.captured('product tour shown')).map(({ $product_tour_id }) => $product_tour_id)).toEqual([second.id, first.id]);
    expect((await ada.captured('product tour shown'))[0]).toMatchObject({ $product_tour_render_reason: 'event' });
  });

  it('for an event with a property starts with the right value only', async () => {
    const waits = (propertyFilters: object) => create({ events: { values: [{ name: 'paid', propertyFilters }] } });
    const never = await waits({ method: { values: ['cash'], operator: 'exact' } });
    const now = await waits({ method: { values: ['card'], operator: 'exact' } });
    const ada = await shop.visit();
    await expect
      .poll(async () => {
        await ada.page.evaluate(`posthog.capture('paid', { method: 'card' })`);
        return ada.part(now.id).count();
      }, LOOKS)
      .toBe(1);
    expect(await ada.part(never.id).count()).toBe(0);
  });

  it('for an action starts with the action', async () => {
    const { id } = await create({ actions: { values: [{ id: 1, name: 'Pays', steps: [{ event: 'paid' }] }] } });
    const ada = await shop.visit();
    await captureUntil(ada, 'paid', id);
  });

  it('for some seconds shows when they are over', async () => {
    const { id } = await create({ autoShowDelaySeconds: 1 });
    const ada = await shop.visit();
    await ada.page.evaluate(`new MutationObserver((_, observer) => {
      if (!document.querySelector('.ph-product-tour-container-${id}')) return;
      window.shownAt = performance.now();
      observer.disconnect();
    }).observe(document.body, { childList: true })`);
    await ada.sees(id);
    const waited = await ada.page.evaluate<number>(`window.shownAt - performance.getEntriesByType('resource')
      .find(({ name }) => name.includes('/api/product_tours/')).responseEnd`);
    expect(waited).toBeGreaterThanOrEqual(1000);
  });
});
