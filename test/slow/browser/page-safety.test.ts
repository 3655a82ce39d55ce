import { describe, expect, it } from 'vitest';
import { LAUNCHED, publicTours } from '../../support/sdk.ts';
import { LOOKS } from '../../support/shop.ts';
import { mall, openShops, shop } from '../../support/shops.ts';

openShops();

describe('a project with a tour on which the SDK would throw', () => {
  it('shows its other tours on every page', async () => {
    const bad = await shop.tours.create({ ...LAUNCHED, content: { ...LAUNCHED.content, conditions: { selector: '#0a' } } });
    const good = await shop.tours.create(LAUNCHED);
    const ada = await shop.visit();
    expect(await ada.sees(good.id)).toContain('Hello from the server');
    expect(await ada.part(bad.id).count()).toBe(0);
    expect((await publicTours(mall.gateway.url, shop.token)).map(({ id }) => id)).not.toContain(bad.id);
  });

  it('shows the tour once it is right', async () => {
    const { id } = await shop.tours.create({ ...LAUNCHED, content: { ...LAUNCHED.content, conditions: { selector: 'div[' } } });
    expect(await (await shop.visit()).eligible()).toEqual([]);
    await shop.tours.change(id, { content: { ...LAUNCHED.content, conditions: { selector: '#help' } } });
    await shop.published(id, (tour) => tour !== undefined);
    const ada = await shop.visit();
    await ada.page.locator(`#help[data-ph-tour-trigger="${id}"]`).waitFor(LOOKS);
    expect(await ada.sees(id)).toContain('Hello from the server');
  });
});
