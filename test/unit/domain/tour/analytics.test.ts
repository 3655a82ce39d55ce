import { describe, expect, it } from 'vitest';
import type { TourSnapshot } from '../../../../src/domain/activity.ts';
import { generatedEvent, tourEvents } from '../../../../src/domain/tour/analytics.ts';
import { RawJson } from '../../../../src/json/raw-json.ts';

const actor = { userId: 7, distinctId: 'person-7' };
const tour = { id: '0189d3a4-1b2c-4d5e-8f90-abcdefabcdef', projectId: 3, createdById: 7 };
const flag = { id: 1, key: 'k', name: 'n', filters: new RawJson('{}'), active: true, deleted: false };

function snapshot(fields: Partial<TourSnapshot> = {}): TourSnapshot {
  return {
    name: 'Tour',
    description: '',
    linkedFlagId: null,
    targeting: null,
    content: {},
    autoLaunch: false,
    startDate: null,
    endDate: null,
    archived: false,
    flag: null,
    ...fields,
  };
}

const NOTHING = {
  tour_id: tour.id,
  tour_name: 'Tour',
  tour_type: 'tour',
  step_count: 0,
  has_targeting: false,
  has_survey_steps: false,
  auto_launch: false,
  display_frequency: null,
  has_url_condition: false,
  url_match_type: null,
  has_delay: false,
  has_selector_condition: false,
  has_action_triggers: false,
  has_event_triggers: false,
};

/** The properties of a creation with this content, less what every creation has. */
function told(content: object, fields: Partial<TourSnapshot> = {}): object {
  const [event] = tourEvents(actor, tour, {
    before: null,
    after: snapshot({ content: content as Record<string, unknown>, ...fields }),
  });
  const { creation_context, ...properties } = event?.properties ?? {};
  expect(creation_context).toBe('app');
  return properties;
}

describe('the events of a change', () => {
  const START = '2024-01-01T00:00:00Z';
  const END = '2024-02-01T00:00:00Z';
  const never = snapshot();
  const running = snapshot({ startDate: START });
  const stopped = snapshot({ startDate: START, endDate: END });

  it.each([
    ['creation', null, never, ['created']],
    ['creation that launches', null, running, ['created']],
    ['rename', never, snapshot({ name: 'Other' }), ['updated']],
    ['change of nothing', never, never, ['updated']],
    ['launch', never, running, ['updated', 'launched']],
    ['launch with an end', never, stopped, ['updated', 'launched']],
    ['stop', running, stopped, ['updated', 'stopped']],
    ['stop before any launch', never, snapshot({ endDate: END }), ['updated', 'stopped']],
    ['resumption', stopped, running, ['updated']],
    ['new start date', running, snapshot({ startDate: END }), ['updated']],
    ['new end date', stopped, snapshot({ startDate: START, endDate: START }), ['updated']],
    ['return to a draft', running, never, ['updated']],
    ['deletion', running, null, ['deleted']],
    ['nothing at all', null, null, []],
  ])('are, for a %s: %j', (_, before, after, names) => {
    expect(tourEvents(actor, tour, { before, after }).map(({ event }) => event)).toEqual(names.map((name) => `product tour ${name}`));
  });

  it('are sent as the acting user, in the tour’s project', () => {
    for (const event of tourEvents(actor, tour, { before: never, after: running })) {
      expect(event).toMatchObject({ distinctId: 'person-7', projectId: 3 });
    }
  });

  it('say where the change was made, and whether by the author, except of a deletion', () => {
    const updated = { creation_context: 'toolbar', updated_by_creator: true };
    expect(tourEvents(actor, tour, { before: null, after: never }, 'TOOLBAR')).toEqual([
      { event: 'product tour created', distinctId: 'person-7', projectId: 3, properties: { ...NOTHING, creation_context: 'toolbar' } },
    ]);
    const launch = tourEvents(actor, tour, { before: never, after: running }, 'TOOLBAR');
    expect(launch.map(({ properties }) => properties)).toEqual(Array(2).fill({ ...NOTHING, ...updated }));
    for (const createdById of [8, null]) {
      const [event] = tourEvents(actor, { ...tour, createdById }, { before: never, after: never }, null);
      expect(event?.properties).toEqual({ ...NOTHING, creation_context: 'app', updated_by_creator: false });
    }
    expect(tourEvents(actor, tour, { before: never, after: null })).toMatchObject([{ properties: NOTHING }]);
    expect(tourEvents(actor, tour, { before: never, after: null })[0]?.properties).not.toHaveProperty('creation_context');
  });

  it('tell of what the tour has become, and of a deleted one what it was', () => {
    const renamed = snapshot({ name: 'Other', autoLaunch: true, flag });
    const properties = { tour_name: 'Other', auto_launch: true, has_targeting: true };
    expect(tourEvents(actor, tour, { before: never, after: renamed })).toMatchObject([{ properties }]);
    expect(tourEvents(actor, tour, { before: renamed, after: null })).toMatchObject([{ properties }]);
  });
});

