import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let flagId: number;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  flagId = await createFlag(gateway.graphql, gateway.projectId, 'linked');
});

const ASKS = { steps: [{ type: 'survey', survey: { questionText: 'Why?' } }] };

/** Whether each request moves updated_at: contract 9.4. */
const REQUESTS: [string, boolean, (id: string) => Promise<unknown>][] = [
  ['a change', true, (id) => tours.change(id, { description: 'x' })],
  ['a change that changes nothing', true, (id) => tours.change(id, {})],
  ['a launch', true, (id) => tours.change(id, { start_date: '2024-01-01' })],
  ['a change that makes a survey', true, (id) => tours.change(id, { content: ASKS })],
  ['a save of the draft', true, (id) => tours.draft(id, { name: 'x' })],
  ['a save of the draft as it is', true, (id) => tours.draft(id, { description: '' })],
  ['a save of the draft without a draftable key', false, (id) => tours.draft(id, { start_date: '2024-01-01', unknown: 1 })],
  ['an empty save of the draft', false, (id) => tours.draft(id, {})],
  ['a publish', true, (id) => tours.publish(id, { description: 'y' })],
  ['a publish without a draft', false, (id) => tours.send('POST', `/${id}/publish_draft/`)],
  ['a publish that is refused', false, (id) => tours.send('POST', `/${id}/publish_draft/`, { linked_flag_id: 999_999 })],
  ['a discard', true, (id) => tours.send('DELETE', `/${id}/discard_draft/`)],
  ['a change that is refused', false, (id) => tours.send('PATCH', `/${id}/`, { name: '' })],
  ['a read', false, (id) => tours.read(id)],
  ['a read of the draft’s status', false, (id) => tours.send('GET', `/${id}/draft_status/`)],
  ['a generation', false, (id) => tours.send('POST', `/${id}/generate/`, { steps: [{ id: 'a', type: 'modal' }] })],
  [
    'a change of the linked flag',
    false,
    () => gateway.graphql('mutation ($id: Int!) { updateFeatureFlag(input: { flagId: $id, name: "New" }) { __typename } }', { id: flagId }),
  ],
];

it.each(REQUESTS)('%s moves updated_at: %s', async (_, moves, request) => {
  const { id } = await tours.create({ linked_flag_id: flagId });
  const before = (await tours.read(id)).updated_at;
  await request(id);
  const after = (await tours.read(id)).updated_at;
  if (moves) expect(after > before, `${before} to ${after}`).toBe(true);
  else expect(after).toBe(before);
});

it('is told by the status of the draft in the very text of the tour', async () => {
  const { id } = await tours.create();
  for (const fields of [{}, { name: 'Drafted' }]) {
    const { updated_at, has_draft } = await tours.draft(id, fields);
    const status = await tours.send('GET', `/${id}/draft_status/`);
    expect([status.status, status.text]).toEqual([200, JSON.stringify({ updated_at, has_draft })]);
  }
});

it('of a new tour is its created_at', async () => {
  const { created_at, updated_at } = await tours.create();
  expect(updated_at).toBe(created_at);
});
