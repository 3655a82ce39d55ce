import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { invalid } from '../../support/problem-body.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const UNKNOWN_FLAG = invalid('Feature Flag with this ID does not exist');
const NO_FLAG = invalid('linkedFlagVariant can only be used when a linked_flag_id is specified');
const wants = (linkedFlagVariant: unknown) => ({ content: { conditions: { linkedFlagVariant } } });

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let plain: number;
let split: number;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  plain = await createFlag(gateway.graphql, gateway.projectId, 'plain');
  split = await createFlag(gateway.graphql, gateway.projectId, 'split', ['control', 'test']);
});

async function refusal(method: string, path: string, fields: object): Promise<unknown> {
  const { status, body } = await tours.send(method, path, fields);
  return status === 400 ? body : status;
}

describe('the linked flag', () => {
  it('has to be one of the project that is not deleted', async () => {
    const elsewhere = await newProject(gateway.graphql);
    const foreign = await createFlag(gateway.graphql, elsewhere, 'foreign');
    const deleted = await createFlag(gateway.graphql, gateway.projectId, 'deleted');
    await gateway.graphql('mutation ($id: Int!) { deleteFeatureFlag(input: { flagId: $id }) { __typename } }', { id: deleted });
    const { id } = await tours.create();
    for (const linked_flag_id of [foreign, deleted, 999_999, 0, -1, 2 ** 31, 2 ** 63, '99999999999999999999999']) {
      expect(await refusal('POST', '/', { name: 'Never made', linked_flag_id }), `${linked_flag_id}`).toEqual(UNKNOWN_FLAG);
      expect(await refusal('PATCH', `/${id}/`, { linked_flag_id }), `${linked_flag_id}`).toEqual(UNKNOWN_FLAG);
      await tours.draft(id, { linked_flag_id });
      expect(await refusal('POST', `/${id}/publish_draft/`, {}), `${linked_flag_id}`).toEqual(UNKNOWN_FLAG);
    }
  });
});

describe('the variant', () => {
  it.each([[''], [null], [0], [false], [[]], [{}]])('%j is none', async (variant) => {
    expect((await tours.create(wants(variant))).content).toEqual(wants(variant).content);
  });

  it('needs a linked flag, even for any', async () => {
    for (const variant of ['any', 'control'])
      expect(await refusal('POST', '/', { name: 'Never made', ...wants(variant) })).toEqual(NO_FLAG);
  });

  it('is any, or one that the flag has', async () => {
    for (const variant of ['any', 'control', 'test']) await tours.create({ linked_flag_id: split, ...wants(variant) });
    await tours.create({ linked_flag_id: plain, ...wants('any') });
    const { id } = await tours.create();
    expect(await refusal('PATCH', `/${id}/`, { linked_flag_id: split, ...wants('other') })).toEqual(
      invalid("Feature flag variant 'other' does not exist. Available variants: control, test"),
    );
    expect(await refusal('PATCH', `/${id}/`, { linked_flag_id: plain, ...wants('test') })).toEqual(
      invalid("Feature flag variant 'test' specified but the linked feature flag has no variants"),
    );
  });

  it('is held against the stored flag when the request names none', async () => {
    const { id } = await tours.create({ linked_flag_id: split });
    expect(await tours.change(id, wants('control'))).toMatchObject({ linked_flag_id: split });
    expect(await refusal('PATCH', `/${id}/`, wants('other'))).toMatchObject({ detail: expect.stringContaining('does not exist') });
    expect(await refusal('PATCH', `/${id}/`, { linked_flag_id: null, ...wants('control') })).toEqual(NO_FLAG);
  });

  it('that is stored is held against a new flag', async () => {
    const { id } = await tours.create({ linked_flag_id: split, ...wants('control') });
    expect(await refusal('PATCH', `/${id}/`, { linked_flag_id: plain })).toMatchObject({
      detail: expect.stringContaining('has no variants'),
    });
    expect(await tours.read(id)).toMatchObject({ linked_flag: { id: split } });
  });

  it('goes with the flag when that is cleared, the other conditions stay', async () => {
    const { id } = await tours.create({ linked_flag_id: split, content: { conditions: { linkedFlagVariant: 'test', url: '/a' } } });
    expect(await tours.change(id, { linked_flag_id: null })).toMatchObject({
      content: { conditions: { url: '/a' } },
      linked_flag_id: null,
    });
    expect((await tours.read(id)).content).toEqual({ conditions: { url: '/a' } });
  });
});

describe('the launch check', () => {
  const unfinished = { steps: [{ type: 'modal' }, { type: 'element', elementTargeting: 'manual' }] };
  const noElement = { steps: [{ elementTargeting: 'auto', inferenceData: {} }] };
  const finished = {
    steps: [
      { elementTargeting: 'manual', selector: '#a' },
      { elementTargeting: 'auto', inferenceData: { text: 'a' } },
      { elementTargeting: null },
    ],
  };
  const NO_SELECTOR = invalid('Step 2 is missing an element selector');
  const date = '2024-01-01T00:00:00Z';

  it('lets unfinished content be stored and drafted, and not be launched', async () => {
    const { id } = await tours.create({ content: unfinished });
    expect(await refusal('PATCH', `/${id}/`, { start_date: date })).toEqual(NO_SELECTOR);
    expect(await refusal('POST', '/', { name: 'Never made', content: unfinished, start_date: date })).toEqual(NO_SELECTOR);
    expect(await refusal('PATCH', `/${id}/`, { content: noElement, start_date: date })).toEqual(
      invalid('Step 1 requires an element to be selected'),
    );
    expect(await tours.change(id, { content: finished, start_date: date })).toMatchObject({ start_date: date });
  });

  it('looks at the stored steps when the content that comes with the launch is empty', async () => {
    const { id } = await tours.create({ content: unfinished });
    expect(await refusal('PATCH', `/${id}/`, { content: {}, start_date: date })).toEqual(NO_SELECTOR);
    expect(await tours.read(id)).toMatchObject({ content: unfinished, start_date: null });
    await tours.change(id, { content: {} });
    expect(await tours.change(id, { content: {}, start_date: date })).toMatchObject({ content: {}, start_date: date });
  });

  it('holds for every change of content after the launch, also by publish', async () => {
    const { id } = await tours.create({ content: finished, start_date: date });
    expect(await refusal('PATCH', `/${id}/`, { content: unfinished })).toEqual(NO_SELECTOR);
    await tours.draft(id, { content: unfinished });
    expect(await refusal('POST', `/${id}/publish_draft/`, {})).toEqual(NO_SELECTOR);
    expect(await tours.read(id)).toMatchObject({ has_draft: true, content: finished });
  });

  it('does not keep a launched tour with an unfinished step from being renamed, stopped or archived, only from being resumed', async () => {
    const { id } = await tours.create({ content: finished, start_date: date });
    await gateway.app.db.sql.query('UPDATE tours SET content = $2::jsonb WHERE id = $1', [id, JSON.stringify(unfinished)]);
    await tours.change(id, { name: 'Renamed though unfinished', auto_launch: true });
    await tours.change(id, { end_date: '2024-02-01' });
    expect(await refusal('PATCH', `/${id}/`, { end_date: null })).toEqual(NO_SELECTOR);
    await tours.change(id, { archived: true });
    await tours.change(id, { start_date: null });
    expect(await refusal('PATCH', `/${id}/`, { start_date: date })).toEqual(NO_SELECTOR);
  });
});
