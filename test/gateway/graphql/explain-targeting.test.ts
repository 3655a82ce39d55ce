import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { browserOf } from '../../support/events.ts';
import { condition, type ExplainArguments, explain } from '../../support/explain.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { LAUNCHED } from '../../support/sdk.ts';

const KINDS = [
  'LAUNCHED',
  'NOT_ARCHIVED',
  'NOT_WITHHELD',
  'CLICK',
  'AUTO_LAUNCH',
  'STARTED',
  'NOT_ENDED',
  'URL',
  'DEVICE_TYPE',
  'DISPLAY_FREQUENCY',
  'WAIT_PERIOD',
  'USER_TARGETING',
  'ROLLOUT',
  'INTERNAL_FLAG',
  'LINKED_FLAG',
  'LINKED_FLAG_VARIANT',
  'TRIGGER',
  'DELAY',
  'FIRST_STEP',
];

const DAY_MS = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

const content = (conditions: object, more: object = {}) => ({ ...LAUNCHED.content, conditions, ...more });

/** A launched tour with these fields, explained. */
async function explainNew(fields: object = {}, args: ExplainArguments = {}) {
  const { id } = await tours.create({ ...LAUNCHED, ...fields });
  return { id, explanation: await explain(gateway.graphql, id, args) };
}

async function outcomeOf(kind: string, fields: object, args: ExplainArguments = {}) {
  const { explanation } = await explainNew(fields, args);
  return condition(explanation, kind).outcome;
}

async function createFlag(key: string, filters: object, active = true): Promise<number> {
  const input = { projectId: gateway.projectId, key, filters, active };
  return (await mutate(gateway.graphql, 'createFeatureFlag', input, 'featureFlag { databaseId }')).featureFlag.databaseId;
}

