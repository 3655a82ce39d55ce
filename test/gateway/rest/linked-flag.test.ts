import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let count = 0;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

const newFlag = (variants?: string[]) => createFlag(gateway.graphql, gateway.projectId, `linked-${++count}`, variants);
const run = (field: string, input: object) =>
  gateway.graphql(`mutation ($input: ${field[0]?.toUpperCase()}${field.slice(1)}Input!) { ${field}(input: $input) { __typename } }`, {
    input,
  });

describe('a linked flag', () => {
  it('is shown whole with the tour, as it is now', async () => {
    const flagId = await newFlag(['a']);
    const { id } = await tours.create({ linked_flag_id: flagId });
    expect(await tours.read(id)).toMatchObject({ linked_flag: { id: flagId, active: true, version: 1 } });
    await run('updateFeatureFlag', { flagId, active: false, name: 'Renamed' });
    expect(await tours.read(id)).toMatchObject({ linked_flag: { id: flagId, active: false, name: 'Renamed', version: 2 } });
  });

  it('may be exchanged and taken away', async () => {
    const [one, other] = [await newFlag(), await newFlag()];
    const { id } = await tours.create({ linked_flag_id: one });
    expect(await tours.change(id, { linked_flag_id: other })).toMatchObject({ linked_flag: { id: other }, linked_flag_id: other });
    expect(await tours.change(id, { description: 'x' })).toMatchObject({ linked_flag_id: other });
    expect(await tours.change(id, { linked_flag_id: null })).toMatchObject({ linked_flag: null, linked_flag_id: null });
  });

  it('may be linked to several tours', async () => {
    const linked_flag_id = await newFlag();
    for (let n = 0; n < 3; n++) expect(await tours.create({ linked_flag_id })).toMatchObject({ linked_flag_id });
  });

  it('that is deleted is linked no more, nor is its variant wanted', async () => {
    const linked_flag_id = await newFlag(['a']);
    const { id } = await tours.create({ linked_flag_id, content: { conditions: { linkedFlagVariant: 'a', url: '/x' } } });
    await run('deleteFeatureFlag', { flagId: linked_flag_id });
    expect(await tours.read(id)).toMatchObject({ linked_flag: null, content: { conditions: { url: '/x' } } });
    expect(await tours.change(id, { description: 'goes on' })).toMatchObject({ linked_flag_id: null });
  });

  it('whose variant is gone keeps a tour from neither a rename nor a stop', async () => {
    const linked_flag_id = await newFlag(['a']);
    const { id } = await tours.create({ linked_flag_id, content: { conditions: { linkedFlagVariant: 'a' } } });
    await run('updateFeatureFlag', { flagId: linked_flag_id, filters: { multivariate: { variants: [{ key: 'b' }] } } });
    expect(await tours.change(id, { name: 'Renamed with its variant gone' })).toMatchObject({ linked_flag_id });
    expect(await tours.change(id, { end_date: '2024-01-01' })).toMatchObject({ linked_flag_id });
    expect((await tours.send('PATCH', `/${id}/`, { content: { conditions: { linkedFlagVariant: 'a' } } })).body.detail).toBe(
      "Feature flag variant 'a' does not exist. Available variants: b",
    );
  });

  it('is drafted by its id and linked by the publish', async () => {
    const linked_flag_id = await newFlag();
    const { id } = await tours.create();
    expect(await tours.draft(id, { linked_flag_id })).toMatchObject({ linked_flag: null, draft_content: { linked_flag_id } });
    expect(await tours.publish(id)).toMatchObject({ linked_flag: { id: linked_flag_id } });
    expect(await tours.draft(id, { name: 'From live' })).toMatchObject({ draft_content: { linked_flag_id } });
  });
});
