import { describe, expect, it } from 'vitest';
import { LAUNCHED } from '../../support/sdk.ts';
import { openShops, shop } from '../../support/shops.ts';

openShops();

const create = (steps: object[], content: object = {}) => shop.tours.create({ ...LAUNCHED, content: { steps, ...content } });
const modal = (more: object = {}) => ({ id: 'modal', type: 'modal', progressionTrigger: 'button', contentHtml: '<p>Hello</p>', ...more });
const rating = {
  type: 'rating',
  questionText: 'How was it?',
  display: 'number',
  scale: 5,
  lowerBoundLabel: 'Bad',
  upperBoundLabel: 'Good',
};

describe('a step at an element', () => {
  const groups = [{ cardinality: 1, cssSelectors: [{ css: 'button', offset: 0 }] }];
  const autoData = JSON.stringify({ textGroups: groups, notextGroups: groups });

  it.each([
    ['found by its selector', { elementTargeting: 'manual', selector: '#buy' }],
    ['found by what is known of it', { elementTargeting: 'auto', inferenceData: { autoData, text: 'Buy' } }],
  ])('%s stands there, under a spotlight', async (_, target) => {
    const { id } = await create([modal(target)]);
    const ada = await shop.visit();
    await ada.sees(id);
    await ada.part(id, '.ph-tour-tooltip--modal').waitFor({ state: 'detached' });
    // It has no size before it is in its place.
    await ada.sees(id, '.ph-tour-spotlight');
    const [lit, button] = [await ada.part(id, '.ph-tour-spotlight').boundingBox(), await ada.page.locator('#buy').boundingBox()];
    if (!lit || !button) throw new Error('There is no spotlight, or no button.');
    expect([lit.x <= button.x, lit.y <= button.y]).toEqual([true, true]);
    expect([lit.x + lit.width >= button.x + button.width, lit.y + lit.height >= button.y + button.height]).toEqual([true, true]);
  });

  it('waits for the element', async () => {
    const { id } = await create([modal({ elementTargeting: 'manual', selector: '#late' })]);
    const ada = await shop.visit();
    await expect.poll(async () => (await ada.captured('product tour step selector failed')).length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(await ada.part(id, '.ph-tour-tooltip').count()).toBe(0);
    await ada.page.evaluate(`document.querySelector('#slot').innerHTML = '<button id="late">Late</button>'`);
    await ada.sees(id);
  });

  it('goes on with a click on the element itself', async () => {
    const { id } = await create([
      modal({ elementTargeting: 'manual', selector: '#buy', progressionTrigger: 'click' }),
      modal({ id: 'next', contentHtml: '<p>Bought</p>' }),
    ]);
    const ada = await shop.visit();
    await ada.sees(id);
    await ada.page.evaluate(`document.querySelector('#buy').onclick = () => { window.isBought = true; }`);
    // The spotlight lies above the button and passes the click on.
    await ada.press(id, '.ph-tour-spotlight');
    await ada.part(id).getByText('Bought').waitFor();
    expect(await ada.page.evaluate('window.isBought')).toBe(true);
  });
});

describe('a step on its own', () => {
  it('is a modal, as high above the page as it is told', async () => {
    const { id } = await create([modal()], { appearance: { zIndex: 4242 } });
    const ada = await shop.visit();
    await ada.sees(id, '.ph-tour-tooltip--modal');
    const zIndex = await ada.page.evaluate(
      `getComputedStyle(document.querySelector('.ph-product-tour-container-${id}').shadowRoot.querySelector('.ph-tour-tooltip')).zIndex`,
    );
    expect(zIndex).toBe('4243');
  });

  it('is a banner on top of the page, which can be closed', async () => {
    const { id } = await create([{ id: 'news', type: 'banner', contentHtml: '<p>News</p>', bannerConfig: { behavior: 'sticky' } }], {
      type: 'announcement',
    });
    const ada = await shop.visit();
    expect(await ada.sees(id, '.ph-tour-banner')).toContain('News');
    await ada.press(id, '.ph-tour-banner-dismiss');
    await ada.isRidOf(id);
    expect(await ada.captured('product tour shown')).toMatchObject([{ $product_tour_type: 'banner' }]);
  });

  it('is a banner in a container of the page', async () => {
    const bannerConfig = { behavior: 'custom', selector: '#slot' };
    const { id } = await create([{ id: 'news', type: 'banner', contentHtml: '<p>News</p>', bannerConfig }], { type: 'announcement' });
    const ada = await shop.visit();
    await ada.page.locator(`#slot .ph-product-tour-container-${id} .ph-tour-banner`).waitFor();
  });

  it('asks for a rating, and sends it under the id of the survey that the gateway made', async () => {
    const { id, content } = await create([{ id: 'ask', type: 'survey', survey: rating }]);
    const { linkedSurveyId, linkedSurveyQuestionId } = content.steps[0];
    const ada = await shop.visit();
    expect(await ada.sees(id)).toMatch(/How was it\?[\s\S]*Bad[\s\S]*Good/);
    await ada.part(id, '.ph-tour-survey-number-button').nth(3).click();
    await ada.isRidOf(id);
    expect(await ada.captured('survey shown')).toMatchObject([{ $survey_id: linkedSurveyId, $product_tour_id: id }]);
    expect(await ada.captured('survey sent')).toMatchObject([
      { $survey_id: linkedSurveyId, [`$survey_response_${linkedSurveyQuestionId}`]: 4 },
    ]);
  });

  it('asks an open question', async () => {
    const { id, content } = await create([{ id: 'ask', type: 'survey', survey: { type: 'open', questionText: 'Well?' } }]);
    const ada = await shop.visit();
    await ada.sees(id);
    await ada.part(id, '.ph-tour-survey-textarea').fill('Very well');
    await ada.press(id);
    await ada.isRidOf(id);
    expect(await ada.captured('survey sent')).toMatchObject([
      { [`$survey_response_${content.steps[0].linkedSurveyQuestionId}`]: 'Very well' },
    ]);
  });
});

describe('a button', () => {
  const withButtons = (buttons: object, more: object = {}) => modal({ buttons, ...more });

  it('goes on, goes back and dismisses', async () => {
    const { id } = await create([
      withButtons({ primary: { text: 'On', action: 'next_step' }, secondary: { text: 'Never mind', action: 'dismiss' } }),
      withButtons({ secondary: { text: 'Back', action: 'previous_step' } }, { id: 'two', contentHtml: '<p>Second</p>' }),
    ]);
    const ada = await shop.visit();
    await ada.sees(id);
    await ada.part(id).getByText('On', { exact: true }).click();
    await ada.part(id).getByText('Second').waitFor();
    await ada.part(id).getByText('Back', { exact: true }).click();
    await ada.part(id).getByText('Never mind').click();
    await ada.isRidOf(id);
    expect(
      (await ada.captured('product tour button clicked')).map(({ $product_tour_button_action }) => $product_tour_button_action),
    ).toEqual(['next_step', 'previous_step', 'dismiss']);
    expect(await ada.captured('product tour dismissed')).toHaveLength(1);
  });

  it('opens a link and completes the tour', async () => {
    const { id } = await create([withButtons({ primary: { text: 'Read', action: 'link', link: '/manual' } })]);
    const ada = await shop.visit();
    await ada.sees(id);
    const [opened] = await Promise.all([ada.context.waitForEvent('page'), ada.press(id)]);
    expect(new URL(opened.url()).pathname).toBe('/manual');
    await ada.isRidOf(id);
    expect(await ada.captured('product tour completed')).toHaveLength(1);
  });

  it('starts another tour, even one that does not start by itself', async () => {
    const other = await shop.tours.create({ ...LAUNCHED, auto_launch: false });
    const { id } = await create([withButtons({ primary: { text: 'More', action: 'trigger_tour', tourId: other.id } })]);
    const ada = await shop.visit();
    await ada.sees(id);
    await ada.press(id);
    expect(await ada.sees(other.id)).toContain('Hello from the server');
    await ada.isRidOf(id);
  });
});
