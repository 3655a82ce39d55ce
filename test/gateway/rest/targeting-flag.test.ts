import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

type Property = Record<string, unknown>;
interface Group {
  variant: string;
  rollout_percentage: number;
  properties: Property[];
}

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

const notSet = (key: string): Property => ({ key, type: 'person', operator: 'is_not_set', value: 'is_not_set' });
const lastSeen = (type: string) => notSet(`$product_tour_last_seen_date/${type}`);
const seenBefore = (type: string, value: string): Property => ({
  key: `$product_tour_last_seen_date/${type}`,
  type: 'person',
  operator: 'is_date_before',
  value,
});
const plan = (value: string): Property => ({ key: 'plan', type: 'person', operator: 'exact', value: [value] });
const targeting = (...properties: Property[][]) => ({ groups: properties.map((group) => ({ properties: group })) });
const waits = (days: unknown, types: unknown) => ({ conditions: { seenTourWaitPeriod: { days, types } } });
const groupsOf = (tour: { internal_targeting_flag: { filters: { groups: Group[] } } }) => tour.internal_targeting_flag.filters.groups;
const propertiesOf = (tour: Parameters<typeof groupsOf>[0]) => groupsOf(tour).map(({ properties }) => properties);

describe('the flag of a tour', () => {
  it('comes with auto-launch, and not before', async () => {
    const { id, internal_targeting_flag: none } = await tours.create({ start_date: '2024-01-01' });
    expect(none).toBeNull();
    expect((await tours.change(id, { description: 'x', start_date: '2024-01-02' })).internal_targeting_flag).toBeNull();
    const { internal_targeting_flag: flag } = await tours.change(id, { auto_launch: true });
    expect(flag).toMatchObject({ active: true, version: 1, deleted: false });
    await tours.change(id, { auto_launch: false, name: 'Another name' });
    expect((await tours.change(id, { auto_launch: true })).internal_targeting_flag).toEqual(flag);
  });

  it.each([
    ['  Ünïcode — Tour!! ', 'unicode-tour'],
    ['a_b  --  c!?d', 'a_b-cd'],
    ['_-Edge-_', 'edge'],
    ['日本語', ''],
  ])('has a key made from the name “%s”', async (name, slug) => {
    const { internal_targeting_flag: flag } = await tours.create({ name, auto_launch: true });
    expect(flag.key).toMatch(new RegExp(`^product-tour-targeting-${slug}-[0-9a-f]{8}$`));
    expect(flag.name).toBe(`Product Tour: ${name.trim()}`);
  });

  it('has a key that fits, however long the name', async () => {
    const { internal_targeting_flag: flag } = await tours.create({ name: 'n'.repeat(400), auto_launch: true });
    expect(flag.key).toMatch(/^product-tour-targeting-n+-[0-9a-f]{8}$/);
    expect(flag.key).toHaveLength(400);
  });

  it('is one, when two switch auto-launch on at once', async () => {
    const { id } = await tours.create();
    const both = await Promise.all([tours.change(id, { auto_launch: true }), tours.change(id, { auto_launch: true })]);
    expect(both[0].internal_targeting_flag.id).toBe(both[1].internal_targeting_flag.id);
    const name = `Product Tour: ${both[0].name}`;
    expect(await gateway.app.db.prisma.featureFlag.count({ where: { name } })).toBe(1);
  });

  it('goes with the tour', async () => {
    const { id, internal_targeting_flag: flag } = await tours.create({ auto_launch: true });
    await tours.send('DELETE', `/${id}/`);
    expect(await gateway.app.db.prisma.featureFlag.count({ where: { id: flag.id } })).toBe(0);
  });
});

describe('the flag is active', () => {
  const FUTURE = '2999-01-01T00:00:00Z';

  it.each([
    [{}, false],
    [{ start_date: '2024-01-01' }, true],
    [{ start_date: FUTURE }, true],
    [{ start_date: '2024-01-01', end_date: FUTURE }, false],
    [{ start_date: '2024-01-01', archived: true }, false],
    [{ end_date: FUTURE }, false],
  ])('on %j: %s, whether made so or changed so', async (dates, active) => {
    expect((await tours.create({ auto_launch: true, ...dates })).internal_targeting_flag.active).toBe(active);
    const { id } = await tours.create({ auto_launch: true });
    expect((await tours.change(id, dates)).internal_targeting_flag.active).toBe(active);
    const late = await tours.create(dates);
    expect((await tours.change(late.id, { auto_launch: true })).internal_targeting_flag.active).toBe(active);
  });

  it('until auto-launch ends, and is left alone while it is off', async () => {
    const { id } = await tours.create({ auto_launch: true, start_date: '2024-01-01' });
    const active = async (fields: object) => (await tours.change(id, fields)).internal_targeting_flag.active;
    expect(await active({ end_date: '2024-02-01' })).toBe(false);
    expect(await active({ end_date: null })).toBe(true);
    expect(await active({ auto_launch: false })).toBe(false);
    expect(await active({ start_date: '2024-03-01' })).toBe(false);
    expect(await active({ archived: true })).toBe(false);
    expect(await active({ auto_launch: true })).toBe(false);
    expect(await active({ archived: false })).toBe(true);
    expect(await active({ start_date: null })).toBe(false);
  });
});