describe('an explanation', () => {
  it('goes through every condition once, in the order in which a browser asks', async () => {
    const { explanation } = await explainNew();
    expect(explanation.conditions.map(({ kind }: { kind: string }) => kind)).toEqual(KINDS);
    expect(explanation).toMatchObject({ verdict: 'WOULD_SHOW', summary: 'The tour would show.', personProperties: {} });
    expect(Math.abs(Date.parse(explanation.evaluatedAt) - Date.now())).toBeLessThan(60_000);
  });

  it('gives the first reason why a tour would not show', async () => {
    const { explanation } = await explainNew({ auto_launch: false, start_date: null });
    expect(explanation).toMatchObject({
      verdict: 'WOULD_NOT_SHOW',
      summary: 'The tour would not show. The tour was never launched: it has no start date.',
    });
  });

  it('tells a draft from what is live', async () => {
    const { id } = await tours.create({ ...LAUNCHED, start_date: null });
    await tours.draft(id, { content: content({ url: '/from-the-draft' }) });
    const explanation = await explain(gateway.graphql, id);
    expect(condition(explanation, 'LAUNCHED')).toMatchObject({
      outcome: 'NOT_MET',
      message: 'The tour was never launched: it has no start date. Its draft shows to nobody until it is published.',
    });
    expect(condition(explanation, 'URL').outcome).toBe('NOT_ASKED');
  });

  it.each<[string, object, string, string]>([
    ['LAUNCHED', { start_date: null }, 'NOT_MET', 'WOULD_NOT_SHOW'],
    ['NOT_ARCHIVED', { archived: true }, 'NOT_MET', 'WOULD_NOT_SHOW'],
    ['AUTO_LAUNCH', { auto_launch: false }, 'NOT_MET', 'WOULD_NOT_SHOW'],
    ['STARTED', { start_date: inDays(1) }, 'NOT_MET', 'WOULD_NOT_SHOW'],
    ['NOT_ENDED', { end_date: inDays(-1) }, 'NOT_MET', 'WOULD_NOT_SHOW'],
    ['NOT_ENDED', { end_date: inDays(1) }, 'MET', 'WOULD_SHOW'],
    ['CLICK', { content: content({ selector: '#help' }) }, 'UNKNOWN', 'WOULD_SHOW'],
    ['CLICK', { auto_launch: false, content: content({ selector: '#help' }) }, 'UNKNOWN', 'DEPENDS_ON_BROWSER'],
    ['CLICK', { end_date: inDays(-1), content: content({ selector: '#help' }) }, 'UNKNOWN', 'WOULD_NOT_SHOW'],
    ['DEVICE_TYPE', { content: content({ deviceTypes: ['Mobile'] }) }, 'UNKNOWN', 'DEPENDS_ON_BROWSER'],
    ['TRIGGER', { content: content({ events: { values: [{ name: 'cart opened' }] } }) }, 'UNKNOWN', 'DEPENDS_ON_BROWSER'],
    ['TRIGGER', { content: content({ actions: { values: [{ name: 'Pays' }] } }) }, 'UNKNOWN', 'DEPENDS_ON_BROWSER'],
    ['TRIGGER', { content: content({ events: { values: [] }, actions: null }) }, 'NOT_ASKED', 'WOULD_SHOW'],
    ['TRIGGER', { content: content({ events: { values: [{ propertyFilters: {} }] } }) }, 'NOT_MET', 'WOULD_NOT_SHOW'],
    ['DELAY', { content: content({ autoShowDelaySeconds: 5 }) }, 'MET', 'WOULD_SHOW'],
    [
      'DELAY',
      { content: content({ autoShowDelaySeconds: 5, cancelEvents: { values: [{ name: 'left' }] } }) },
      'UNKNOWN',
      'DEPENDS_ON_BROWSER',
    ],
    ['FIRST_STEP', { content: {} }, 'NOT_MET', 'WOULD_NOT_SHOW'],
    ['FIRST_STEP', { content: { steps: [{ elementTargeting: 'manual', selector: '#buy' }] } }, 'UNKNOWN', 'DEPENDS_ON_BROWSER'],
    ['FIRST_STEP', { content: { steps: [{ type: 'modal', inferenceData: { autoData: '{}' } }] } }, 'UNKNOWN', 'DEPENDS_ON_BROWSER'],
    ['FIRST_STEP', { content: { steps: [{ type: 'survey' }] } }, 'NOT_MET', 'WOULD_NOT_SHOW'],
    ['FIRST_STEP', { content: { steps: [{ type: 'survey', survey: { type: 'open', questionText: 'Well?' } }] } }, 'MET', 'WOULD_SHOW'],
    ['FIRST_STEP', { content: { type: 'announcement', steps: [{ type: 'banner' }] } }, 'MET', 'WOULD_SHOW'],
    [
      'FIRST_STEP',
      { content: { type: 'announcement', steps: [{ type: 'banner', bannerConfig: { behavior: 'custom', selector: '#top' } }] } },
      'UNKNOWN',
      'DEPENDS_ON_BROWSER',
    ],
  ])('%s of %j: %s, %s', async (kind, fields, outcome, verdict) => {
    const { explanation } = await explainNew(fields);
    expect([condition(explanation, kind).outcome, explanation.verdict]).toEqual([outcome, verdict]);
  });

  it('says that a click starts what would not show by itself', async () => {
    const fields = { content: content({ selector: '#help', url: '/cart' }) };
    const { explanation } = await explainNew(fields, { url: 'https://shop.example/' });
    expect(explanation.summary).toBe(
      "The tour would not show by itself. https://shop.example/ does not meet icontains '/cart'. A click on '#help' starts the tour, whatever its targeting says.",
    );
  });

  it('says which events a tour waits for: why one that “never shows” does not', async () => {
    const events = { values: [{ name: 'cart opened', propertyFilters: { total: { values: ['5'], operator: 'gt' } } }] };
    const { explanation } = await explainNew({ content: content({ events }) });
    expect(condition(explanation, 'TRIGGER')).toMatchObject({
      expected: { events: events.values, actions: [] },
      message: "The tour waits until the page captures one of these: 'cart opened'.",
    });
    expect(explanation.summary).toContain('the rest depends on the browser');
  });
});

