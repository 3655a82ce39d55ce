import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { internalFlagFilters, targetingGroups } from '../../../../src/domain/tour/targeting.ts';
import { checkTargetingFlagFilters, type TargetingFlagFilters } from '../../../../src/domain/tour/targeting-filters.ts';
import { anyJson } from '../../json/arbitrary-json.ts';
import { anyContent, anyTargeting } from './arbitrary-content.ts';

const isNotSet = (key: string) => ({ key, type: 'person', operator: 'is_not_set', value: 'is_not_set' });
const longAgo = (type: string, value: string) => ({
  key: `$product_tour_last_seen_date/${type}`,
  type: 'person',
  operator: 'is_date_before',
  value,
});
const never = (type: string) => isNotSet(`$product_tour_last_seen_date/${type}`);
const group = (...properties: object[]) => ({ variant: '', rollout_percentage: 100, properties });
const plan = { key: 'plan', type: 'person', operator: 'exact', value: ['team'] };
const email = { key: 'email', type: 'person', operator: 'icontains', value: '@example.com' };

const groupsOf = (content: unknown, targetingFlagFilters: unknown = null) =>
  targetingGroups({ tourId: 'T', content, targetingFlagFilters });
const waiting = (days: unknown, types: unknown) => ({ displayFrequency: 'always', conditions: { seenTourWaitPeriod: { days, types } } });

describe('the groups of the internal flag', () => {
  it('follow the display frequency', () => {
    const untilInteracted = [group(isNotSet('$product_tour_completed/T'), isNotSet('$product_tour_dismissed/T'))];
    expect(groupsOf({ displayFrequency: 'always' })).toEqual([group()]);
    expect(groupsOf({ displayFrequency: 'show_once' })).toEqual([group(isNotSet('$product_tour_shown/T'))]);
    for (const content of [{ displayFrequency: 'until_interacted' }, { displayFrequency: 'odd' }, {}, null]) {
      expect(groupsOf(content)).toEqual(untilInteracted);
    }
  });

  it('offer two ways for each type of the wait, the leftmost varying slowest', () => {
    expect(groupsOf(waiting(7, ['tour']))).toEqual([group(never('tour')), group(longAgo('tour', '7d'))]);
    expect(groupsOf(waiting(7, ['tour', 'banner']))).toEqual([
      group(never('tour'), never('banner')),
      group(never('tour'), longAgo('banner', '7d')),
      group(longAgo('tour', '7d'), never('banner')),
      group(longAgo('tour', '7d'), longAgo('banner', '7d')),
    ]);
  });

  it('ignore unknown and repeated types, so that there are never more than eight ways', () => {
    expect(groupsOf(waiting(7, ['tour', 'tour', 'survey', 1, null, 'announcement', 'banner', 'tour']))).toHaveLength(8);
    expect(groupsOf(waiting(7, ['survey']))).toEqual([group()]);
  });

  it('cut days to whole ones and cap them at 9999', () => {
    expect(groupsOf(waiting(1.9, ['tour']))[1]).toEqual(group(longAgo('tour', '1d')));
    expect(groupsOf(waiting(9999.5, ['tour']))[1]).toEqual(group(longAgo('tour', '9999d')));
    expect(groupsOf(waiting(1e300, ['tour']))[1]).toEqual(group(longAgo('tour', '9999d')));
  });

  it('know no wait of less than a day, or without types', () => {
    for (const [days, types] of [
      [0.9, ['tour']],
      [-7, ['tour']],
      ['7', ['tour']],
      [true, ['tour']],
      [null, ['tour']],
      [7, []],
      [7, 'tour'],
      [7, null],
    ]) {
      expect(groupsOf(waiting(days, types))).toEqual([group()]);
    }
  });

  it('hold the frequency’s conditions, the wait’s, then the user’s, for each of the user’s groups', () => {
    const content = { ...waiting(7, ['tour']), displayFrequency: 'show_once' };
    const shown = isNotSet('$product_tour_shown/T');
    expect(groupsOf(content, { groups: [group(plan, email), { ...group(email), variant: 'a', rollout_percentage: 30 }] })).toEqual([
      group(shown, never('tour'), plan, email),
      group(shown, longAgo('tour', '7d'), plan, email),
      { ...group(shown, never('tour'), email), rollout_percentage: 30 },
      { ...group(shown, longAgo('tour', '7d'), email), rollout_percentage: 30 },
    ]);
  });

  it('never repeat a condition that the user’s targeting has copied from the flag', () => {
    const [copied] = groupsOf({}, { groups: [group(plan)] });
    expect(groupsOf({}, { groups: [copied] })).toEqual([copied]);
  });

  it('are the filters of the flag', () => {
    expect(internalFlagFilters({ tourId: 'T', content: {}, targetingFlagFilters: null })).toEqual({ groups: groupsOf({}) });
  });

  it('are built from any content and any targeting without failing', () => {
    fc.assert(
      fc.property(fc.oneof(anyContent, anyJson), fc.oneof(anyTargeting, anyJson), (content, targeting) => {
        for (const { variant, rollout_percentage, properties } of groupsOf(content, targeting)) {
          expect(variant).toBe('');
          expect(rollout_percentage).toBeGreaterThanOrEqual(0);
          expect(rollout_percentage).toBeLessThanOrEqual(100);
          expect(Array.isArray(properties)).toBe(true);
        }
      }),
    );
  });
});

describe('publishing again and again', () => {
  /** One round of the editor's life: the targeting is read into a draft and published from there. */
  function publish(content: unknown, targeting: unknown): { filters: TargetingFlagFilters | null; flag: unknown } {
    const checked = checkTargetingFlagFilters(JSON.parse(JSON.stringify(targeting)), 'T');
    assert('value' in checked);
    return { filters: checked.value, flag: internalFlagFilters({ tourId: 'T', content, targetingFlagFilters: checked.value }) };
  }

  it('leaves the flag as it is', () => {
    let rounds = 0;
    fc.assert(
      fc.property(anyContent, anyTargeting, (content, targeting) => {
        fc.pre('value' in checkTargetingFlagFilters(targeting, 'T'));
        const first = publish(content, targeting);
        let last = first;
        for (let round = 0; round < 10; round++, rounds++) {
          last = publish(content, last.filters);
          assert.deepStrictEqual(last, first);
        }
      }),
    );
    expect(rounds).toBeGreaterThanOrEqual(1000);
  });

  it('leaves the flag as it is even when the flag’s own groups are written back as targeting', () => {
    const content = waiting(7, ['tour', 'announcement', 'banner']);
    const first = publish(content, { groups: [group(plan), group(email)] });
    let last = first;
    for (let round = 0; round < 10; round++) last = publish(content, last.flag);
    expect(last).toEqual(first);
    expect(groupsOf(content, last.filters)).toHaveLength(16);
  });

  it('forgets the wait when it is taken away', () => {
    const { filters } = publish(waiting(7, ['tour']), { groups: [group(plan)] });
    expect(publish({ displayFrequency: 'always' }, filters).flag).toEqual({ groups: [group(plan)] });
  });
});