describe('its groups', () => {
  it.each([
    ['always', []],
    ['show_once', ['shown']],
    ['until_interacted', ['completed', 'dismissed']],
    [undefined, ['completed', 'dismissed']],
    [5, ['completed', 'dismissed']],
  ])('for the display frequency %s', async (displayFrequency, keys) => {
    const tour = await tours.create({ auto_launch: true, content: { displayFrequency } });
    const properties = keys.map((key) => notSet(`$product_tour_${key}/${tour.id}`));
    expect(groupsOf(tour)).toEqual([{ variant: '', rollout_percentage: 100, properties }]);
  });

  it('are the product of the wait’s types, the leftmost varying slowest', async () => {
    const content = { displayFrequency: 'always', ...waits(7.9, ['tour', 'announcement']) };
    const tour = await tours.create({ auto_launch: true, content });
    expect(propertiesOf(tour)).toEqual([
      [lastSeen('tour'), lastSeen('announcement')],
      [lastSeen('tour'), seenBefore('announcement', '7d')],
      [seenBefore('tour', '7d'), lastSeen('announcement')],
      [seenBefore('tour', '7d'), seenBefore('announcement', '7d')],
    ]);
  });

  it.each([
    [waits(0, ['tour']), 1],
    [waits(0.5, ['tour']), 1],
    [waits('7', ['tour']), 1],
    [waits(7, []), 1],
    [waits(7, 'tour'), 1],
    [waits(7, null), 1],
    [waits(null, ['tour']), 1],
    [waits(7, ['tour', 'tour', 'unknown', 5, null]), 2],
    [waits(1, ['tour', 'announcement', 'banner']), 8],
    [
      waits(
        1,
        Array.from({ length: 20 }, (_, n) => `type ${n}`),
      ),
      1,
    ],
  ])('of the wait %j are %i', async (content, count) => {
    expect(groupsOf(await tours.create({ auto_launch: true, content }))).toHaveLength(count);
  });

  it('of a wait of 10000 days say 9999', async () => {
    const tour = await tours.create({ auto_launch: true, content: waits(10_000, ['tour']) });
    expect(JSON.stringify(groupsOf(tour))).toContain('"9999d"');
  });

  it('are the user’s (outer) by the wait’s (inner): base, wait, then the user’s properties', async () => {
    const content = { displayFrequency: 'show_once', ...waits(3, ['banner']) };
    const tour = await tours.create({ auto_launch: true, content, targeting_flag_filters: targeting([plan('a'), plan('b')], [plan('c')]) });
    const base = notSet(`$product_tour_shown/${tour.id}`);
    expect(propertiesOf(tour)).toEqual([
      [base, lastSeen('banner'), plan('a'), plan('b')],
      [base, seenBefore('banner', '3d'), plan('a'), plan('b')],
      [base, lastSeen('banner'), plan('c')],
      [base, seenBefore('banner', '3d'), plan('c')],
    ]);
  });

  it('follow the content: frequency and wait are rebuilt, the user’s targeting stays', async () => {
    const { id } = await tours.create({ auto_launch: true, targeting_flag_filters: targeting([plan('a')]) });
    const rebuilt = await tours.change(id, { content: { displayFrequency: 'always', ...waits(2, ['tour']) } });
    expect(propertiesOf(rebuilt)).toEqual([
      [lastSeen('tour'), plan('a')],
      [seenBefore('tour', '2d'), plan('a')],
    ]);
    expect(propertiesOf(await tours.change(id, { content: { displayFrequency: 'always' } }))).toEqual([[plan('a')]]);
    expect(propertiesOf(await tours.change(id, { description: 'x' }))).toEqual([[plan('a')]]);
  });
});
