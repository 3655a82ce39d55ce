import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

type Property = Record<string, unknown>;

const plan = (value: string): Property => ({ key: 'plan', type: 'person', operator: 'exact', value: [value] });
const group = (...properties: Property[]) => ({ variant: '', rollout_percentage: 100, properties });
const THREE_TYPES = {
  displayFrequency: 'show_once',
  conditions: { seenTourWaitPeriod: { days: 7, types: ['tour', 'announcement', 'banner'] } },
};

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

const countGroups = (tour: { internal_targeting_flag: { filters: { groups: unknown[] } } }) =>
  tour.internal_targeting_flag.filters.groups.length;

describe('targeting', () => {
  it('is read as it was given, without the gateway’s own conditions', async () => {
    const tour = await tours.create({
      auto_launch: true,
      content: THREE_TYPES,
      targeting_flag_filters: { groups: [group(plan('a')), group(plan('b'))] },
    });
    expect(tour.targeting_flag_filters).toEqual({ groups: [group(plan('a')), group(plan('b'))] });
    expect((await tours.read(tour.id)).targeting_flag_filters).toEqual(tour.targeting_flag_filters);
    expect(countGroups(tour)).toBe(16);
  });

  it.each([
    [null],
    [{}],
    [{ groups: null }],
    [{ groups: [] }],
    [{ groups: [{}] }],
    [{ groups: [{ properties: [] }, { properties: null }] }],
  ])('of %j means everybody, and takes back earlier targeting', async (targeting_flag_filters) => {
    const { id } = await tours.create({ auto_launch: true, targeting_flag_filters: { groups: [group(plan('a'))] } });
    const changed = await tours.change(id, { targeting_flag_filters });
    expect(changed.targeting_flag_filters).toBeNull();
    expect(changed.internal_targeting_flag.filters.groups).toEqual([
      group(...['completed', 'dismissed'].map((key) => expect.objectContaining({ key: `$product_tour_${key}/${id}` }))),
    ]);
  });

  it('replaces all that was there before', async () => {
    const { id } = await tours.create({ auto_launch: true, targeting_flag_filters: { groups: [group(plan('a')), group(plan('b'))] } });
    const changed = await tours.change(id, { targeting_flag_filters: { groups: [group(plan('c'))] } });
    expect(changed.targeting_flag_filters).toEqual({ groups: [group(plan('c'))] });
    expect(countGroups(changed)).toBe(1);
  });

  it('is kept while auto-launch is off, and applied when the flag comes', async () => {
    const given = { groups: [group(plan('a'))] };
    const { id, targeting_flag_filters, internal_targeting_flag } = await tours.create({ targeting_flag_filters: given });
    expect([targeting_flag_filters, internal_targeting_flag]).toEqual([given, null]);
    const launched = await tours.change(id, { auto_launch: true });
    expect(launched.internal_targeting_flag.filters.groups[0].properties.at(-1)).toEqual(plan('a'));
    const other = await tours.create();
    await tours.draft(other.id, { targeting_flag_filters: given });
    expect((await tours.publish(other.id, { auto_launch: true })).targeting_flag_filters).toEqual(given);
  });

  it('keeps the percentage of each group with properties, and drops variants and repetitions', async () => {
    const groups = [
      { properties: [plan('a')], rollout_percentage: 25, variant: 'test' },
      { properties: [], rollout_percentage: 10 },
      { properties: [plan('a')], rollout_percentage: 25 },
      { properties: [plan('b')], sort_key: 'x' },
    ];
    const tour = await tours.create({ auto_launch: true, content: { displayFrequency: 'always' }, targeting_flag_filters: { groups } });
    const kept = [{ ...group(plan('a')), rollout_percentage: 25 }, group(), group(plan('b'))];
    expect(tour.targeting_flag_filters).toEqual({ groups: kept });
    expect(tour.internal_targeting_flag.filters).toEqual({ groups: kept });
  });

  it('keeps a condition on another tour, and drops those on its own', async () => {
    const other = await tours.create();
    const { id } = await tours.create({ auto_launch: true, content: { displayFrequency: 'always' } });
    const completed = (tour: string) => ({ key: `$product_tour_completed/${tour}`, type: 'person', operator: 'is_set', value: 'is_set' });
    const lastSeen = { key: '$product_tour_last_seen_date/tour', type: 'person', operator: 'is_not_set', value: 'is_not_set' };
    const groups = [group(completed(other.id), completed(id), lastSeen)];
    const changed = await tours.change(id, { targeting_flag_filters: { groups } });
    expect(changed.targeting_flag_filters).toEqual({ groups: [group(completed(other.id))] });
    expect(changed.internal_targeting_flag.filters).toEqual(changed.targeting_flag_filters);
  });

  it('of a new tour, copied from another, loses the conditions that the gateway had added there', async () => {
    const targeting_flag_filters = { groups: [group(plan('a'))] };
    const { internal_targeting_flag: copied } = await tours.create({ auto_launch: true, content: THREE_TYPES, targeting_flag_filters });
    const copy = await tours.create({ auto_launch: true, content: THREE_TYPES, targeting_flag_filters: copied.filters });
    expect(copy.targeting_flag_filters).toEqual(targeting_flag_filters);
    expect(countGroups(copy)).toBe(8);
  });

  it('does not look into properties', async () => {
    const odd = { key: 5, operator: 'unknown', nested: { a: [null] } };
    const tour = await tours.create({ auto_launch: true, targeting_flag_filters: { groups: [group(odd)] } });
    expect(tour.targeting_flag_filters).toEqual({ groups: [group(odd)] });
  });
});

describe('written back as it was read', () => {
  it('it changes nothing, nor do the flag’s full filters', async () => {
    const tour = await tours.create({ auto_launch: true, content: THREE_TYPES, targeting_flag_filters: { groups: [group(plan('a'))] } });
    const { id, targeting_flag_filters: shown, internal_targeting_flag: flag } = tour;
    for (const targeting_flag_filters of [shown, flag.filters]) {
      const changed = await tours.change(id, { targeting_flag_filters });
      expect(changed.targeting_flag_filters).toEqual(shown);
      expect(changed.internal_targeting_flag).toEqual(flag);
    }
  });

  it.each([
    ['with', { groups: [group(plan('a'))] }],
    ['without', null],
  ])('five drafts and publishes later the groups are as many, %s targeting of the user', async (_, targeting_flag_filters) => {
    const { id } = await tours.create({ auto_launch: true, content: THREE_TYPES, targeting_flag_filters });
    for (let round = 1; round <= 5; round++) {
      const { draft_content } = await tours.draft(id, { description: `Round ${round}` });
      await tours.draft(id, draft_content);
      const published = await tours.publish(id);
      expect([published.description, countGroups(published)]).toEqual([`Round ${round}`, 8]);
      expect(published.targeting_flag_filters).toEqual(targeting_flag_filters);
    }
    const without = await tours.publish(id, { content: { displayFrequency: 'always' } });
    expect(countGroups(without)).toBe(1);
    expect(JSON.stringify(without.internal_targeting_flag.filters)).not.toContain('last_seen');
  });
});
