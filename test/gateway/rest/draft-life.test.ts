import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { invalid } from '../../support/problem-body.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { rowsChecksum } from '../../support/rows.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

describe('a draft', () => {
  it('starts from the live tour: six fields, steps in their present form', async () => {
    const linked_flag_id = await createFlag(gateway.graphql, gateway.projectId, 'linked');
    const targeting_flag_filters = { groups: [{ properties: [{ key: 'a' }] }] };
    const live = {
      name: 'Live',
      description: 'd',
      content: { steps: [{ type: 'element' }] },
      auto_launch: true,
      targeting_flag_filters,
      linked_flag_id,
    };
    const { id } = await tours.create(live);
    const { draft_content } = await tours.draft(id, { description: 'drafted' });
    expect(draft_content).toEqual({
      ...live,
      description: 'drafted',
      content: { steps: [{ type: 'modal', elementTargeting: 'auto' }] },
      targeting_flag_filters: { groups: [{ variant: '', rollout_percentage: 100, properties: [{ key: 'a' }] }] },
    });
  });

  it('is overwritten key by key, content whole', async () => {
    const { id } = await tours.create({ content: { a: 1, b: 2 } });
    await tours.draft(id, { name: 'Drafted', content: { a: 2 } });
    await tours.draft(id, { description: 'more' });
    expect((await tours.draft(id, { content: { c: 3 } })).draft_content).toMatchObject({
      name: 'Drafted',
      description: 'more',
      content: { c: 3 },
    });
    expect((await tours.read(id)).draft_content.content).toEqual({ c: 3 });
  });

  it('changes nothing that is live: no flag, no survey, no activity', async () => {
    const { id, ...before } = await tours.create({ auto_launch: true });
    const tables = ['feature_flags', 'surveys', 'activities', 'tour_versions'];
    const rows = await rowsChecksum(gateway.app.db, tables);
    const content = { displayFrequency: 'always', steps: [{ type: 'survey', survey: { questionText: 'Why?' } }] };
    const drafted = await tours.draft(id, {
      name: 'Drafted',
      content,
      auto_launch: false,
      targeting_flag_filters: { groups: [{ properties: [{ key: 'a' }] }] },
    });
    const { name, description, internal_targeting_flag, auto_launch } = before;
    expect(drafted).toMatchObject({ name, description, content: {}, internal_targeting_flag, auto_launch });
    await tours.send('DELETE', `/${id}/discard_draft/`);
    expect(await rowsChecksum(gateway.app.db, tables)).toBe(rows);
  });

  it('drops what is not draftable, and with nothing left nothing is written', async () => {
    const { id } = await tours.create();
    const rows = await rowsChecksum(gateway.app.db);
    const dropped = { start_date: '2024-01-01', end_date: 'x', archived: true, creation_context: 'nonsense', unknown: 1, id: 'x' };
    for (const body of [{}, dropped])
      expect(await tours.draft(id, body)).toMatchObject({ has_draft: false, start_date: null, archived: false });
    expect(await rowsChecksum(gateway.app.db)).toBe(rows);
    expect((await tours.publish(id, { name: 'Published with dropped keys', ...dropped })).start_date).toBeNull();
  });

  it('may be unfinished', async () => {
    const { id } = await tours.create({ start_date: '2024-01-01' });
    const unfinished = [
      { name: '' },
      { name: 'n'.repeat(500) },
      { name: null, description: null, auto_launch: null, content: null, targeting_flag_filters: null, linked_flag_id: null },
      { content: { type: 'announcement', steps: [] } },
      { content: { steps: [{ elementTargeting: 'manual' }], conditions: { linkedFlagVariant: 'none' } } },
      { linked_flag_id: 999_999 },
    ];
    for (const body of unfinished) expect((await tours.draft(id, body)).draft_content).toMatchObject(body);
  });

  it.each([
    [{ content: [] }, invalid('Content must be an object', 'content')],
    [{ content: 'text' }, invalid('Content must be an object', 'content')],
    [{ name: ['a'] }, invalid('Not a valid string.', 'name')],
    [{ auto_launch: 'maybe' }, invalid('Must be a valid boolean.', 'auto_launch')],
    [{ linked_flag_id: 'x' }, invalid('A valid integer is required.', 'linked_flag_id')],
    [{ description: '\0' }, invalid('Null characters are not allowed.', 'description', 'null_characters_not_allowed')],
    [{ content: { a: ['\0'] } }, invalid('Null characters are not allowed.', 'content', 'null_characters_not_allowed')],
    [{ content: { '\ud83d': 1 } }, invalid('Surrogate characters are not allowed: U+D83D.', 'content', 'surrogate_characters_not_allowed')],
    [
      { targeting_flag_filters: { a: '\0' } },
      invalid('Null characters are not allowed.', 'targeting_flag_filters', 'null_characters_not_allowed'),
    ],
  ])('does not take %j, which could never be published', async (body, expected) => {
    const { id } = await tours.create();
    for (const [method, path] of [
      ['PATCH', `/${id}/draft/`],
      ['POST', `/${id}/publish_draft/`],
    ] as const) {
      expect(await tours.send(method, path, body), path).toMatchObject({ status: 400, body: expected });
    }
    expect(await tours.read(id)).toMatchObject({ has_draft: false });
  });

  it('from a form has the types of its fields, and can be published', async () => {
    const { id } = await tours.create();
    const form = new URLSearchParams({
      auto_launch: 'true',
      content: '{"steps": []}',
      linked_flag_id: '',
      targeting_flag_filters: 'null',
      name: 'From a form',
    });
    const { draft_content } = (await tours.send('PATCH', `/${id}/draft/`, form)).body;
    const typed = { auto_launch: true, content: { steps: [] }, linked_flag_id: null, targeting_flag_filters: null, name: 'From a form' };
    expect(draft_content).toMatchObject(typed);
    expect(await tours.publish(id)).toMatchObject({ auto_launch: true, content: { steps: [] }, name: 'From a form', has_draft: false });
  });
});

