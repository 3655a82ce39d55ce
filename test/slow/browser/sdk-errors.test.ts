import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_CASES, type PageCase, SAFE_CONTENTS } from '../../support/page-safety-cases.ts';
import { type Mall, openMall, type Shop } from '../../support/shop.ts';

let mall: Mall;
let shop: Shop;

beforeAll(async () => {
  mall = await openMall();
  shop = await mall.openShop();
});
afterAll(() => mall?.close());

/** What the SDK throws at a tour that browsers receive as it stands, whatever the gateway says. */
async function errorsOf({ steps, conditions = {}, appearance = {} }: PageCase['content'], event?: PageCase['event']): Promise<string[]> {
  const context = await mall.browser.newContext({ locale: 'en' });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const tour = { id: 'odd', name: 'Odd', tour_type: 'tour', auto_launch: true, start_date: '2024-01-01T00:00:00Z', end_date: null };
  const body = JSON.stringify({ product_tours: [{ ...tour, steps, conditions, appearance, display_frequency: 'always' }] });
  await page.route('**/api/product_tours/**', (route) =>
    route.fulfill({ body, contentType: 'application/json', headers: { 'access-control-allow-origin': '*' } }),
  );
  await page.goto(mall.address(shop.token));
  errors.push(...(await useTour(page, steps.length, event)));
  await context.close();
  return errors;
}

/** Does with a tour what a page and its visitor may do. @returns what was thrown */
function useTour(page: Page, steps: number, event: PageCase['event'] = { name: 'nothing' }): Promise<string[]> {
  return page.evaluate(`new Promise((resolve) => {
    const errors = [];
    const attempt = (act) => { try { act(); } catch (error) { errors.push(String(error)); } };
    const act = () => {
      attempt(() => posthog.productTours.dismissProductTour());
      attempt(() => posthog.productTours.getActiveProductTours(() => {}));
      attempt(() => posthog.capture(${JSON.stringify(event.name)}, ${JSON.stringify(event.properties ?? {})}));
      attempt(() => posthog.productTours.showProductTour('odd'));
      for (let step = 0; step < ${steps}; step++) attempt(() => posthog.productTours.nextStep());
      attempt(() => posthog.productTours.dismissProductTour());
      requestAnimationFrame(() => setTimeout(() => resolve(errors)));
    };
    // Loaded: the engine has looked at the tours once, and answers.
    const wait = () => {
      let isReady = false;
      attempt(() => posthog.productTours.getActiveProductTours((_, context) => { isReady = context?.isLoaded === true; }));
      if (isReady || errors.length > 0) setTimeout(act);
      else setTimeout(wait, 20);
    };
    posthog.onFeatureFlags(wait);
  })`);
}

/** Some at a time: each needs a page of its own. */
async function eachOf<Item>(items: readonly Item[], look: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const work = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await look(item);
  };
  await Promise.all([work(), work()]);
}

describe('the unmodified SDK', () => {
  it('throws at exactly the contents for which the gateway withholds a tour', async () => {
    const thrown = new Map<string, boolean>();
    await eachOf(PAGE_CASES, async ({ name, content, event }) => {
      thrown.set(name, (await errorsOf(content, event)).length > 0);
    });
    const misjudged = PAGE_CASES.filter(({ name, severity }) => thrown.get(name) !== (severity === 'CRASH'));
    expect(misjudged.map(({ name, severity }) => `${name}: ${severity}`)).toEqual([]);
  });

  it('throws at no content without a problem', async () => {
    const errors: string[] = [];
    await eachOf(SAFE_CONTENTS, async (content) => {
      errors.push(...(await errorsOf(content, { name: 'paid', properties: { method: 'card' } })));
    });
    expect(errors).toEqual([]);
  });
});
