import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { openStaging } from '../../support/environments.ts';
import { createFlag } from '../../support/flags.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const VIEW = 'targeting { groups { rolloutPercentage properties { key operator value notEvaluated raw } } }';
const TOUR = `tour { uuid targetingFlagFilters ${VIEW} internalTargetingFlag { filters } draft { raw targetingFlagFilters ${VIEW} } }`;
const plan = { key: 'plan', type: 'person', operator: 'exact', value: ['pro'] };
const group = (properties: object[], rollout_percentage = 100) => ({ variant: '', rollout_percentage, properties });
const HALF = { groups: [group([], 50)] };

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
const run = (name: string, input: object, selection = TOUR) => mutate(gateway.graphql, name, input, selection);
let count = 0;
const ALWAYS = { displayFrequency: 'always' };
const create = (input: object) =>
  run('createTour', { projectId: gateway.projectId, name: `Tour ${count++}`, autoLaunch: true, content: ALWAYS, ...input });
const createId = async (input: object): Promise<string> => (await create(input)).tour.uuid;
const read = async (id: string) => (await gateway.graphql(`{ tour(id: "${id}") { ${TOUR.slice(7, -2)} } }`)).tour;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

/** Each mutation that takes targeting, with the path that an error has there. */
const WRITES: [string, (tourId: string, targeting: object) => Promise<Record<string, unknown>>][] = [
  ['createTour', (_, targeting) => create(targeting)],
  ['updateTour', (tourId, targeting) => run('updateTour', { tourId, ...targeting })],
  ['saveTourDraft', (tourId, targeting) => run('saveTourDraft', { tourId, ...targeting })],
  ['publishTourDraft', (tourId, draft) => run('publishTourDraft', { tourId, draft })],
];