describe('a condition on the page', () => {
  it('is open until the page is named', async () => {
    const fields = { content: content({ url: '/cart', urlMatchType: 'icontains', deviceTypes: ['Desktop', 'Tablet'] }) };
    const { id, explanation } = await explainNew(fields);
    expect([condition(explanation, 'URL').outcome, explanation.verdict]).toEqual(['UNKNOWN', 'DEPENDS_ON_BROWSER']);
    const there = await explain(gateway.graphql, id, { url: 'https://shop.example/Cart?step=1', deviceType: 'Desktop' });
    expect(there.verdict).toBe('WOULD_SHOW');
    expect(condition(there, 'URL')).toMatchObject({
      expected: { url: '/cart', urlMatchType: 'icontains' },
      actual: 'https://shop.example/Cart?step=1',
    });
    const elsewhere = await explain(gateway.graphql, id, { url: 'https://shop.example/', deviceType: 'Mobile' });
    expect(condition(elsewhere, 'URL').outcome).toBe('NOT_MET');
    expect(condition(elsewhere, 'DEVICE_TYPE')).toMatchObject({ outcome: 'NOT_MET', expected: ['Desktop', 'Tablet'], actual: 'Mobile' });
  });

  it('that no SDK understands is not met', async () => {
    for (const odd of [{ url: 5 }, { url: '/', urlMatchType: 'sounds_like' }, { url: '/', urlMatchType: 'constructor' }])
      expect(await outcomeOf('URL', { content: content(odd) }, { url: 'https://shop.example/' })).toBe('NOT_MET');
  });
});

