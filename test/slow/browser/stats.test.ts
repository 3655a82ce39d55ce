import { describe, expect, it } from 'vitest';
import { LAUNCHED } from '../../support/sdk.ts';
import { LOOKS } from '../../support/shop.ts';
import { mall, openShops, shop } from '../../support/shops.ts';

openShops();

const COUNT = '{ total persons }';
const STATS = `shown ${COUNT} completed ${COUNT} dismissed ${COUNT} completionRate steps { order stepId shown ${COUNT} completed ${COUNT} }`;
const ONCE = { total: 1, persons: 1 };
const NEVER = { total: 0, persons: 0 };
const WHOLE_TOUR = {
  shown: ONCE,
  completed: ONCE,
  dismissed: NEVER,
  completionRate: 1,
  steps: [
    { order: 0, stepId: 'one', shown: ONCE, completed: ONCE },
    { order: 1, stepId: 'two', shown: ONCE, completed: ONCE },
  ],
};

const modal = (id: string, text: string) => ({ id, type: 'modal', progressionTrigger: 'button', contentHtml: `<p>${text}</p>` });
const create = () => shop.tours.create({ ...LAUNCHED, content: { steps: [modal('one', 'Welcome'), modal('two', 'That is all')] } });

async function stats(id: string) {
  return (await mall.gateway.graphql(`query ($id: UUID!) { tour(id: $id) { stats { ${STATS} } } }`, { id })).tour.stats;
}

describe('the numbers of a tour that the unmodified SDK has shown', () => {
  it('tell of each of its steps, once and of one person, up to the end', async () => {
    const { id } = await create();
    const ada = await shop.visit();
    await ada.sees(id);
    await expect
      .poll(() => stats(id), LOOKS)
      .toEqual({
        ...WHOLE_TOUR,
        completed: NEVER,
        completionRate: 0,
        steps: [{ order: 0, stepId: 'one', shown: ONCE, completed: NEVER }],
      });
    await ada.press(id);
    await ada.part(id).getByText('That is all').waitFor();
    await ada.press(id);
    await ada.isRidOf(id);
    await expect.poll(() => stats(id), LOOKS).toEqual(WHOLE_TOUR);
  });

  it('take who signs in on the way for one person, and another visitor for another', async () => {
    const { id } = await create();
    const ada = await shop.visit();
    await ada.sees(id);
    await ada.page.evaluate(`posthog.identify('ada')`);
    await ada.press(id);
    await ada.part(id).getByText('That is all').waitFor();
    await ada.press(id);
    await ada.isRidOf(id);
    await expect.poll(() => stats(id), LOOKS).toEqual(WHOLE_TOUR);
    const bob = await shop.visit();
    await bob.sees(id);
    await bob.press(id, '.ph-tour-dismiss');
    await bob.isRidOf(id);
    await expect
      .poll(() => stats(id), LOOKS)
      .toMatchObject({ shown: { total: 2, persons: 2 }, completed: ONCE, dismissed: ONCE, completionRate: 0.5 });
  });
});
