import { describe, expect, it } from 'vitest';
import type { FlagDefinition } from '../../../../src/domain/published-project.ts';
import { compileFlags, evaluateFlags } from '../../../../src/domain/targeting/flag-set.ts';
import { RawJson } from '../../../../src/json/raw-json.ts';

const NOW = new Date('2026-06-15T12:00:00Z');

const depends = (flag: string | number, value: unknown = true) => ({ key: flag, type: 'flag', operator: 'flag_evaluates_to', value });
const plan = (value: string) => ({ key: 'plan', type: 'person', operator: 'exact', value });
const cohort = { key: 'id', type: 'cohort', operator: 'in', value: 7 };

let nextId = 1;
const flag = (key: string, properties: unknown[], fields: Partial<FlagDefinition> = {}, filters: object = {}): FlagDefinition => ({
  id: nextId++,
  key,
  version: 1,
  active: true,
  hasEncryptedPayloads: false,
  tour: null,
  isHidden: false,
  filters: RawJson.of({ groups: [{ properties }], ...filters }),
  ...fields,
});

/** The outcome of each flag, by its key. */
function evaluate(definitions: FlagDefinition[], properties: Record<string, unknown> = {}) {
  const set = compileFlags(definitions);
  const { outcomeOf } = evaluateFlags(set, { distinctId: 'ada', properties }, NOW);
  return Object.fromEntries(set.flags.map((compiled) => [compiled.definition.key, outcomeOf(compiled)]));
}
const values = (definitions: FlagDefinition[], properties?: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(evaluate(definitions, properties)).map(([key, { enabled, variant, failed }]) => [
      key,
      failed ? null : (variant ?? enabled),
    ]),
  );

describe('a flag that depends on another', () => {
  it('follows its value, whatever the order, by id or by key', () => {
    const base = flag('base', [plan('pro')]);
    const flags = [
      flag('by-id', [depends(base.id)]),
      flag('by-text', [depends(String(base.id))]),
      flag('by-key', [depends('base', false)]),
      base,
    ];
    expect(values(flags, { plan: 'pro' })).toEqual({ base: true, 'by-id': true, 'by-text': true, 'by-key': false });
    expect(values(flags, { plan: 'free' })).toEqual({ base: false, 'by-id': false, 'by-text': false, 'by-key': true });
  });

  it('may ask for a variant', () => {
    const multivariate = { variants: [{ key: 'blue', rollout_percentage: 100 }] };
    const flags = [
      flag('base', [], {}, { multivariate }),
      flag('blue', [depends('base', 'blue')]),
      flag('green', [depends('base', 'green')]),
      flag('any', [depends('base')]),
    ];
    expect(values(flags)).toEqual({ base: 'blue', blue: true, green: false, any: true });
  });

  it('takes an inactive or hidden flag for off, whatever that depends on', () => {
    const flags = [
      flag('inactive', [depends('nowhere')], { active: false }),
      flag('hidden', [], { isHidden: true, tour: { autoLaunch: true, archived: false, startDate: null, endDate: null } }),
      flag('not-inactive', [depends('inactive', false)]),
      flag('not-hidden', [depends('hidden', false)]),
      flag('inactive-on', [depends('inactive', true)]),
    ];
    expect(values(flags)).toMatchObject({ 'not-inactive': true, 'not-hidden': true, 'inactive-on': false });
  });

  it('is off if the other is missing, and so is what depends on it, also with a group that everyone meets', () => {
    const flags = [
      flag('lost', [depends(999_999)], {}, { groups: [{ properties: [depends(999_999)] }, {}] }),
      flag('after', [depends('lost', false)]),
      flag('fine', []),
    ];
    const missing = { enabled: false, failed: false, reason: 'missing_dependency', groupIndex: null };
    expect(evaluate(flags)).toMatchObject({ lost: missing, after: missing, fine: { enabled: true } });
  });

  it('cannot be evaluated in a circle, nor can what depends on one', () => {
    const flags = [
      flag('one', [depends('two')]),
      flag('two', [depends('one')]),
      flag('itself', [depends('itself', false)]),
      flag('after', [depends('one', false)]),
      flag('fine', [depends('other')]),
      flag('other', []),
    ];
    const cyclic = { enabled: false, failed: true, reason: 'dependency_cycle_flag' };
    expect(evaluate(flags)).toMatchObject({ one: cyclic, two: cyclic, itself: cyclic, after: cyclic, fine: { enabled: true } });
  });

  it('is not part of a circle through an inactive flag', () => {
    const flags = [flag('one', [depends('two', false)]), flag('two', [depends('one')], { active: false })];
    expect(values(flags)).toEqual({ one: true, two: false });
  });

  it('fails with the other', () => {
    const flags = [
      flag('base', [cohort]),
      flag('after', [depends('base')]),
      flag('saved', [], {}, { groups: [{ properties: [depends('base')] }, {}] }),
    ];
    expect(evaluate(flags)).toMatchObject({
      base: { failed: true, reason: 'dependency_not_found_cohort' },
      after: { failed: true, reason: 'dependency_failed_flag' },
      saved: { enabled: true, failed: false, groupIndex: 1 },
    });
  });

  it('may be at the end of a long chain', () => {
    const flags = Array.from({ length: 20_000 }, (_, n) => flag(`chain-${n}`, n === 0 ? [] : [depends(`chain-${n - 1}`)]));
    expect(values(flags.toReversed())['chain-19999']).toBe(true);
  });
});

describe('a group that cannot be evaluated', () => {
  const ask = (groups: object[], properties = {}) => evaluate([flag('f', [], {}, { groups })], properties).f;

  it('fails the flag only if it decides', () => {
    expect(ask([{ properties: [cohort] }])).toMatchObject({ enabled: false, failed: true, reason: 'dependency_not_found_cohort' });
    expect(ask([{ properties: [cohort, plan('pro')] }])).toMatchObject({ failed: false, reason: 'no_condition_match' });
    expect(ask([{ properties: [plan('pro'), cohort] }], { plan: 'pro' })).toMatchObject({ failed: true });
    expect(ask([{ properties: [cohort] }, { properties: [plan('pro')] }], { plan: 'pro' })).toMatchObject({ enabled: true, groupIndex: 1 });
    expect(ask([{ properties: [cohort], rollout_percentage: 0 }])).toMatchObject({ failed: false, reason: 'no_condition_match' });
  });

  it('about groups of persons never matches', () => {
    const forCompanies = { properties: [], aggregation_group_type_index: 0 };
    expect(ask([forCompanies])).toMatchObject({ enabled: false, failed: false, reason: 'no_group_type' });
    expect(ask([forCompanies, { properties: [plan('pro')] }])).toMatchObject({
      reason: 'no_condition_match',
      description: 'No matching condition set (group conditions were not evaluated because no group type was provided)',
    });
    expect(ask([forCompanies, {}])).toMatchObject({ enabled: true, groupIndex: 1 });
    const mixed = { aggregation_group_type_index: 0, groups: [{}, { aggregation_group_type_index: null }] };
    expect(evaluate([flag('f', [], {}, mixed)]).f).toMatchObject({ enabled: true, groupIndex: 1 });
  });
});