describe.each(WRITES)('%s', (name, write) => {
  it('takes typed targeting', async () => {
    const tourId = await createId({});
    const groups = [
      {
        properties: [
          { key: 'app_version', operator: 'SEMVER_GTE', value: '1.2.0' },
          { key: 'plan', value: ['pro', 'max'] },
        ],
        rolloutPercentage: 12.5,
      },
      { properties: [{ key: 'staff', operator: 'IS_SET' }] },
    ];
    const { tour } = (await write(tourId, { targeting: { groups } })) as { tour: { uuid: string; draft: unknown } };
    const filters = {
      groups: [
        group(
          [
            { key: 'app_version', type: 'person', operator: 'semver_gte', value: '1.2.0' },
            { key: 'plan', type: 'person', operator: 'exact', value: ['pro', 'max'] },
          ],
          12.5,
        ),
        group([{ key: 'staff', type: 'person', operator: 'is_set', value: 'is_set' }]),
      ],
    };
    const shown = {
      targetingFlagFilters: filters,
      targeting: {
        groups: [
          {
            rolloutPercentage: 12.5,
            properties: [
              { key: 'app_version', operator: 'SEMVER_GTE', value: '1.2.0', notEvaluated: null },
              { key: 'plan', operator: 'EXACT', value: ['pro', 'max'] },
            ],
          },
          { rolloutPercentage: 100, properties: [{ key: 'staff', operator: 'IS_SET' }] },
        ],
      },
    };
    expect(name === 'saveTourDraft' ? tour.draft : tour).toMatchObject(shown);
    expect(await write(tour.uuid, { targeting: null })).toMatchObject(
      name === 'saveTourDraft' ? { tour: { draft: { targeting: null } } } : { tour: { targeting: null, targetingFlagFilters: null } },
    );
  });

  it('keeps a percentage of everyone', async () => {
    const tourId = await createId({});
    for (const half of [
      { targeting: { groups: [{ rolloutPercentage: 50 }] } },
      { targetingFlagFilters: { groups: [{ rollout_percentage: 50 }] } },
      { targetingFlagFilters: { groups: [{ properties: [], rollout_percentage: 50, variant: null, sort_key: 'a' }] } },
    ]) {
      const { tour } = (await write(tourId, half)) as { tour: Record<string, unknown> };
      expect(name === 'saveTourDraft' ? tour.draft : tour).toMatchObject({ targetingFlagFilters: HALF });
      if (name !== 'saveTourDraft') expect(tour).toMatchObject({ internalTargetingFlag: { filters: HALF } });
    }
  });

  it.each([
    [
      { targetingFlagFilters: { grps: [] } },
      'targetingFlagFilters.grps',
      "Unknown key. Did you mean 'groups'?",
      '/targeting_flag_filters/grps',
    ],
    [
      { targetingFlagFilters: { groups: [{ properties: [plan], rolloutPercentage: 50 }] } },
      'targetingFlagFilters.groups.0.rolloutPercentage',
      "Unknown key. Did you mean 'rollout_percentage'?",
      '/targeting_flag_filters/groups/0/rolloutPercentage',
    ],
    [
      { targetingFlagFilters: { groups: [{}, { properties: [plan, { ...plan, operator: 'egsact' }] }] } },
      'targetingFlagFilters.groups.1.properties.1.operator',
      "Unknown operator 'egsact'. Did you mean 'exact'?",
      '/targeting_flag_filters/groups/1/properties/1/operator',
    ],
    [
      { targetingFlagFilters: { groups: [{ rollout_percentage: 250 }] } },
      'targetingFlagFilters.groups.0.rollout_percentage',
      'Give a number from 0 to 100.',
      '/targeting_flag_filters/groups/0/rollout_percentage',
    ],
    [
      { targeting: { groups: [{ rolloutPercentage: -1 }] } },
      'targeting.groups.0.rolloutPercentage',
      'Give a number from 0 to 100.',
      '/targeting_flag_filters/groups/0/rollout_percentage',
    ],
    [
      { targeting: { groups: [{ properties: [{ key: 'app', operator: 'SEMVER_GTE', value: 'latest' }] }] } },
      'targeting.groups.0.properties.0.value',
      "Give a version such as '1.2.3'.",
      '/targeting_flag_filters/groups/0/properties/0/value',
    ],
    [
      { targeting: { groups: [{ properties: [{ key: 'text', operator: 'REGEX', value: 'a(?=b)' }] }] } },
      'targeting.groups.0.properties.0.value',
      'The regular expression is invalid, or uses what RE2 does not support, such as lookaround or backreferences.',
      null,
    ],
    [
      { targeting: { groups: [{ properties: [{ key: '$product_tour_last_seen_date/tour', operator: 'IS_NOT_SET' }] }] } },
      'targeting.groups.0.properties.0.key',
      'The gateway sets conditions on this property by itself. Use `displayFrequency` and `conditions.seenTourWaitPeriod` of the content.',
      null,
    ],
    [{ targeting: { groups: [] } }, 'targeting.groups', 'Give at least one group, or null to show the tour to everyone.', null],
    [{ targeting: null, targetingFlagFilters: null }, 'targeting', 'Give either `targeting` or `targetingFlagFilters`.', null],
    [
      { targeting: { groups: Array.from({ length: 101 }, () => ({})) } },
      undefined,
      'Ensure this list has no more than 100 items; it has 101.',
      null,
    ],
  ])('refuses %j', async (input, path, message, pointer) => {
    const tourId = await createId({ targetingFlagFilters: { groups: [{ properties: [plan] }] } });
    const before = await read(tourId);
    const field = name === 'createTour' ? 'createTour' : name;
    const given =
      name === 'publishTourDraft'
        ? { tourId, draft: input }
        : name === 'createTour'
          ? { projectId: gateway.projectId, name: 'Never', ...input }
          : { tourId, ...input };
    const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
    const result = await gateway.graphql(
      `mutation ($input: ${type}) { ${field}(input: $input) { __typename ... on ValidationError { fields { path message pointer } } } }`,
      { input: given },
    );
    const [found] = result[field].fields;
    expect(found).toMatchObject({ ...(path && { path }), message, pointer });
    expect(await read(tourId)).toEqual(before);
  });
});

describe('an unfinished condition', () => {
  it('may be saved in a draft, which warns, but not live', async () => {
    const targetingFlagFilters = { groups: [{ properties: [{ key: 'plan' }] }] };
    const tourId = await createId({});
    const { tour } = await run('saveTourDraft', { tourId, targetingFlagFilters }, 'tour { draft { problems { severity code path } } }');
    expect(tour.draft.problems).toContainEqual({
      severity: 'WARNING',
      code: 'required',
      path: '/targeting_flag_filters/groups/0/properties/0/value',
    });
    expect(await run('updateTour', { tourId: await createId({}), targetingFlagFilters })).toMatchObject({ fields: [{ code: 'required' }] });
  });
});