describe('the end of a draft', () => {
  it.each([
    ['a rename', { name: 'Renamed while drafted' }],
    ['a launch', { start_date: '2024-01-01' }],
    ['a stop', { end_date: '2024-01-01' }],
    ['an archiving', { archived: true }],
    ['an empty object', {}],
  ])('is %s of the live tour', async (_, fields) => {
    const { id } = await tours.create();
    await tours.draft(id, { description: 'lost' });
    await tours.change(id, fields);
    expect(await tours.read(id)).toMatchObject({ has_draft: false, draft_content: null, description: '' });
  });

  it('is not a change that was refused', async () => {
    const { id } = await tours.create();
    await tours.draft(id, { description: 'kept' });
    await tours.send('PATCH', `/${id}/`, { name: '' });
    expect(await tours.read(id)).toMatchObject({ has_draft: true, draft_content: { description: 'kept' } });
  });

  it('is its publish, the body merged into it first', async () => {
    const { id } = await tours.create({ content: { live: true } });
    await tours.draft(id, { name: 'Drafted and published', description: 'drafted' });
    const published = await tours.publish(id, { description: 'at once' });
    expect(published).toMatchObject({
      name: 'Drafted and published',
      description: 'at once',
      content: { live: true },
      has_draft: false,
      draft_content: null,
    });
    expect(await tours.publish(id, { description: 'without a draft before' })).toMatchObject({ description: 'without a draft before' });
  });

  it('is not a publish that fails: nothing is stored', async () => {
    const { id } = await tours.create({ auto_launch: true });
    await tours.draft(id, { content: { type: 'announcement', steps: [] } });
    const rows = await rowsChecksum(gateway.app.db);
    const refused = await tours.send('POST', `/${id}/publish_draft/`, { name: 'Merged', description: 'merged' });
    expect(refused).toMatchObject({ status: 400, body: invalid('Announcements must have exactly 1 step.', 'content') });
    expect(await rowsChecksum(gateway.app.db)).toBe(rows);
  });

  it('neither launches nor stops the tour', async () => {
    const { id } = await tours.create({ start_date: '2024-01-01', end_date: '2024-02-01' });
    expect(await tours.publish(id, { name: 'Still stopped', end_date: null })).toMatchObject({
      start_date: '2024-01-01T00:00:00Z',
      end_date: '2024-02-01T00:00:00Z',
    });
  });
});
