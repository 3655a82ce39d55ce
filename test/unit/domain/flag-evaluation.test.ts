import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFlag, evaluateFlag } from '../../../src/domain/flag-evaluation.ts';
import type { FlagDefinition } from '../../../src/domain/published-project.ts';
import type { FlagOutcome } from '../../../src/domain/targeting/flag-reason.ts';
import { rolloutHash } from '../../../src/domain/targeting/rollout-hash.ts';
import { targetingGroups } from '../../../src/domain/tour/targeting.ts';
import { RawJson } from '../../../src/json/raw-json.ts';
import { anyJson } from '../json/arbitrary-json.ts';

const NOW = new Date('2026-06-15T12:00:00Z');

function flag(filters: unknown, fields: Partial<FlagDefinition> = {}): FlagDefinition {
  return {
    id: 1,
    key: 'simple-flag',
    version: 1,
    active: true,
    hasEncryptedPayloads: false,
    tour: null,
    isHidden: false,
    ...fields,
    filters: RawJson.of(filters),
  };
}

function ask(definition: FlagDefinition, properties: Record<string, unknown> = {}, distinctId = 'user-1'): FlagOutcome {
  return evaluateFlag(compileFlag(definition), { distinctId, properties }, NOW);
}

const is = (key: string, value: unknown) => ({ key, value, operator: 'exact', type: 'person' });

describe('the groups of a flag', () => {
  const filters = {
    groups: [
      { properties: [is('plan', 'pro'), is('country', 'DE')] },
      { properties: [is('plan', 'pro')], rollout_percentage: 0 },
      { properties: [is('staff', true)], rollout_percentage: null },
    ],
  };

  it('decide in their order: the first that is met in full', () => {
    expect(ask(flag(filters), { plan: 'pro', country: 'de', staff: true })).toMatchObject({
      enabled: true,
      reason: 'condition_match',
      groupIndex: 0,
    });
    expect(ask(flag(filters), { plan: 'pro', staff: 'true' })).toMatchObject({ enabled: true, reason: 'condition_match', groupIndex: 2 });
  });

  it('say why nobody of them was', () => {
    expect(ask(flag(filters), { plan: 'pro' })).toMatchObject({ enabled: false, reason: 'out_of_rollout_bound', groupIndex: 1 });
    expect(ask(flag(filters), {})).toMatchObject({ enabled: false, reason: 'no_condition_match', groupIndex: null });
    expect(ask(flag({}), {})).toMatchObject({ enabled: false, reason: 'no_condition_match' });
  });

  it('let everybody in who meets nothing, where nothing is asked', () => {
    expect(ask(flag({ groups: [{ properties: [] }] }))).toMatchObject({ enabled: true });
    expect(ask(flag({ groups: [{}] }))).toMatchObject({ enabled: true });
  });

  it('are not looked at when the flag is off', () => {
    expect(ask(flag({ groups: [{}] }, { active: false }))).toMatchObject({ enabled: false, reason: 'flag_disabled', groupIndex: null });
  });
});

describe('a rollout', () => {
  it('puts people where PostHog puts them', () => {
    expect(rolloutHash('simple-flag', 'user-1')).toBe(0.7371322536090543);
    expect(rolloutHash('simple-flag', 'user-2')).toBe(0.1962789067725905);
    expect(rolloutHash('beta', '7', 'variant')).toBe(0.7118346360419122);
  });

  it('takes those whose place is within the percentage', () => {
    const at = (rollout_percentage: number) => flag({ groups: [{ properties: [], rollout_percentage }] });
    expect(ask(at(73), {}, 'user-1').enabled).toBe(false);
    expect(ask(at(74), {}, 'user-1').enabled).toBe(true);
    expect(ask(at(19), {}, 'user-2').enabled).toBe(false);
    expect(ask(at(20), {}, 'user-2').enabled).toBe(true);
    const inside = Array.from({ length: 5000 }, (_, n) => ask(at(30), {}, `person-${n}`).enabled).filter(Boolean).length;
    expect(inside / 5000).toBeCloseTo(0.3, 1);
  });
});

describe('variants', () => {
  const multivariate = {
    variants: [
      { key: 'control', rollout_percentage: 50 },
      { key: 'blue', rollout_percentage: 25 },
      { key: 'green', rollout_percentage: 25 },
    ],
  };

  it('share people by their percentages', () => {
    const definition = flag({ groups: [{}], multivariate, payloads: { blue: '{"colour":"#00f"}' } });
    const seen = Array.from({ length: 4000 }, (_, n) => ask(definition, {}, `person-${n}`));
    const share = (variant: string) => seen.filter((outcome) => outcome.variant === variant).length / seen.length;
    expect(share('control')).toBeCloseTo(0.5, 1);
    expect(share('blue')).toBeCloseTo(0.25, 1);
    expect(share('green')).toBeCloseTo(0.25, 1);
    expect(seen.find(({ variant }) => variant === 'blue')?.payload).toBe('{"colour":"#00f"}');
    expect(seen.find(({ variant }) => variant === 'green')?.payload).toBeNull();
  });

  it('follow the hash of flag, person and the word variant', () => {
    const definition = flag({ groups: [{}], multivariate }, { key: 'beta' });
    expect(ask(definition, {}, '7').variant).toBe('blue');
  });

  it('are overridden by a group that names one that exists', () => {
    const group = (variant: string) => flag({ groups: [{ variant }], multivariate });
    expect(ask(group('green')).variant).toBe('green');
    expect(ask(group('purple')).variant).toBe(ask(group('')).variant);
  });

  it('are not told, and no payload either, to those who are left out', () => {
    const definition = flag({ groups: [{ rollout_percentage: 0 }], multivariate, payloads: { true: '1', control: '2' } });
    expect(ask(definition)).toMatchObject({ enabled: false, variant: null, payload: null });
    expect(ask(flag({ groups: [{}], payloads: { true: '1' } })).payload).toBe('1');
    expect(ask(flag({ groups: [{}], payloads: { true: '1' } }, { hasEncryptedPayloads: true })).payload).toBeNull();
  });
});

