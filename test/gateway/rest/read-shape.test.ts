import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { addPerson } from '../../support/people.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const TOUR_KEYS = [
  'id',
  'name',
  'description',
  'internal_targeting_flag',
  'linked_flag',
  'targeting_flag_filters',
  'content',
  'draft_content',
  'has_draft',
  'auto_launch',
  'start_date',
  'end_date',
  'created_at',
  'created_by',
  'updated_at',
  'archived',
];
const FLAG_KEYS = [
  'id',
  'team_id',
  'name',
  'key',
  'filters',
  'deleted',
  'active',
  'ensure_experience_continuity',
  'has_encrypted_payloads',
  'version',
  'evaluation_runtime',
  'bucketing_identifier',
  'evaluation_tags',
  'evaluation_contexts',
];
const USER_KEYS = [
  'id',
  'uuid',
  'distinct_id',
  'first_name',
  'last_name',
  'email',
  'is_email_verified',
  'hedgehog_config',
  'role_at_organization',
];
const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$/;

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

it('is the same on all five endpoints that answer with it, its keys in the documented order', async () => {
  const { id } = await tours.create();
  const bodies = [
    (await tours.draft(id, { name: 'Drafted' })) as object,
    await tours.read(id),
    (await tours.send('GET', '/')).body.results[0],
    await tours.publish(id),
    (await tours.send('DELETE', `/${id}/discard_draft/`)).body,
  ];
  for (const body of bodies) expect(Object.keys(body)).toEqual(TOUR_KEYS);
});

it('has nothing but defaults when only a name was given', async () => {
  const { id } = await tours.create({ name: 'Bare' });
  const tour = await tours.read(id);
  expect(tour).toEqual({
    id: expect.stringMatching(UUID_4),
    name: 'Bare',
    description: '',
    internal_targeting_flag: null,
    linked_flag: null,
    targeting_flag_filters: null,
    content: {},
    draft_content: null,
    has_draft: false,
    auto_launch: false,
    start_date: null,
    end_date: null,
    created_at: expect.stringMatching(MOMENT),
    created_by: expect.objectContaining({ email: 'admin@example.com' }),
    updated_at: expect.stringMatching(MOMENT),
    archived: false,
  });
  expect(Math.abs(Date.parse(tour.created_at) - Date.now())).toBeLessThan(60_000);
});

it('has six fraction digits in its dates, or none when the fraction is zero', async () => {
  const { id } = await tours.create({ start_date: '2026-11-23T04:04:14.677854Z', end_date: '2024-01-01T00:00:00.000Z' });
  expect(await tours.read(id)).toMatchObject({ start_date: '2026-11-23T04:04:14.677854Z', end_date: '2024-01-01T00:00:00Z' });
  await tours.change(id, { start_date: '2024-01-01T00:00:00.1Z' });
  expect(await tours.read(id)).toMatchObject({ start_date: '2024-01-01T00:00:00.100000Z' });
});

it('shows a draft as it is, and a draft that is an empty object as one', async () => {
  const { id } = await tours.create();
  const content = { steps: [{ type: 'element', useManualSelector: true }] };
  expect(await tours.draft(id, { content })).toMatchObject({ has_draft: true, draft_content: { content } });
  await gateway.app.db.sql.query(`UPDATE tours SET draft_content = '{}' WHERE id = $1`, [id]);
  expect(await tours.read(id)).toMatchObject({ has_draft: true, draft_content: {} });
});

it('shows JSON as it was sent, whatever the characters', async () => {
  const content = { Ünï: '🎉\u2028<script>"\\/', numbers: [0, -1.5, 1e21, 9_007_199_254_740_991], nothing: null, __proto__x: {} };
  const { id } = await tours.create({ content });
  expect((await tours.read(id)).content).toEqual(content);
});

describe('a flag in it', () => {
  it('has 14 keys in order; the internal one is the tour’s own', async () => {
    const { id } = await tours.create({ name: 'Flagged', auto_launch: true });
    await tours.change(id, { name: 'Renamed' });
    const flag = (await tours.read(id)).internal_targeting_flag;
    expect(Object.keys(flag)).toEqual(FLAG_KEYS);
    expect(flag).toEqual({
      id: expect.any(Number),
      team_id: gateway.projectId,
      name: 'Product Tour: Flagged',
      key: expect.stringMatching(/^product-tour-targeting-flagged-[0-9a-f]{8}$/),
      filters: { groups: [expect.objectContaining({ variant: '', rollout_percentage: 100 })] },
      deleted: false,
      active: false,
      ensure_experience_continuity: false,
      has_encrypted_payloads: false,
      version: 1,
      evaluation_runtime: 'all',
      bucketing_identifier: 'distinct_id',
      evaluation_tags: [],
      evaluation_contexts: [],
    });
  });

  it('is the linked one under the same keys', async () => {
    const linked_flag_id = await createFlag(gateway.graphql, gateway.projectId, 'linked', ['a', 'b']);
    const { id } = await tours.create({ linked_flag_id });
    const flag = (await tours.read(id)).linked_flag;
    expect(Object.keys(flag)).toEqual(FLAG_KEYS);
    expect(flag).toMatchObject({
      id: linked_flag_id,
      key: 'linked',
      filters: { multivariate: { variants: [{ key: 'a' }, { key: 'b' }] } },
    });
  });
});

describe('its author', () => {
  it('has nine keys in order, and is the user of the key', async () => {
    const person = await addPerson(gateway);
    await gateway.app.db.prisma.user.update({
      where: { id: person.userId },
      data: { roleAtOrganization: 'product', hedgehogConfig: { use_as_profile: true, color: 'red', accessories: [], skin: 'default' } },
    });
    const { id } = (await person.rest('POST', `${gateway.projectId}/product_tours/`, { name: 'By a person' })).body;
    const author = (await tours.read(id)).created_by;
    expect(Object.keys(author)).toEqual(USER_KEYS);
    expect(author).toMatchObject({
      id: person.userId,
      uuid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      email: person.email,
      first_name: 'Person',
      role_at_organization: 'product',
      hedgehog_config: { use_as_profile: true, color: 'red', accessories: [], skin: 'default' },
    });
  });

  it('is null when the user is gone', async () => {
    const { userId, rest } = await addPerson(gateway);
    const { id } = (await rest('POST', `${gateway.projectId}/product_tours/`, { name: 'Orphaned' })).body;
    await gateway.app.db.prisma.user.delete({ where: { id: userId } });
    expect(await tours.read(id)).toMatchObject({ created_by: null });
  });
});
