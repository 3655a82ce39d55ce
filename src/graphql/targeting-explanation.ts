import type { FlagExplanation, GroupExplanation, PropertyExplanation } from '../domain/flag-explanation.ts';
import type { TargetingCondition } from '../domain/tour/explain/condition.ts';
import { checkExplainInput } from '../domain/tour/explain/explain-input.ts';
import { explainTargeting, type TargetingExplanation } from '../domain/tour/explain/explain-targeting.ts';
import { builder } from './builder.ts';
import { TourRef } from './tour.ts';

/** Of the conditions few have details, and those have few: what a list of five would cost at each level is far from it. */
const FEW = { field: 1, multiplier: 2 };

const TargetingVerdict = builder.enumType('TargetingVerdict', {
  description: 'Whether a person would see a tour, as far as the gateway can know.',
  values: {
    WOULD_SHOW: {
      description:
        'Every condition is met. A browser may still know better: that it showed the tour before, or that another one is on the screen.',
    },
    WOULD_NOT_SHOW: { description: 'A condition is not met, and no click starts the tour either.' },
    DEPENDS_ON_BROWSER: {
      description:
        'No known condition is against it, and some are known to the browser alone (UNKNOWN); or one is, but a click (CLICK) starts the tour all the same.',
    },
  } as const,
});

const TargetingConditionKind = builder.enumType('TargetingConditionKind', {
  description: 'What a browser asks before it shows a tour, in the order in which it does.',
  values: {
    LAUNCHED: { description: 'The tour has a start date. Without one browsers do not hear of it; nor do they ever of a draft.' },
    NOT_ARCHIVED: { description: 'Browsers do not hear of an archived tour.' },
    NOT_WITHHELD: {
      description:
        'The SDK can evaluate the tour. Browsers do not receive a tour on which the SDK would throw an error: see `Tour.isWithheld`.',
    },
    CLICK: {
      description:
        'A click on the element of `conditions.selector` starts the tour: between its dates, and whatever all other conditions say.',
    },
    AUTO_LAUNCH: { description: 'The tour starts by itself.' },
    STARTED: { description: 'The start date has come.' },
    NOT_ENDED: { description: 'The end date has not come.' },
    URL: { description: 'The address of the page is as `conditions.url` and `conditions.urlMatchType` ask.' },
    DEVICE_TYPE: { description: 'The device is of one of `conditions.deviceTypes`.' },
    DISPLAY_FREQUENCY: {
      description:
        'The person has not seen, completed or dismissed the tour, as the display frequency asks. A browser asks its own memory as well.',
    },
    WAIT_PERIOD: { description: 'The person has seen no tour of the types of `conditions.seenTourWaitPeriod` within its days.' },
    USER_TARGETING: { description: 'The person meets one of the groups of `targetingFlagFilters`.' },
    ROLLOUT: { description: 'The person is among the per cent of a group that they meet.' },
    INTERNAL_FLAG: {
      description:
        'The flag that is made of the four before, of auto-launch and of the dates, as `/flags/` answers it; of a tour that is not published it answers nothing.',
    },
    LINKED_FLAG: { description: 'The flag that the tour is linked to is on, as `/flags/` answers it.' },
    LINKED_FLAG_VARIANT: { description: 'The person has the variant of that flag which `conditions.linkedFlagVariant` asks for.' },
    TRIGGER: {
      description:
        'One of `conditions.events` or `conditions.actions` was captured: by this page, after its tours were loaded, with the properties that are asked for. A new page begins anew, and in a browser in which the tour was completed or dismissed no event starts it again.',
    },
    DELAY: { description: 'The person stays on the page for `conditions.autoShowDelaySeconds` once all else is met.' },
    FIRST_STEP: { description: 'The first step can be drawn: there is one, and the element that it stands at is there and visible.' },
  } as const,
});

const TargetingConditionOutcome = builder.enumType('TargetingConditionOutcome', {
  description: 'How a condition turned out.',
  values: {
    MET: { description: 'It holds.' },
    NOT_MET: { description: 'It does not hold: this alone keeps the tour from showing by itself.' },
    UNKNOWN: { description: 'Only the browser can tell, or something was not given (`url`, `deviceType`).' },
    NOT_ASKED: { description: 'The tour sets no such condition.' },
  } as const,
});

const TargetingProperty = builder.objectRef<PropertyExplanation>('TargetingProperty').implement({
  description: 'A condition on one property of the person, beside what the person has.',
  fields: (t) => ({
    key: t.exposeString('key', {
      nullable: true,
      description: 'Null in a condition that is malformed, or about groups of persons: nobody meets it.',
    }),
    operator: t.exposeString('operator', { description: 'As in the filters: `exact`, `is_not_set`, `is_date_before`, …' }),
    expected: t.field({ type: 'JSON', nullable: true, resolve: ({ expected }) => expected ?? null }),
    actual: t.field({
      type: 'JSON',
      nullable: true,
      description: 'Null as well where the person has no such property.',
      resolve: ({ actual }) => actual ?? null,
    }),
    isSet: t.boolean({ description: 'Whether the person has the property.', resolve: ({ actual }) => actual !== undefined }),
    met: t.exposeBoolean('met'),
  }),
});

const TargetingAlternative = builder.objectRef<{ met: boolean; properties: PropertyExplanation[] }>('TargetingAlternative').implement({
  description: 'Conditions on properties that have to hold together.',
  fields: (t) => ({
    met: t.exposeBoolean('met', { description: 'Whether all of them hold.' }),
    properties: t.expose('properties', { type: [TargetingProperty] }),
  }),
});