describe('targeting that was stored over REST', () => {
  const odd = { key: 'plan', operator: 'egsact', value: ['pro'], valeu: 1 };

  it('may be sent back, and what is new is checked', async () => {
    const { id: tourId } = await tours.create({ auto_launch: true, targeting_flag_filters: { groups: [{ properties: [odd] }] } });
    const { targetingFlagFilters, internalTargetingFlag } = await read(tourId);
    for (const same of [targetingFlagFilters, internalTargetingFlag.filters, { groups: [{ properties: [plan, odd] }] }])
      expect(await run('updateTour', { tourId, targetingFlagFilters: same })).toMatchObject({ __typename: 'UpdateTourSuccess' });
    expect(await run('saveTourDraft', { tourId, targetingFlagFilters })).toMatchObject({ __typename: 'SaveTourDraftSuccess' });
    const changed = { groups: [{ properties: [{ ...odd, value: ['max'] }] }] };
    expect(await run('saveTourDraft', { tourId, targetingFlagFilters: changed })).toMatchObject({ __typename: 'ValidationError' });
    expect((await read(tourId)).targeting.groups[0].properties[1]).toEqual({
      key: 'plan',
      operator: null,
      value: ['pro'],
      notEvaluated: "The gateway cannot evaluate the operator 'egsact'",
      raw: odd,
    });
  });

  it('is reported by the problems of a draft, with its place', async () => {
    const { id } = await tours.create();
    const cohort = { key: 'id', type: 'cohort', operator: 'in', value: 5, cohort_name: 'Paying' };
    await tours.draft(id, {
      targeting_flag_filters: {
        grps: [],
        groups: [
          {
            properties: [
              plan,
              odd,
              cohort,
              { ...plan, operator: 'regex', value: 'a(?=b)' },
              { ...plan, operator: 'between', value: [1, 2] },
            ],
          },
          { properties: [], rollout_percentage: 50 },
          { properties: [plan], rollout_percentage: '50' },
        ],
      },
    });
    const { tour } = await gateway.graphql(`{ tour(id: "${id}") { draft { ${VIEW} problems { severity code message path } } } }`);
    const targeting = tour.draft.problems.filter(({ path }: { path: string }) => path.startsWith('/targeting_flag_filters'));
    const at = '/targeting_flag_filters/groups';
    expect(targeting.map(({ severity, code, path }: Record<string, string>) => [severity, code, path])).toEqual([
      ['WARNING', 'invalid_input', '/targeting_flag_filters/grps'],
      ['WARNING', 'invalid_input', `${at}/0/properties/1/valeu`],
      ['WARNING', 'invalid_choice', `${at}/0/properties/1/operator`],
      ['WARNING', 'invalid_input', `${at}/2/rollout_percentage`],
      ['WARNING', 'ignored', `${at}/1/rollout_percentage`],
      ['WARNING', 'not_evaluated', `${at}/0/properties/2`],
      ['WARNING', 'not_evaluated', `${at}/0/properties/3`],
      ['WARNING', 'not_evaluated', `${at}/0/properties/4`],
    ]);
    expect(tour.draft.targeting.groups.map(({ rolloutPercentage }: { rolloutPercentage: number }) => rolloutPercentage)).toEqual([
      100, 100, 100,
    ]);
    expect((await tours.publish(id)).targeting_flag_filters.groups).toHaveLength(3);
  });

  it.each([['all'], [{ groups: 5 }], [[]], [{ groups: [7] }]])('is shown as far as it can be read: %j', async (targeting_flag_filters) => {
    const { id } = await tours.create();
    await tours.draft(id, { targeting_flag_filters });
    expect((await read(id)).draft).toMatchObject({ targetingFlagFilters: targeting_flag_filters, targeting: { groups: [] } });
  });
});

