import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const WRITTEN_KEYS = [
  'id',
  'name',
  'description',
  'internal_targeting_flag',
  'linked_flag',
  'linked_flag_id',
  'targeting_flag_filters',
  'content',
  'auto_launch',
  'start_date',
  'end_date',
  'created_at',
  'created_by',
  'updated_at',
  'archived',
  'creation_context',
];

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let flagId: number;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  flagId = await createFlag(gateway.graphql, gateway.projectId, 'linked');
});

/** Every writable field with a value that is not its default. */
const everything = () => ({
  name: 'Everything',
  description: 'All of it',
  linked_flag_id: flagId,
  targeting_flag_filters: { groups: [{ properties: [{ key: 'plan', type: 'person', operator: 'exact', value: ['team'] }] }] },
  content: { type: 'tour', steps: [{ type: 'modal', id: 's1' }] },
  auto_launch: true,
  start_date: '2024-05-01T10:00:00Z',
  end_date: '2030-05-01T10:00:00.500000Z',
  archived: true,
});

describe('the answer to a write', () => {
  it('has the documented keys in order, without the draft', async () => {
    const created = await tours.create({ name: 'Keys' });
    expect(Object.keys(created)).toEqual(WRITTEN_KEYS);
    await tours.draft(created.id, { name: 'Drafted' });
    expect(Object.keys(await tours.change(created.id, {}))).toEqual(WRITTEN_KEYS);
  });

  it('shows what was written, the three write-only fields included', async () => {
    const given = everything();
    const created = await tours.create({ ...given, creation_context: 'toolbar' });
    const shown = { ...given, creation_context: 'toolbar', linked_flag: { id: flagId }, internal_targeting_flag: { active: false } };
    const groups = [{ variant: '', rollout_percentage: 100, ...given.targeting_flag_filters.groups[0] }];
    expect(created).toMatchObject({ ...shown, targeting_flag_filters: { groups } });
    const { linked_flag_id, creation_context, ...rest } = created;
    expect(await tours.read(created.id)).toEqual({ ...rest, draft_content: null, has_draft: false });
    expect([linked_flag_id, creation_context]).toEqual([flagId, 'toolbar']);
  });

  it('says app where the body names no context', async () => {
    const created = await tours.create();
    expect(created).toMatchObject({ linked_flag_id: null, creation_context: 'app' });
    expect(await tours.change(created.id, { creation_context: 'toolbar' })).toMatchObject({ creation_context: 'toolbar' });
    expect(await tours.change(created.id, {})).toMatchObject({ creation_context: 'app' });
  });

  it('shows steps in their present form, also when the content is left alone', async () => {
    const { id } = await tours.create({ content: { steps: [{ type: 'element' }] } });
    expect((await tours.change(id, { description: 'x' })).content).toEqual({ steps: [{ type: 'modal', elementTargeting: 'auto' }] });
  });
});

describe('a change', () => {
  it('leaves alone what it does not name', async () => {
    const created = await tours.create({ ...everything(), name: 'Left alone', archived: false });
    const { updated_at: _, ...before } = created;
    expect(await tours.change(created.id, {})).toMatchObject(before);
    for (const field of ['name', 'description', 'content', 'auto_launch', 'start_date', 'end_date', 'archived'] as const) {
      const { updated_at: __, internal_targeting_flag: ___, ...after } = await tours.change(created.id, { [field]: created[field] });
      expect(before, field).toMatchObject(after);
    }
  });

  it('with null clears what may be null', async () => {
    const { id } = await tours.create({ ...everything(), name: 'Cleared', archived: false });
    const nulls = { linked_flag_id: null, targeting_flag_filters: null, start_date: null, end_date: null };
    expect(await tours.change(id, nulls)).toMatchObject({ ...nulls, linked_flag: null });
    expect(await tours.read(id)).toMatchObject({ start_date: null, end_date: null, linked_flag: null, targeting_flag_filters: null });
  });

  it('replaces content whole', async () => {
    const { id } = await tours.create({ content: { a: 1, steps: [] } });
    expect((await tours.change(id, { content: { b: 2 } })).content).toEqual({ b: 2 });
    expect((await tours.change(id, { content: {} })).content).toEqual({});
  });

  it('trims name and description, and counts a name’s characters, not its bytes', async () => {
    const { id } = await tours.create();
    const name = '🎉'.repeat(400);
    expect(await tours.change(id, { name: ` ${name}\n`, description: '\t two words ' })).toMatchObject({ name, description: 'two words' });
    expect((await tours.send('PATCH', `/${id}/`, { name: `${name}x` })).body).toMatchObject({ code: 'max_length' });
    expect((await tours.change(id, { description: '' })).description).toBe('');
  });
});
