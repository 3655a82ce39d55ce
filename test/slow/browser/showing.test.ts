import { describe, expect, it } from 'vitest';
import { openStaging } from '../../support/environments.ts';
import { explain } from '../../support/explain.ts';
import { mutate } from '../../support/mutate.ts';
import { LAUNCHED, publicTours, sdkRequest } from '../../support/sdk.ts';
import { LOOKS } from '../../support/shop.ts';
import { mall, openShops, shop } from '../../support/shops.ts';

openShops();

const modal = (id: string, text: string) => ({ id, type: 'modal', progressionTrigger: 'button', contentHtml: `<p>${text}</p>` });
const TWO_STEPS = { steps: [modal('one', 'Welcome'), modal('two', 'That is all')] };
const tour = (content: object = {}) => shop.tours.create({ ...LAUNCHED, content: { ...TWO_STEPS, ...content } });

describe('the unmodified SDK on a website of another origin', () => {
  it('shows a tour on the first visit, step by step, and never again once it was completed', async () => {
    const { id } = await tour();
    const ada = await shop.visit();
    expect(await ada.sees(id)).toMatch(/Welcome[\s\S]*1 of 2/);
    await ada.press(id);
    await ada.part(id).getByText('That is all').waitFor();
    await ada.press(id);
    await ada.isRidOf(id);
    expect(await ada.captured('product tour completed')).toMatchObject([{ $product_tour_id: id, $product_tour_steps_count: 2 }]);
    await ada.page.reload();
    expect(await ada.eligible()).toEqual([]);
    expect(await ada.part(id).count()).toBe(0);
  });

  it('shows on staging, by staging’s own token, what is only a draft in production', async () => {
    const { id } = await tour();
    const staging = await openStaging(mall.gateway);
    await shop.tours.draft(id, { content: { steps: [modal('one', 'Soon')] } });
    await staging.publish(id);
    const { uuid } = await staging.published(id, 'uuid');
    await mutate(mall.gateway.graphql, 'launchTour', { tourId: uuid });
    await expect.poll(async () => (await publicTours(mall.gateway.url, staging.token)).length, LOOKS).toBe(1);
    expect(await (await shop.visit({ token: staging.token })).sees(uuid)).toContain('Soon');
    expect(await (await shop.visit()).sees(id)).toContain('Welcome');
  });

  it('takes a dismissal for an answer, in other windows of the browser too', async () => {
    const { id } = await tour();
    const ada = await shop.visit();
    await ada.sees(id);
    await ada.press(id, '.ph-tour-dismiss');
    await ada.isRidOf(id);
    expect(await ada.captured('product tour dismissed')).toMatchObject([{ $product_tour_dismiss_reason: 'user_clicked_skip' }]);
    await ada.page.reload();
    expect(await ada.eligible()).toEqual([]);
    expect(await (await shop.visit({ context: ada.context })).eligible()).toEqual([]);
    expect(await (await shop.visit()).eligible()).toEqual([id]);
  });

  it.each([
    ['completed', '.ph-tour-button--primary'],
    ['dismissed', '.ph-tour-dismiss'],
  ])('remembers on every device of a person that a tour was %s', async (what, button) => {
    const { id } = await tour({ steps: [modal('one', 'Welcome')] });
    const ada = await shop.visit({ user: 'ada' });
    await ada.sees(id);
    await ada.press(id, button);
    await ada.isRidOf(id);
    const told = async () => {
      const { personProperties } = await explain(mall.gateway.graphql, id, { distinctId: 'ada' });
      return personProperties[`$product_tour_${what}/${id}`];
    };
    await expect.poll(told, LOOKS).toBe(true);
    const secondDevice = await shop.visit({ user: 'ada' });
    expect(await secondDevice.eligible()).toEqual([]);
    expect(await secondDevice.part(id).count()).toBe(0);
    expect(await (await shop.visit({ user: 'grace' })).sees(id)).toContain('Welcome');
  });

  it('knows who somebody was before they signed in', async () => {
    const { id } = await tour({ displayFrequency: 'show_once' });
    const ada = await shop.visit();
    await ada.sees(id);
    await ada.page.evaluate(`posthog.identify('ada')`);
    const told = async () => (await explain(mall.gateway.graphql, id, { distinctId: 'ada' })).verdict;
    await expect.poll(told, LOOKS).toBe('WOULD_NOT_SHOW');
    expect(await (await shop.visit({ user: 'ada' })).eligible()).toEqual([]);
  });

  it('goes on at the step where a reload broke in', async () => {
    const { id } = await tour();
    const ada = await shop.visit();
    await ada.sees(id);
    await ada.press(id);
    await ada.part(id).getByText('That is all').waitFor();
    await ada.page.reload();
    expect(await ada.sees(id)).toMatch(/That is all[\s\S]*2 of 2/);
  });

  it('shows a tour for `always` again and again', async () => {
    const { id } = await tour({ displayFrequency: 'always', steps: [modal('one', 'Once more')] });
    const ada = await shop.visit();
    await ada.sees(id);
    await ada.press(id);
    await expect.poll(async () => (await ada.captured('product tour shown')).length, LOOKS).toBe(2);
    await ada.press(id, '.ph-tour-dismiss');
    expect(await (await shop.visit({ context: ada.context })).sees(id)).toContain('Once more');
  });

  it('shows a tour for `show_once` once, answered or not', async () => {
    const { id } = await tour({ displayFrequency: 'show_once' });
    const ada = await shop.visit();
    await ada.sees(id);
    const window = await shop.visit({ context: ada.context });
    expect(await window.eligible()).toEqual([]);
    expect(await window.part(id).count()).toBe(0);
  });

  it('shows a draft to nobody until it is published', async () => {
    const { id } = await tour();
    await shop.tours.draft(id, { content: { steps: [modal('one', 'From the draft')] } });
    expect(await (await shop.visit()).sees(id)).toContain('Welcome');
    await shop.tours.publish(id);
    await shop.published(id, (shown) => JSON.stringify(shown).includes('From the draft'));
    expect(await (await shop.visit()).sees(id)).toContain('From the draft');
  });

  it('shows a tour no more once it is stopped, archived or deleted, and again when it is taken up', async () => {
    const { id } = await tour();
    const seen = async () => (await shop.visit()).eligible();
    expect(await seen()).toEqual([id]);
    await shop.tours.change(id, { end_date: new Date().toISOString() });
    await shop.published(id, (shown) => shown?.end_date !== null);
    expect(await seen()).toEqual([]);
    await shop.tours.change(id, { end_date: null });
    await shop.published(id, (shown) => shown?.end_date === null);
    expect(await seen()).toEqual([id]);
    await shop.tours.change(id, { archived: true });
    await shop.published(id, (shown) => shown === undefined);
    expect(await seen()).toEqual([]);
    await shop.tours.change(id, { archived: false });
    await shop.published(id, (shown) => shown !== undefined);
    expect(await (await shop.visit()).sees(id)).toContain('Welcome');
    await shop.tours.send('DELETE', `/${id}/`);
    await shop.published(id, (shown) => shown === undefined);
    expect(await seen()).toEqual([]);
  });

  it('does not even ask for tours where the project has none', async () => {
    const { token } = mall.gateway;
    expect((await sdkRequest(mall.gateway.url, `/array/${token}/config`)).body.productTours).toBe(false);
    const ada = await shop.visit({ token });
    await ada.page.waitForFunction(`posthog.persistence.props.$product_tours_enabled_server_side === false`);
    expect(
      await ada.page.evaluate(
        `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('product'))`,
      ),
    ).toEqual([]);
  });
});