describe('a condition on the person', () => {
  const shown = (id: string) => ({ [`$product_tour_shown/${id}`]: true });

  it('shows what was expected beside what there is', async () => {
    const { id } = await tours.create({
      ...LAUNCHED,
      content: { ...LAUNCHED.content, displayFrequency: 'show_once' },
      targeting_flag_filters: {
        groups: [
          { properties: [{ key: 'plan', type: 'person', operator: 'exact', value: ['pro'] }] },
          { properties: [{ key: 'age', type: 'person', operator: 'gt', value: 30 }], rollout_percentage: 0 },
        ],
      },
    });
    const explanation = await explain(gateway.graphql, id, { personProperties: { plan: 'free', age: 31, ...shown(id) } });
    expect(explanation).toMatchObject({
      verdict: 'WOULD_NOT_SHOW',
      summary: 'The tour would not show. The person has seen the tour as often as its display frequency allows.',
    });
    expect(condition(explanation, 'DISPLAY_FREQUENCY').alternatives).toEqual([
      {
        met: false,
        properties: [
          {
            key: `$product_tour_shown/${id}`,
            operator: 'is_not_set',
            expected: 'is_not_set',
            actual: true,
            isSet: true,
            met: false,
          },
        ],
      },
    ]);
    expect(condition(explanation, 'USER_TARGETING')).toMatchObject({
      outcome: 'MET',
      alternatives: [
        { met: false, properties: [{ key: 'plan', operator: 'exact', expected: ['pro'], actual: 'free', isSet: true, met: false }] },
        { met: true, properties: [{ key: 'age', operator: 'gt', expected: 30, actual: 31, isSet: true, met: true }] },
      ],
    });
    const again = await explain(gateway.graphql, id, { personProperties: { plan: null, age: 31 } });
    expect(condition(again, 'ROLLOUT')).toMatchObject({ outcome: 'NOT_MET', expected: 0 });
    expect(condition(again, 'INTERNAL_FLAG').flag).toMatchObject({ enabled: false, reason: 'out_of_rollout_bound', groupIndex: 1 });
    expect(condition(again, 'USER_TARGETING').alternatives[0].properties[0]).toMatchObject({ actual: null, isSet: true, met: false });
    const nobody = await explain(gateway.graphql, id);
    expect(condition(nobody, 'USER_TARGETING').alternatives[0].properties[0]).toMatchObject({ actual: null, isSet: false, met: false });
  });

  it('goes by what is stored of the person, unless the caller says otherwise, and tells no more of them than is asked about', async () => {
    const targeting_flag_filters = { groups: [{ properties: [{ key: 'plan', type: 'person', operator: 'exact', value: ['pro'] }] }] };
    const { id } = await tours.create({ ...LAUNCHED, targeting_flag_filters });
    await browserOf(gateway, 'grace').set({ plan: 'pro', email: 'grace@example.com', [`$product_tour_dismissed/${id}`]: true });
    const stored = await explain(gateway.graphql, id, { distinctId: 'grace' });
    expect(condition(stored, 'USER_TARGETING').outcome).toBe('MET');
    expect(condition(stored, 'DISPLAY_FREQUENCY')).toMatchObject({ outcome: 'NOT_MET', alternatives: [{ met: false }] });
    expect(stored.personProperties).toEqual({ plan: 'pro', [`$product_tour_dismissed/${id}`]: true });
    expect(JSON.stringify(stored)).not.toContain('grace@example.com');
    const told = await explain(gateway.graphql, id, { distinctId: 'grace', personProperties: { plan: 'free' } });
    expect(condition(told, 'USER_TARGETING').outcome).toBe('NOT_MET');
    expect(condition(await explain(gateway.graphql, id, { distinctId: 'somebody else' }), 'USER_TARGETING').outcome).toBe('NOT_MET');
  });

  it('waits after other tours, each alternative told once', async () => {
    const { id } = await tours.create({
      ...LAUNCHED,
      content: content({ seenTourWaitPeriod: { days: 7, types: ['tour', 'banner'] } }),
      targeting_flag_filters: { groups: [{ properties: [{ key: 'a', value: '1' }] }, { properties: [{ key: 'b', value: '1' }] }] },
    });
    const seen = (days: number) =>
      explain(gateway.graphql, id, { personProperties: { a: '1', '$product_tour_last_seen_date/tour': inDays(-days) } });
    expect(condition(await seen(2), 'WAIT_PERIOD').outcome).toBe('NOT_MET');
    expect(condition(await seen(8), 'WAIT_PERIOD').outcome).toBe('MET');
    expect(condition(await seen(8), 'WAIT_PERIOD').alternatives).toHaveLength(4);
    expect((await seen(8)).verdict).toBe('WOULD_SHOW');
    expect(condition(await seen(8), 'INTERNAL_FLAG').flag.groups).toHaveLength(8);
  });

  it('is not asked where there is no flag yet', async () => {
    const { explanation } = await explainNew({ auto_launch: false });
    for (const kind of ['DISPLAY_FREQUENCY', 'WAIT_PERIOD', 'USER_TARGETING', 'ROLLOUT', 'INTERNAL_FLAG'])
      expect(condition(explanation, kind)).toMatchObject({
        outcome: 'NOT_ASKED',
        message: 'There is no internal flag to ask: auto-launch was never switched on.',
        alternatives: [],
        flag: null,
      });
  });
});