describe('the flag of a tour', () => {
  const groups = { groups: [{}] };
  const on = (tour: Partial<NonNullable<FlagDefinition['tour']>>, active = true) =>
    ask(flag(groups, { active, tour: { autoLaunch: true, archived: false, startDate: '2026-06-01T00:00:00Z', endDate: null, ...tour } }))
      .enabled;

  it('is on from the start date to the end date, whatever is stored', () => {
    expect(on({})).toBe(true);
    expect(on({ startDate: '2026-06-15T12:00:00Z' })).toBe(true);
    expect(on({ startDate: '2026-06-15T12:00:00.000001Z' })).toBe(false);
    expect(on({ endDate: '2026-06-16T00:00:00Z' }, false)).toBe(true);
    expect(on({ endDate: '2026-06-15T12:00:00Z' })).toBe(false);
  });

  it('is off for a tour that is archived, not launched, or does not launch by itself', () => {
    expect(on({ archived: true })).toBe(false);
    expect(on({ startDate: null })).toBe(false);
    expect(on({ autoLaunch: false })).toBe(false);
  });

  it('goes by what the person has seen', () => {
    const tourId = 'b7a5c9d2-0000-4000-8000-000000000000';
    const definition = (content: object) => flag({ groups: targetingGroups({ tourId, content, targetingFlagFilters: null }) });
    const once = definition({ displayFrequency: 'show_once' });
    expect(ask(once).enabled).toBe(true);
    expect(ask(once, { [`$product_tour_shown/${tourId}`]: true }).enabled).toBe(false);
    const waiting = definition({ displayFrequency: 'always', conditions: { seenTourWaitPeriod: { days: 7, types: ['tour'] } } });
    expect(ask(waiting).enabled).toBe(true);
    expect(ask(waiting, { '$product_tour_last_seen_date/tour': '2026-06-10T12:00:00.000Z' }).enabled).toBe(false);
    expect(ask(waiting, { '$product_tour_last_seen_date/tour': '2026-06-08T11:59:59.999Z' }).enabled).toBe(true);
    expect(ask(waiting, { '$product_tour_last_seen_date/tour': 'yesterday' }).enabled).toBe(false);
  });
});

describe('filters that make no sense', () => {
  const group = fc.record(
    {
      variant: anyJson,
      rollout_percentage: anyJson,
      properties: fc.oneof(
        anyJson,
        fc.array(
          fc.record(
            {
              key: fc.oneof(fc.constantFrom('plan', '__proto__'), anyJson),
              operator: fc.oneof(
                fc.constantFrom('exact', 'is_not', 'is_set', 'is_not_set', 'icontains', 'not_icontains', 'regex', 'not_regex', 'gt', 'lte'),
                fc.constantFrom('is_date_before', 'is_date_after', 'is_date_exact', 'constructor'),
                anyJson,
              ),
              value: fc.oneof(fc.constantFrom('(', '[a', '7d', '99999d', null), anyJson),
              type: fc.oneof(fc.constantFrom('person', 'cohort'), anyJson),
            },
            { requiredKeys: [] },
          ),
        ),
      ),
    },
    { requiredKeys: [] },
  );
  const filters = fc.oneof(
    anyJson,
    fc.record({
      groups: fc.oneof(fc.array(fc.oneof(group, anyJson)), anyJson),
      multivariate: anyJson,
      payloads: anyJson,
    }),
  );

  it('never end in a failure', () => {
    let asked = 0;
    fc.assert(
      fc.property(filters, anyJson, (odd, plan) => {
        const outcome = ask(flag(odd), { plan });
        expect(typeof outcome.enabled).toBe('boolean');
        asked++;
      }),
      { numRuns: 1000 },
    );
    expect(asked).toBeGreaterThanOrEqual(1000);
  });

  it('let nobody in', () => {
    for (const odd of [
      { groups: [null] },
      { groups: [{ properties: 'all' }] },
      { groups: [{ properties: [null] }] },
      { groups: [{ rollout_percentage: 'most' }] },
      { groups: {} },
      [],
    ])
      expect(ask(flag(odd)).enabled, JSON.stringify(odd)).toBe(false);
  });
});
