import { beforeEach, describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { type BrowserEvent, browserEvent, sendEvents } from '../../support/events.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { LAUNCHED } from '../../support/sdk.ts';

const DAY_MS = 86_400_000;
/** Read once, so that a midnight on the way changes nothing. */
const TODAY = Math.floor(Date.now() / DAY_MS) * DAY_MS;
/** An early moment of a day, so many days ago: one of today has passed. */
const day = (ago: number) => new Date(TODAY - ago * DAY_MS + 1000).toISOString();

const STEPS = [
  { id: 'one', type: 'modal', progressionTrigger: 'button', contentHtml: 'x', elementTargeting: 'manual', selector: '#buy' },
  { id: 'two', type: 'modal', progressionTrigger: 'button', contentHtml: 'x', elementTargeting: 'auto', inferenceData: { autoData: '{}' } },
  { id: 'three', type: 'banner', contentHtml: 'x', bannerConfig: { behavior: 'custom', selector: '#slot' } },
  { id: 'four', type: 'banner', contentHtml: 'x', bannerConfig: { behavior: 'custom', selector: '#other' } },
];

const it = gatewayTest();
let app: TestApp;
let tours: RestTours;
let tourId: string;

it.beforeAll(({ gateway }) => {
  app = gateway;
  tours = restTours(app, app.projectId);
});

beforeEach(async () => {
  tourId = (await tours.create({ ...LAUNCHED, content: { steps: STEPS } })).id;
});

interface Miss {
  ago?: number;
  error?: string;
  step?: string;
}

/** What the SDK reports each second for as long as the element of a step is missing. */
function missed(person: string, { ago = 0, error = 'not_found', step = 'one' }: Miss = {}): BrowserEvent {
  const order = STEPS.findIndex(({ id }) => id === step);
  const properties = { $product_tour_step_id: step, $product_tour_step_order: order, $product_tour_error: error };
  const event = 'product tour step selector failed';
  return browserEvent(app.token, event, person, { $product_tour_id: tourId, ...properties }, { timestamp: day(ago) });
}

function bannerMissed(person: string, selector: string): BrowserEvent {
  const properties = { $product_tour_id: tourId, $product_tour_banner_selector: selector };
  return browserEvent(app.token, 'product tour banner container selector failed', person, properties, { timestamp: day(0) });
}

async function send(events: BrowserEvent[], url = app.url): Promise<void> {
  const { status, text } = await sendEvents(url, app.token, events);
  expect([status, text]).toEqual([200, '{"status":1}']);
}

/** Persons who missed the element of each step. */
async function missing(range: { from?: string; to?: string } = {}): Promise<Record<string, number>> {
  const { tour } = await app.graphql(
    `query ($id: UUID!, $from: DateTime, $to: DateTime) { tour(id: $id) { stats(from: $from, to: $to) { steps { stepId targetMissing { persons } } } } }`,
    { id: tourId, ...range },
  );
  const steps: { stepId: string; targetMissing: { persons: number } }[] = tour.stats.steps;
  return Object.fromEntries(steps.map(({ stepId, targetMissing }) => [stepId, targetMissing.persons]));
}

async function problems(): Promise<{ severity: string; code: string; message: string; path: string }[]> {
  const { tour } = await app.graphql('query ($id: UUID!) { tour(id: $id) { problems { severity code message path } } }', { id: tourId });
  return tour.problems.filter(({ code }: { code: string }) => code === 'target_missing');
}

const stored = async () =>
  (await app.app.db.sql.query(`SELECT name FROM tour_events WHERE tour_id = $1 AND name LIKE '%failed'`, [tourId])).length;

describe('an element that is not on the page', () => {
  it('counts each person once, however often browsers report it, and is not stored event by event', async () => {
    await send([missed('ada'), missed('ada'), missed('grace')]);
    const again = missed('ada');
    for (const _ of [1, 2, 3]) await send([again, missed('ada')]);
    await send([missed('ada', { error: 'not_visible' })]);
    expect(await missing()).toEqual({ one: 2 });
    expect(await stored()).toBe(0);
  });

  it('counts the persons of a range of days, each once', async () => {
    await send([missed('ada', { ago: 3 }), missed('ada', { ago: 2 }), missed('grace', { ago: 2 })]);
    await send([missed('ada', { ago: 1 })]);
    expect(await missing()).toEqual({ one: 2 });
    expect(await missing({ from: day(1) })).toEqual({ one: 1 });
    expect(await missing({ to: day(3) })).toEqual({ one: 1 });
    expect(await missing({ from: day(0) })).toEqual({});
  });

  it('counts for its step, beside what else happened to that', async () => {
    const shown = browserEvent(app.token, 'product tour step shown', 'ada', { $product_tour_id: tourId, $product_tour_step_id: 'one' });
    await send([shown, missed('ada', { step: 'two' }), missed('grace')]);
    expect(await missing()).toEqual({ one: 1, two: 1 });
  });

  it('counts for the banner whose container was looked for', async () => {
    await send([bannerMissed('ada', '#other'), bannerMissed('grace', '#slot'), bannerMissed('alan', '#of an older version')]);
    await send([bannerMissed('ada', '#other')]);
    expect(await missing()).toEqual({ three: 2, four: 1 });
    expect(await stored()).toBe(0);
  });

  it('does not count where the step was shown at the first of several elements', async () => {
    await send([missed('ada', { error: 'multiple_matches' }), missed('grace')]);
    await send([missed('ada', { error: 'multiple_matches' })]);
    expect(await missing()).toEqual({ one: 1 });
    expect(await stored()).toBe(0);
  });

  it('counts two visitors as one who turn out to be one person', async () => {
    await send([missed('anonymous-1'), missed('anonymous-2'), missed('ada')]);
    expect(await missing()).toEqual({ one: 3 });
    await send([browserEvent(app.token, '$identify', 'ada', { $anon_distinct_id: 'anonymous-1' })]);
    expect(await missing()).toEqual({ one: 2 });
    await send([missed('anonymous-1'), missed('ada')]);
    expect(await missing()).toEqual({ one: 2 });
  });

  it('counts for no tour of another project, and adds no person there', async () => {
    const elsewhere = await newProject(app.graphql);
    const other = (await restTours(app, elsewhere).create(LAUNCHED)).id;
    await send([{ ...missed('nobody'), properties: { ...missed('nobody').properties, $product_tour_id: other } }]);
    const persons = await app.app.db.sql.query(`SELECT 1 FROM person_distinct_ids WHERE distinct_id = 'nobody'`);
    expect(persons).toEqual([]);
    expect(await missing()).toEqual({});
  });

  it.each([{ step: undefined }, { step: '' }])('is ignored where the event names no step: %j', async ({ step }) => {
    const event = missed('ada');
    await send([{ ...event, properties: { ...event.properties, $product_tour_step_id: step } }]);
    expect(await missing()).toEqual({});
  });

  it('changes the person as other events do', async () => {
    const event = { ...missed('ada-with-plan'), $set: { plan: 'pro' } };
    await send([event]);
    await send([{ ...missed('ada-with-plan'), $set: { plan: 'free' } }]);
    const [row] = await app.app.db.sql.query<{ plan: string }>(
      `SELECT p.properties->>'plan' AS plan FROM persons p JOIN person_distinct_ids d ON d.person_id = p.id WHERE d.distinct_id = 'ada-with-plan'`,
    );
    expect(row?.plan).toBe('free');
  });
});

describe('the problems of a tour whose elements are missing', () => {
  it('warn of each step, with the place that names its element', async () => {
    await send([missed('ada', { ago: 6 }), missed('grace'), missed('alan', { step: 'two' }), bannerMissed('ada', '#other')]);
    const warn = (persons: string, step: number, key: string) => ({
      severity: 'WARNING',
      code: 'target_missing',
      message: `${persons} did not find the element of step ${step} in the last 7 days.`,
      path: `/content/steps/${step - 1}/${key}`,
    });
    expect(await problems()).toEqual([
      warn('2 persons', 1, 'selector'),
      warn('1 person', 2, 'inferenceData'),
      warn('1 person', 4, 'bannerConfig/selector'),
    ]);
  });

  it('forget what is longer ago than seven days', async () => {
    await send([missed('ada', { ago: 7 })]);
    expect(await problems()).toEqual([]);
    expect(await missing()).toEqual({ one: 1 });
  });

  it('do not name steps that the tour has no longer', async () => {
    await send([missed('ada')]);
    await tours.change(tourId, { content: { steps: STEPS.slice(2) } });
    expect(await problems()).toEqual([]);
  });
});
