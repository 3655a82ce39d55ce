import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { condition, explain } from '../../support/explain.ts';
import { storeFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { askFlags, LAUNCHED } from '../../support/sdk.ts';

const it = gatewayTest();
let app: TestApp;
let tours: RestTours;

it.beforeAll(({ gateway: started }) => {
  app = started;
  tours = restTours(app, app.projectId);
});

const ask = async (person_properties: object = {}) =>
  (await askFlags(app.url, { token: app.token, distinct_id: 'ada', person_properties })).body;
const target = (...properties: object[]) => ({ ...LAUNCHED, targeting_flag_filters: { groups: [{ properties }] } });
const plan = { key: 'plan', type: 'person', operator: 'exact', value: ['pro'] };

/** A condition, and the reason that `/flags/` gives. */
const CONDITIONS: [string, object, string][] = [
  ['a cohort', { key: 'id', type: 'cohort', operator: 'in', value: 5 }, 'dependency_not_found_cohort'],
  ['a group of persons', { key: 'name', type: 'group', operator: 'exact', value: 'a', group_type_index: 0 }, 'no_group_type'],
  ['in', { key: 'plan', type: 'person', operator: 'in', value: ['pro'] }, 'unsupported_operator'],
  ['not_in', { key: 'plan', type: 'person', operator: 'not_in', value: ['pro'] }, 'unsupported_operator'],
  ['between', { key: 'age', type: 'person', operator: 'between', value: [1, 9] }, 'unsupported_operator'],
  ['a misspelled operator', { key: 'plan', type: 'person', operator: 'egsact', value: 'pro' }, 'unsupported_operator'],
  ['lookaround', { key: 'plan', type: 'person', operator: 'regex', value: '^(?=p)' }, 'invalid_regex_pattern'],
  ['a backreference', { key: 'plan', type: 'person', operator: 'not_regex', value: '(p)\\1' }, 'invalid_regex_pattern'],
];

describe.each(CONDITIONS)('a condition that cannot be evaluated, %s,', (_, property, code) => {
  it('is reported to browsers and in the explanation', async () => {
    const { id, internal_targeting_flag: flag } = await tours.create(target(property));
    const properties = { plan: 'pro', age: 5 };
    await expect.poll(async () => (await ask(properties)).flags[flag.key]).toBeDefined();
    const { errorsWhileComputingFlags, flags } = await ask(properties);
    expect(errorsWhileComputingFlags).toBe(true);
    expect(flags[flag.key]).toEqual({
      key: flag.key,
      enabled: false,
      variant: null,
      failed: true,
      reason: { code, condition_index: null, description: expect.any(String) },
      metadata: { id: flag.id, version: 1, description: null, payload: null, has_experiment: false },
    });
    const explanation = await explain(app.graphql, id, { personProperties: properties });
    expect(explanation.verdict).toBe('WOULD_NOT_SHOW');
    expect(explanation.summary).toContain('cannot be evaluated');
    expect(condition(explanation, 'USER_TARGETING')).toMatchObject({
      outcome: 'NOT_EVALUATED',
      alternatives: [{ met: null, properties: [{ met: null }] }],
    });
    expect(condition(explanation, 'INTERNAL_FLAG')).toMatchObject({ outcome: 'NOT_MET', flag: { failed: true, reason: code } });
    await tours.send('DELETE', `/${id}/`);
    await expect.poll(async () => (await ask(properties)).errorsWhileComputingFlags).toBe(false);
  });
});

it('does not matter where another condition or another group decides', async () => {
  const cohort = { key: 'id', type: 'cohort', operator: 'in', value: 5 };
  const { internal_targeting_flag: both } = await tours.create(target(plan, cohort));
  const either = await tours.create({
    ...LAUNCHED,
    targeting_flag_filters: { groups: [{ properties: [cohort] }, { properties: [plan] }] },
  });
  const key = either.internal_targeting_flag.key;
  await expect.poll(async () => (await ask()).flags[key]).toBeDefined();
  expect((await ask({ plan: 'free' })).flags[both.key]).toMatchObject({ enabled: false, reason: { code: 'no_condition_match' } });
  expect((await ask({ plan: 'pro' })).flags[key]).toMatchObject({ enabled: true, reason: { condition_index: 1 } });
  // A person who has seen the tour is excluded, whatever the cohort.
  const seen = await ask({ [`$product_tour_dismissed/${either.id}`]: true });
  expect(seen.flags[key]).not.toHaveProperty('failed');
});

it('evaluates versions: 1.3.0 satisfies semver_gte 1.2.0', async () => {
  const { id, internal_targeting_flag: flag } = await tours.create(
    target({ key: 'app', type: 'person', operator: 'semver_gte', value: '1.2.0' }),
  );
  await expect.poll(async () => (await ask({ app: '1.3.0' })).flags[flag.key]?.enabled).toBe(true);
  expect((await ask({ app: '1.1.9' })).flags[flag.key]).toMatchObject({ enabled: false, reason: { code: 'no_condition_match' } });
  expect(condition(await explain(app.graphql, id, { personProperties: { app: '1.3.0' } }), 'USER_TARGETING').outcome).toBe('MET');
});

it('lets everyone in by an empty group beside another, and says so', async () => {
  const { id, internal_targeting_flag: flag } = await tours.create({
    ...LAUNCHED,
    targeting_flag_filters: { groups: [{ properties: [plan] }, { properties: [] }] },
  });
  await expect.poll(async () => (await ask({ plan: 'free' })).flags[flag.key]?.enabled).toBe(true);
  const explanation = await explain(app.graphql, id, { personProperties: { plan: 'free' } });
  expect([explanation.verdict, condition(explanation, 'USER_TARGETING').outcome]).toEqual(['WOULD_SHOW', 'MET']);
});

describe('a condition on another flag', () => {
  const depends = (flag: number | string, value: unknown) => ({ key: String(flag), type: 'flag', operator: 'flag_evaluates_to', value });

  it('is answered alike by /flags/ and by the explanation', async () => {
    const filters = { groups: [{ properties: [{ key: 'beta', type: 'person', operator: 'exact', value: 'yes' }] }] };
    const base = await storeFlag(app.app.db, app.projectId, 'base', filters);
    const { id, internal_targeting_flag: flag } = await tours.create(target(depends(base, true)));
    await expect.poll(async () => (await ask({ beta: 'yes' })).flags[flag.key]?.enabled).toBe(true);
    expect((await ask({ beta: 'no' })).flags[flag.key]).toMatchObject({ enabled: false, reason: { code: 'no_condition_match' } });
    const shown = await explain(app.graphql, id, { personProperties: { beta: 'yes', other: 1 } });
    expect(shown).toMatchObject({ verdict: 'WOULD_SHOW', personProperties: { beta: 'yes' } });
    expect(condition(shown, 'USER_TARGETING').alternatives[0].properties[0]).toMatchObject({
      key: String(base),
      operator: 'flag_evaluates_to',
      met: true,
    });
    expect((await explain(app.graphql, id, { personProperties: { beta: 'no' } })).verdict).toBe('WOULD_NOT_SHOW');
    await mutate(app.graphql, 'deleteFeatureFlag', { flagId: base }, 'featureFlag { databaseId }');
    await expect.poll(async () => (await ask({ beta: 'yes' })).flags[flag.key].reason.code).toBe('missing_dependency');
    expect((await ask({ beta: 'yes' })).flags[flag.key]).not.toHaveProperty('failed');
    const missing = await explain(app.graphql, id, { personProperties: { beta: 'yes' } });
    expect(condition(missing, 'INTERNAL_FLAG')).toMatchObject({
      outcome: 'NOT_MET',
      message: expect.stringContaining('depends on a flag that does not exist'),
    });
  });

  it('uses what is stored of the person', async () => {
    const filters = { groups: [{ properties: [{ key: 'stored', type: 'person', operator: 'exact', value: 'yes' }] }] };
    await storeFlag(app.app.db, app.projectId, 'stored-base', filters);
    await storeFlag(app.app.db, app.projectId, 'stored-after', { groups: [{ properties: [depends('stored-base', true)] }] });
    const event = { event: '$set', distinct_id: 'grace', properties: { token: app.token, distinct_id: 'grace', $set: { stored: 'yes' } } };
    await fetch(`${app.url}/e/`, { method: 'POST', body: JSON.stringify(event) });
    const enabled = async () => (await askFlags(app.url, { token: app.token, distinct_id: 'grace' })).body.flags['stored-after']?.enabled;
    await expect.poll(enabled).toBe(true);
  });

  it('on the flag of a tour that is not launched takes it for off, and does not tell its key', async () => {
    const unlaunched = await tours.create({ ...LAUNCHED, start_date: null });
    const id = unlaunched.internal_targeting_flag.id;
    await storeFlag(app.app.db, app.projectId, 'not-launched', { groups: [{ properties: [depends(id, false)] }] });
    await expect.poll(async () => (await ask()).flags['not-launched']?.enabled).toBe(true);
    expect(Object.keys((await ask()).flags)).not.toContain(unlaunched.internal_targeting_flag.key);
  });
});