describe('a linked flag', () => {
  const multivariate = { variants: [{ key: 'blue', rollout_percentage: 100 }] };

  it('must be on, with the variant that is asked for', async () => {
    const linked_flag_id = await createFlag('colour', { groups: [{ properties: [{ key: 'plan', value: 'pro' }] }], multivariate });
    const { id, explanation } = await explainNew({ linked_flag_id, content: content({ linkedFlagVariant: 'blue' }) });
    expect(explanation.verdict).toBe('WOULD_NOT_SHOW');
    expect(condition(explanation, 'LINKED_FLAG')).toMatchObject({
      outcome: 'NOT_MET',
      message: "The flag 'colour' is off: the person meets none of its groups.",
      flag: { key: 'colour', enabled: false, reason: 'no_condition_match', groups: [{ met: false, properties: [{ key: 'plan' }] }] },
    });
    expect(condition(explanation, 'LINKED_FLAG_VARIANT').outcome).toBe('NOT_MET');
    const pro = await explain(gateway.graphql, id, { personProperties: { plan: 'pro' } });
    expect(pro.verdict).toBe('WOULD_SHOW');
    expect(condition(pro, 'LINKED_FLAG_VARIANT')).toMatchObject({ outcome: 'MET', expected: 'blue', actual: 'blue' });
  });

  it('with another variant is not enough, and `any` is any', async () => {
    const variants = [
      { key: 'blue', rollout_percentage: 0 },
      { key: 'green', rollout_percentage: 100 },
    ];
    const linked_flag_id = await createFlag('shade', { groups: [{}], multivariate: { variants } });
    const wanted = (linkedFlagVariant: string) =>
      outcomeOf('LINKED_FLAG_VARIANT', { linked_flag_id, content: content({ linkedFlagVariant }) });
    expect([await wanted('blue'), await wanted('green'), await wanted('any')]).toEqual(['NOT_MET', 'MET', 'MET']);
  });

  it('that is inactive is off for everybody', async () => {
    const linked_flag_id = await createFlag('asleep', { groups: [{}] }, false);
    const { explanation } = await explainNew({ linked_flag_id });
    expect(condition(explanation, 'LINKED_FLAG')).toMatchObject({ outcome: 'NOT_MET', flag: { reason: 'flag_disabled' } });
  });
});

describe('a linked flag for groups of persons', () => {
  it('is off, whoever it is, and says why', async () => {
    const linked_flag_id = await createFlag('companies', { groups: [{ properties: [] }], aggregation_group_type_index: 0 });
    const { explanation } = await explainNew({ linked_flag_id });
    expect(explanation.verdict).toBe('WOULD_NOT_SHOW');
    expect(condition(explanation, 'LINKED_FLAG')).toMatchObject({
      outcome: 'NOT_MET',
      message: "The flag 'companies' is off: it is for groups of persons, such as companies, and only single persons are known here.",
      flag: { enabled: false, reason: 'no_condition_match', groupIndex: null, groups: [] },
    });
  });

  it('in one of its groups alone is on for those of the others', async () => {
    const groups = [
      { properties: [{ key: 'plan', value: 'pro' }], aggregation_group_type_index: 0 },
      { properties: [{ key: 'plan', value: 'free' }] },
    ];
    const linked_flag_id = await createFlag('some-companies', { groups });
    const { id } = await explainNew({ linked_flag_id });
    const of = async (plan: string) => condition(await explain(gateway.graphql, id, { personProperties: { plan } }), 'LINKED_FLAG');
    expect((await of('free')).outcome).toBe('MET');
    expect(await of('pro')).toMatchObject({
      outcome: 'NOT_MET',
      flag: { groups: [{ met: false, properties: [{ key: null, met: false }] }, {}] },
    });
  });
});

describe('a question that makes no sense', () => {
  it.each<[string, ExplainArguments]>([
    ['distinctId', { distinctId: '' }],
    ['personProperties', { personProperties: ['plan'] }],
    ['personProperties', { personProperties: JSON.parse(`{"deep":${'['.repeat(600)}${']'.repeat(600)}}`) }],
    ['url', { url: '/cart' }],
  ])('is refused, naming %s', async (path, args) => {
    const { id } = await tours.create(LAUNCHED);
    const { data, errors } = await gateway.graphql.send(
      `query ($id: UUID!, $distinctId: String!, $personProperties: JSON, $url: String) {
        tour(id: $id) { explainTargeting(distinctId: $distinctId, personProperties: $personProperties, url: $url) { verdict } } }`,
      { id, distinctId: 'ada', ...args },
    );
    expect(data).toEqual({ tour: null });
    expect(errors?.[0]).toMatchObject({ message: expect.stringMatching(`^${path}: `), extensions: { code: 'VALIDATION_FAILED' } });
  });

  it('cannot be asked of a tour that the caller may not see', async () => {
    const { tour } = await gateway.graphql(
      '{ tour(id: "018f3c1e-4b5a-4c6d-8e7f-0123456789ab") { explainTargeting(distinctId: "ada") { verdict } } }',
    );
    expect(tour).toBeNull();
  });
});
