import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { launchBrowser, openWebsite, type Website } from '../support/browser.ts';
import { createFlag } from '../support/flags.ts';
import { type RestTours, restTours } from '../support/rest-tours.ts';
import { LAUNCHED, publicTours, sdkRequest } from '../support/sdk.ts';

/** The SDK looks once a second whether a tour may show. */
const LOOKS = { timeout: 15_000 };

let browser: Browser;
let app: TestApp;
let website: Website;
let tours: RestTours;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  app = await startTestApp();
  tours = restTours(app, app.projectId);
  website = await openWebsite(browser, app);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
  await website.close();
  await app.stop();
});

const tooltip = (page: Page, id: string) => page.locator(`.ph-product-tour-container-${id} .ph-tour-tooltip`);
const shows = (page: Page, id: string) => tooltip(page, id).waitFor({ state: 'visible', ...LOOKS });

/** Visits with one more tour there, made later. The SDK shows the first of its list that may be shown: that the later one shows proves that this one may not. */
async function expectHidden(id: string): Promise<void> {
  const witness = await tours.create({ ...LAUNCHED, start_date: '2023-01-01T00:00:00Z', name: `Witness of ${id}` });
  await expect.poll(async () => (await publicTours(app.url, app.token)).map((tour) => tour.id)).toContain(witness.id);
  const page = await website.visit();
  await shows(page, witness.id);
  expect(await tooltip(page, id).count()).toBe(0);
  await page.context().close();
  await tours.send('DELETE', `/${witness.id}/`);
}

describe('the unmodified SDK on a website of another origin', { timeout: 60_000 }, () => {
  it('shows a tour on the first visit, at its element, and takes it to the end', async () => {
    const steps = [
      {
        id: 'buy',
        type: 'modal',
        elementTargeting: 'manual',
        selector: '#buy',
        progressionTrigger: 'button',
        contentHtml: '<p>Buy here</p>',
      },
      { id: 'end', type: 'modal', progressionTrigger: 'button', contentHtml: '<p>That is all</p>' },
    ];
    const { id } = await tours.create({ ...LAUNCHED, content: { steps } });
    const page = await website.visit();
    await shows(page, id);
    const container = page.locator(`.ph-product-tour-container-${id}`);
    expect(await container.locator('.ph-tour-content').innerText()).toContain('Buy here');
    expect(await container.locator('.ph-tour-spotlight').count()).toBe(1);
    await container.locator('.ph-tour-button--primary').click();
    await container.getByText('That is all').waitFor(LOOKS);
    await container.locator('.ph-tour-button--primary').click();
    await tooltip(page, id).waitFor({ state: 'detached', ...LOOKS });
    await page.reload();
    await page.waitForTimeout(2500);
    expect(await tooltip(page, id).count()).toBe(0);
  });

  it('shows a draft to nobody until it is published', async () => {
    const { id } = await tours.create(LAUNCHED);
    await tours.draft(id, { content: { steps: [{ id: 'hello', type: 'modal', contentHtml: '<p>From the draft</p>' }] } });
    const content = async () => {
      const page = await website.visit();
      await shows(page, id);
      return tooltip(page, id).innerText();
    };
    expect(await content()).toContain('Hello from the server');
    await tours.publish(id);
    expect(await content()).toContain('From the draft');
  });

  it('shows a tour no more once it is stopped, archived or deleted, and again when it is taken up', async () => {
    const { id } = await tours.create(LAUNCHED);
    await shows(await website.visit(), id);
    await tours.change(id, { end_date: new Date().toISOString() });
    await expectHidden(id);
    await tours.change(id, { end_date: null });
    await shows(await website.visit(), id);
    await tours.change(id, { archived: true });
    await expectHidden(id);
    await tours.change(id, { archived: false });
    await shows(await website.visit(), id);
    await tours.send('DELETE', `/${id}/`);
    await expectHidden(id);
  });

  it('goes by flags: the tour’s own, and the one that it is linked to', async () => {
    const targeted = await tours.create({
      ...LAUNCHED,
      targeting_flag_filters: { groups: [{ properties: [{ key: 'plan', type: 'person', operator: 'exact', value: 'pro' }] }] },
    });
    const linked = await tours.create({ ...LAUNCHED, linked_flag_id: await createFlag(app.graphql, app.projectId, 'off-for-all') });
    await expectHidden(targeted.id);
    await expectHidden(linked.id);
    const page = await website.visit();
    await page.evaluate(`posthog.setPersonPropertiesForFlags({ plan: 'pro' })`);
    await shows(page, targeted.id);
  });

  it('leaves tours alone where the project has none', async () => {
    const page = await website.visit();
    await page.waitForTimeout(2000);
    expect((await sdkRequest(app.url, `/array/${app.token}/config`)).body.productTours).toBe(false);
    expect(await page.locator('[class^="ph-product-tour-container"]').count()).toBe(0);
  });
});
