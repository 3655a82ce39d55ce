import { beforeEach, describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson } from '../../support/people.ts';
import { addPreviewToken, PREVIEW } from '../../support/preview-token.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { LAUNCHED, publicTours } from '../../support/sdk.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let id: string;
let secret: string;
let count = 0;

const STEP = { id: 'one', type: 'modal', progressionTrigger: 'button', contentHtml: '<p>Live</p>' };
const drafted = (content: object) => ({ content: { ...LAUNCHED.content, ...content } });

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});
beforeEach(async () => {
  id = (await tours.create({ ...LAUNCHED, content: { steps: [STEP] } })).id;
  secret = (await addPreviewToken(gateway, id)).secret;
});

const preview = async (perspective: 'DRAFT' | 'PUBLISHED' = 'DRAFT', tourId = id) => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
    body: JSON.stringify({ query: PREVIEW, variables: { tourId, perspective } }),
  });
  const { data, errors } = (await response.json()) as { data: { tourPreview: Preview }; errors?: unknown };
  expect(errors).toBe(undefined);
  return data.tourPreview;
};
interface Preview {
  revision: number;
  isDraft: boolean;
  payload: Record<string, unknown>;
}
const live = async () => (await publicTours(gateway.url, gateway.token)).find((tour) => tour.id === id);

describe('a preview', () => {
  it('is what browsers get once the draft is published, and what they get now', async () => {
    const flagId = await createFlag(gateway.graphql, gateway.projectId, `linked-${++count}`);
    const name = `Renamed ${count}`;
    await tours.draft(id, {
      name,
      linked_flag_id: flagId,
      content: {
        type: 'announcement',
        steps: [{ id: 'banner', type: 'banner', contentHtml: '<p>Draft</p>' }],
        conditions: { url: '/shop' },
        appearance: { zIndex: 7 },
        displayFrequency: 'always',
        notes: 'not for browsers',
      },
    });
    await expect.poll(live).toBeTruthy();
    const published = await live();
    expect(await preview('PUBLISHED')).toEqual({ tourId: id, revision: 2, isDraft: false, payload: published });
    const { payload, ...rest } = await preview();
    expect(rest).toEqual({ tourId: id, revision: 2, isDraft: true });
    expect(payload).toMatchObject({ name, tour_type: 'banner', linked_flag_key: `linked-${count}`, display_frequency: 'always' });
    await tours.publish(id);
    await expect.poll(async () => (await live()).name).toBe(name);
    expect(payload).toEqual(await live());
    expect(await preview()).toEqual({ tourId: id, revision: 3, isDraft: false, payload });
    expect(await preview('PUBLISHED')).toEqual({ tourId: id, revision: 3, isDraft: false, payload });
  });

  it('shows a tour that was never launched, and one that is archived', async () => {
    const { id: unlaunched } = await tours.create({ content: { steps: [STEP] } });
    secret = (await addPreviewToken(gateway, unlaunched)).secret;
    expect(await preview('DRAFT', unlaunched)).toMatchObject({
      isDraft: false,
      payload: { id: unlaunched, start_date: null, steps: [STEP] },
    });
    await tours.change(unlaunched, { archived: true });
    expect(await preview('DRAFT', unlaunched)).toMatchObject({ payload: { id: unlaunched } });
  });

  it('brings a draft’s steps into the form that a publish would', async () => {
    await tours.draft(
      id,
      drafted({ steps: [{ ...STEP, elementTargeting: 'manual', selector: '#buy' }, 7, { id: 'old', type: 'element' }] }),
    );
    expect((await preview()).payload.steps).toEqual([
      { ...STEP, elementTargeting: 'manual', selector: '#buy', useManualSelector: true },
      7,
      { id: 'old', type: 'modal', elementTargeting: 'auto' },
    ]);
  });

  it('shows what is live where a draft has nothing, or something odd', async () => {
    const { payload } = await preview('PUBLISHED');
    for (const draft of [{}, { name: null, content: null, auto_launch: null }, { name: 1, content: [], auto_launch: 'yes' }]) {
      await gateway.app.db.sql.query('UPDATE tours SET draft_content = $2, draft_saved_at = now() WHERE id = $1', [
        id,
        JSON.stringify(draft),
      ]);
      expect(await preview()).toMatchObject({ isDraft: true, payload });
    }
    for (const steps of [null, 'none', { a: 1 }]) {
      await tours.draft(id, { content: { steps } });
      expect((await preview()).payload.steps).toEqual([]);
    }
  });

  it('names no flag of another project, nor one that there is not', async () => {
    const elsewhere = await newProject(gateway.graphql);
    const foreign = await createFlag(gateway.graphql, elsewhere, 'secret-of-another-project');
    for (const linked of [foreign, 999_999, 2 ** 40, 10 ** 18, 1e30, 0.5, -1, null, `${foreign}`]) {
      await gateway.app.db.sql.query('UPDATE tours SET draft_content = $2, draft_saved_at = now() WHERE id = $1', [
        id,
        JSON.stringify({ linked_flag_id: linked }),
      ]);
      expect((await preview()).payload).toMatchObject({ linked_flag_key: null });
    }
  });

  it('tells nothing of people, targeting, history and flags', async () => {
    const groups = [{ properties: [{ key: 'secret-key', type: 'person', operator: 'exact', value: ['secret-value'] }] }];
    const flag = await mutate(
      gateway.graphql,
      'createFeatureFlag',
      {
        projectId: gateway.projectId,
        key: `flag-${++count}`,
        name: 'secret-flag',
        filters: { groups, payloads: { true: 'secret-payload' } },
      },
      'featureFlag { databaseId }',
    );
    const ada = await addPerson(gateway);
    await restTours({ url: gateway.url, key: ada.key }, gateway.projectId).change(id, {
      description: 'secret description',
      linked_flag_id: flag.featureFlag.databaseId,
      targeting_flag_filters: { groups },
    });
    await tours.draft(id, {
      description: 'secret draft description',
      targeting_flag_filters: { groups },
      ...drafted({ notes: 'secret notes' }),
    });
    for (const perspective of ['DRAFT', 'PUBLISHED'] as const) {
      const told = JSON.stringify(await preview(perspective));
      expect(told).toContain(`flag-${count}`);
      for (const word of ['secret', ada.email, 'admin@example.com', '"description"', 'project']) expect(told).not.toContain(word);
    }
  });

  it('comes over GET, as an event stream, and to whoever may read the tour', async () => {
    const wanted = { tourPreview: await preview() };
    const reader = await addPerson(gateway, { scopes: ['product_tour:read'] });
    expect(await reader.graphql(PREVIEW, { tourId: id })).toEqual(wanted);
    const query = new URLSearchParams({ query: PREVIEW, variables: JSON.stringify({ tourId: id }) });
    const get = (accept: string) => fetch(`${gateway.url}/graphql?${query}`, { headers: { accept, authorization: `Bearer ${secret}` } });
    expect(await (await get('application/json')).json()).toEqual({ data: wanted });
    const [data = ''] = (await (await get('text/event-stream')).text()).match(/(?<=^data: )\{.*$/m) ?? [];
    expect(JSON.parse(data)).toEqual({ data: wanted });
  });
});