describe('the properties of an event', () => {
  it.each([
    [{}, 'tour'],
    [{ type: 'tour' }, 'tour'],
    [{ type: 'checklist' }, 'checklist'],
    [{ type: '' }, 'tour'],
    [{ type: 5 }, 'tour'],
    [{ type: 'announcement', steps: [{ type: 'modal' }] }, 'modal_announcement'],
    [{ type: 'announcement', steps: [{ type: 'banner' }] }, 'banner'],
    [{ type: 'announcement' }, 'modal_announcement'],
  ])('name the type of %j: %s', (content, type) => {
    expect(told(content)).toMatchObject({ tour_type: type });
  });

  it.each([
    [{ steps: [{ type: 'modal' }, { type: 'survey', survey: { type: 'open' } }] }, { step_count: 2, has_survey_steps: true }],
    [{ steps: [{ type: 'modal', survey: null }] }, { step_count: 1 }],
    [{ displayFrequency: 'show_once' }, { display_frequency: 'show_once' }],
    [{ conditions: { url: '/a', urlMatchType: 'regex' } }, { has_url_condition: true, url_match_type: 'regex' }],
    [{ conditions: { url: '' } }, {}],
    [{ conditions: { autoShowDelaySeconds: 5 } }, { has_delay: true }],
    [{ conditions: { autoShowDelaySeconds: 0 } }, {}],
    [{ conditions: { selector: '#go' } }, { has_selector_condition: true }],
    [{ conditions: { actions: { values: [{ id: 1 }] } } }, { has_action_triggers: true }],
    [{ conditions: { events: { values: [{ name: 'a' }] } } }, { has_event_triggers: true }],
    [{ conditions: { actions: null, events: { values: [] } } }, {}],
  ])('tell of %j nothing but %j', (content, properties) => {
    expect(told(content)).toEqual({ ...NOTHING, ...properties });
  });

  it.each([
    [{ steps: null, conditions: null, displayFrequency: null }],
    [{ steps: 'many', conditions: [1], displayFrequency: { a: 1 } }],
    [{ conditions: { actions: 'x', events: { values: 'y' }, urlMatchType: 3 } }],
  ])('count odd content as none: %j', (content) => {
    expect(told(content)).toEqual(NOTHING);
  });
});

it('tells of generated texts with the same properties', () => {
  const content = { steps: [{ type: 'modal' }] };
  expect(generatedEvent(actor, { id: tour.id, projectId: 3, name: 'Tour', content, autoLaunch: true, hasTargeting: true })).toEqual({
    event: 'product tour ai generated',
    distinctId: 'person-7',
    projectId: 3,
    properties: { ...NOTHING, step_count: 1, auto_launch: true, has_targeting: true },
  });
});