const TargetingFlagGroup = builder.objectRef<GroupExplanation>('TargetingFlagGroup').implement({
  description: 'A group of a flag’s conditions. The first group whose properties hold and whose rollout takes the person in decides.',
  fields: (t) => ({
    met: t.exposeBoolean('met', { description: 'Whether all properties hold; the rollout is another matter.' }),
    properties: t.expose('properties', { type: [TargetingProperty], complexity: FEW }),
    rolloutPercentage: t.exposeFloat('percentage', { description: 'How many per cent of those who meet the group are let in.' }),
    inRollout: t.exposeBoolean('inRollout', { description: 'Whether the person is among them.' }),
    variant: t.exposeString('variant', { nullable: true, description: 'The variant that the group gives; null: as the hash decides.' }),
  }),
});

const TargetingFlag = builder.objectRef<FlagExplanation>('TargetingFlag').implement({
  description: 'What `/flags/` answers about a flag for this person, and everything that led to it.',
  fields: (t) => ({
    key: t.exposeString('key'),
    enabled: t.boolean({ resolve: ({ outcome }) => outcome.enabled }),
    variant: t.string({ nullable: true, resolve: ({ outcome }) => outcome.variant }),
    reason: t.string({
      description: '`condition_match`, `no_condition_match`, `out_of_rollout_bound` or `flag_disabled`.',
      resolve: ({ outcome }) => outcome.reason,
    }),
    groupIndex: t.int({
      nullable: true,
      description: 'The group that decided, from 0; null where none did.',
      resolve: ({ outcome }) => outcome.groupIndex,
    }),
    place: t.exposeFloat('place', {
      description: 'Where the person stands for this flag between 0 and 1: a rollout of 20 per cent takes in those up to 0.2.',
    }),
    groups: t.expose('groups', {
      type: [TargetingFlagGroup],
      complexity: FEW,
      description:
        'All groups, in their order, also where the flag is off. None of a flag that is for groups of persons, such as companies: it is off for everybody.',
    }),
  }),
});

const TargetingConditionRef = builder.objectRef<TargetingCondition>('TargetingCondition').implement({
  description: 'One condition, and how it turned out for this person on this page.',
  fields: (t) => ({
    kind: t.expose('kind', { type: TargetingConditionKind }),
    outcome: t.expose('outcome', { type: TargetingConditionOutcome }),
    message: t.exposeString('message', { description: 'The same as a sentence.' }),
    expected: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What the tour asks for, as it is stored.',
      resolve: ({ expected }) => expected ?? null,
    }),
    actual: t.field({
      type: 'JSON',
      nullable: true,
      description: 'What there is, where that is one value.',
      resolve: ({ actual }) => actual ?? null,
    }),
    alternatives: t.field({
      type: [TargetingAlternative],
      complexity: FEW,
      description: 'For DISPLAY_FREQUENCY, WAIT_PERIOD and USER_TARGETING: the sets of properties one of which has to hold.',
      resolve: ({ alternatives }) => alternatives ?? [],
    }),
    flag: t.field({
      type: TargetingFlag,
      nullable: true,
      description: 'For INTERNAL_FLAG and LINKED_FLAG.',
      resolve: ({ flag }) => flag ?? null,
    }),
  }),
});

const TargetingExplanationRef = builder.objectRef<TargetingExplanation>('TargetingExplanation').implement({
  description: 'Why a person sees a tour, or does not.',
  fields: (t) => ({
    verdict: t.expose('verdict', { type: TargetingVerdict }),
    summary: t.exposeString('summary', { description: 'The verdict and what it rests on, in a few sentences.' }),
    conditions: t.expose('conditions', {
      type: [TargetingConditionRef],
      complexity: FEW,
      description: 'Each condition of TargetingConditionKind, once, in the order in which a browser asks it.',
    }),
    personProperties: t.expose('personProperties', {
      type: 'JSON',
      description: 'The properties of the person that the flags of the tour ask about, as far as there are any.',
    }),
    evaluatedAt: t.expose('evaluatedAt', { type: 'DateTime', description: 'The moment that dates were compared with.' }),
  }),
});

builder.objectField(TourRef, 'explainTargeting', (t) =>
  t.field({
    type: TargetingExplanationRef,
    complexity: 20,
    description:
      'Why a person sees the live tour, or does not, condition by condition, by the same evaluation as `/flags/`. What only a browser can know is reported as such.',
    args: {
      distinctId: t.arg.string({
        required: true,
        description: 'The id under which the SDK knows the person; of more than 200 characters the first 200 count.',
      }),
      personProperties: t.arg({
        type: 'JSON',
        description: 'An object with properties of the person, as the SDK would send them. They go before those that are stored.',
      }),
      url: t.arg.string({ description: 'The whole address of the page. Absent: a condition on it is UNKNOWN.' }),
      deviceType: t.arg.string({
        description: '`Desktop`, `Mobile`, `Tablet`, `Console` or `Wearable`. Absent: a condition on it is UNKNOWN.',
      }),
    },
    resolve: async (tour, args, { deps, loaders }) => {
      const { person, visit } = checkExplainInput(args);
      const load = async (id: number | null) => (id === null ? null : loaders.flagDefinition.load(id));
      const [internal, linked, stored] = await Promise.all([
        load(tour.internalTargetingFlagId),
        load(tour.linkedFlagId),
        loaders.personProperties.load({ projectId: tour.projectId, distinctId: person.distinctId }),
      ]);
      const known = { ...person, properties: { ...stored, ...person.properties } };
      return explainTargeting(tour, { internal, linked }, known, visit, deps.clock());
    },
  }),
);