describe('a percentage of everyone', () => {
  it('is discarded over REST, beside others and alone', async () => {
    const alone = await tours.create({
      auto_launch: true,
      content: ALWAYS,
      targeting_flag_filters: { groups: [{ properties: [], rollout_percentage: 50 }] },
    });
    expect(alone.targeting_flag_filters).toBeNull();
    expect(alone.internal_targeting_flag.filters).toEqual({ groups: [group([])] });
    await tours.draft(alone.id, { targeting_flag_filters: { groups: [{ rollout_percentage: 50 }] } });
    expect((await tours.publish(alone.id)).targeting_flag_filters).toBeNull();
  });

  it('stays through every write that does not send targeting', async () => {
    const tourId = await createId({ targeting: { groups: [{ rolloutPercentage: 50 }] } });
    const kept = async (id = tourId) =>
      expect(await read(id)).toMatchObject({ targetingFlagFilters: HALF, internalTargetingFlag: { filters: HALF } });
    await run('updateTour', { tourId, description: 'One' });
    await kept();
    await run('saveTourDraft', { tourId, description: 'Two' });
    await run('publishTourDraft', { tourId });
    await kept();
    await tours.change(tourId, { description: 'Three' });
    await tours.draft(tourId, { description: 'Four' });
    const published = await tours.publish(tourId);
    await kept();
    await tours.change(tourId, { targeting_flag_filters: published.targeting_flag_filters });
    await kept();
    await run('updateTour', { tourId, targeting: null });
    await run('restoreTourVersion', { tourId, number: 1 });
    await tours.publish(tourId);
    await kept();
    const { tour: copy } = await run('duplicateTour', { tourId });
    await kept(copy.uuid);
    await run('saveTourDraft', {
      tourId: copy.uuid,
      targeting: { groups: [{ rolloutPercentage: 50 }, { properties: [{ key: 'plan', value: 'pro' }] }] },
    });
    expect((await tours.publish(copy.uuid)).targeting_flag_filters.groups).toMatchObject([
      HALF.groups[0],
      { properties: [{ key: 'plan' }] },
    ]);
  });
});

describe('typed targeting of a new tour', () => {
  it('keeps conditions on other tours', async () => {
    const other = await createId({});
    const targeting = { groups: [{ properties: [{ key: `$product_tour_completed/${other}`, operator: 'IS_NOT_SET' }] }] };
    const { tour } = await create({ targeting });
    expect(tour.targeting.groups).toMatchObject([{ properties: [{ key: `$product_tour_completed/${other}`, operator: 'IS_NOT_SET' }] }]);
  });
});

describe('the filters of a flag', () => {
  const save = (name: string, input: object) => mutate(gateway.graphql, name, input, 'featureFlag { databaseId filters }');
  const refusal = (path: string) => ({ __typename: 'ValidationError', fields: [{ path }] });

  it('are checked the same way', async () => {
    const { projectId } = gateway;
    const bad = (filters: object) => save('createFeatureFlag', { projectId, key: 'never', filters });
    expect(await bad({ grps: [] })).toMatchObject(refusal('filters.grps'));
    expect(await bad({ groups: {} })).toMatchObject(refusal('filters.groups'));
    expect(await bad({ groups: [{ properties: [{ ...plan, operator: 'egsact' }] }] })).toMatchObject(
      refusal('filters.groups.0.properties.0.operator'),
    );
    expect(await bad({ multivariate: { variants: [{ key: '' }] } })).toMatchObject(refusal('filters.multivariate.variants.0.key'));
    const { featureFlag } = await save('createFeatureFlag', { projectId, key: 'odd', filters: { groups: [{ properties: [plan] }] } });
    const flagId = featureFlag.databaseId;
    const odd = { groups: [{ properties: [{ key: 'plan', operator: 'egsact' }], note: 'x' }] };
    expect(await save('updateFeatureFlag', { flagId, filters: odd })).toMatchObject({ fields: [{}, {}] });
    await gateway.app.db.sql.query('UPDATE feature_flags SET filters = $2::jsonb WHERE id = $1', [flagId, JSON.stringify(odd)]);
    const filters = { groups: [...odd.groups, { properties: [plan] }] };
    expect(await save('updateFeatureFlag', { flagId, filters })).toMatchObject({ featureFlag: { filters } });
  });
});

describe('a publish to another project', () => {
  it('names the flag with the same key there, and keeps the percentage of everyone', async () => {
    const staging = await openStaging(gateway);
    const here = await createFlag(gateway.graphql, gateway.projectId, 'dependency');
    const properties = [{ key: String(here), operator: 'FLAG_EVALUATES_TO', value: true }];
    const tourId = await createId({ targeting: { groups: [{ properties }, { rolloutPercentage: 50 }] } });
    expect(await staging.publish(tourId)).toMatchObject({
      fields: [{ path: 'targetingFlagFilters', message: `Project ${staging.projectId} has no feature flag with the key 'dependency'.` }],
    });
    const there = await createFlag(gateway.graphql, staging.projectId, 'dependency');
    await staging.publish(tourId);
    const { targetingFlagFilters } = await staging.published(tourId, 'targetingFlagFilters');
    expect(targetingFlagFilters.groups).toEqual([
      group([{ key: String(there), type: 'flag', operator: 'flag_evaluates_to', value: true }]),
      group([], 50),
    ]);
  });
});
