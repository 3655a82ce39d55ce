import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { invalid } from '../../support/problem-body.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { SAMPLE_TOURS } from '../../support/tours.ts';

type Json = Record<string, unknown>;

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  tourId = (await tours.create()).id;
});

/** What is sent, and what is stored of it: contract 7.3. */
const STEPS: [string, Json, Json][] = [
  [
    'useManualSelector true makes it manual',
    { useManualSelector: true, selector: 'a' },
    { useManualSelector: true, selector: 'a', elementTargeting: 'manual' },
  ],
  [
    'useManualSelector wins over inferenceData',
    { useManualSelector: true, inferenceData: { a: 1 } },
    { useManualSelector: true, inferenceData: { a: 1 }, elementTargeting: 'manual' },
  ],
  ['useManualSelector 1 is not exactly true', { useManualSelector: 1 }, { useManualSelector: 1 }],
  [
    'inferenceData makes it automatic',
    { type: 'element', inferenceData: { a: 1 } },
    { type: 'element', inferenceData: { a: 1 }, elementTargeting: 'auto' },
  ],
  ['empty inferenceData does not', { inferenceData: {} }, { inferenceData: {} }],
  ['the type element makes it automatic and modal', { type: 'element' }, { type: 'modal', elementTargeting: 'auto' }],
  ['a modal step without more stays as it is', { type: 'modal', useManualSelector: false }, { type: 'modal', useManualSelector: false }],
  ['manual targeting brings useManualSelector', { elementTargeting: 'manual' }, { elementTargeting: 'manual', useManualSelector: true }],
  ['automatic targeting takes useManualSelector away', { elementTargeting: 'auto', useManualSelector: true }, { elementTargeting: 'auto' }],
  ['any other targeting takes it away too', { elementTargeting: 'none', useManualSelector: false }, { elementTargeting: 'none' }],
  [
    'null targeting leaves it alone',
    { elementTargeting: null, useManualSelector: true },
    { elementTargeting: null, useManualSelector: true },
  ],
  ['unknown keys stay', { type: 'video', anything: { at: ['all'] } }, { type: 'video', anything: { at: ['all'] } }],
];

describe('a step', () => {
  it.each(STEPS)('is normalised on write: %s', async (_, sent, stored) => {
    expect((await tours.change(tourId, { content: { steps: [sent] } })).content.steps).toEqual([stored]);
    expect((await tours.read(tourId)).content.steps).toEqual([stored]);
    expect((await tours.change(tourId, { content: { steps: [stored] } })).content.steps).toEqual([stored]);
  });

  it('is normalised on POST, on publish and on every read, and never in a draft', async () => {
    const sent = { steps: STEPS.map(([, step]) => step) };
    const stored = { steps: STEPS.map(([, , step]) => step) };
    const { id, content } = await tours.create({ content: sent });
    expect(content).toEqual(stored);
    await tours.change(id, { content: {} });
    expect((await tours.draft(id, { content: sent })).draft_content.content).toEqual(sent);
    expect((await tours.publish(id)).content).toEqual(stored);
    expect((await tours.read(id)).content).toEqual(stored);
    expect((await tours.draft(id, { name: 'From live content' })).draft_content.content).toEqual(stored);
    const listed = (await tours.send('GET', '/')).body.results.find((tour: { id: string }) => tour.id === id);
    expect(listed.content).toEqual(stored);
  });
});

describe('content', () => {
  it.each([[[]], ['text'], [5], [true]])('%j is refused', async (content) => {
    expect(await tours.send('PATCH', `/${tourId}/`, { content })).toMatchObject({
      status: 400,
      body: invalid('Content must be an object', 'content'),
    });
  });

  it.each([[undefined], [null], [[]], [[{}, {}]]])('of an announcement with the steps %j is refused', async (steps) => {
    const answer = await tours.send('PATCH', `/${tourId}/`, { content: { type: 'announcement', steps } });
    expect(answer).toMatchObject({ status: 400, body: invalid('Announcements must have exactly 1 step.', 'content') });
  });

  it('of an announcement may be a modal or a banner, and of a tour anything', async () => {
    for (const content of [
      { type: 'announcement', steps: [{ type: 'modal' }] },
      { type: 'announcement', steps: [{ type: 'banner' }] },
      { type: 'tour', steps: [{}, {}] },
      { type: 'something else', steps: [] },
      { steps: null, conditions: null },
      { conditions: { actions: null, events: null } },
      { languages: 'x', step_order_history: 5, displayFrequency: [], appearance: null },
    ]) {
      expect((await tours.change(tourId, { content })).content).toEqual(content);
    }
  });

  it('of editors is stored unchanged', async () => {
    expect(SAMPLE_TOURS.length).toBeGreaterThan(4);
    for (const { content } of SAMPLE_TOURS) {
      const asksNothing = { ...content, steps: content.steps.map(({ survey: _, ...step }) => step) };
      const stored = (await tours.change(tourId, { content: asksNothing })).content;
      expect((await tours.change(tourId, { content: stored })).content).toEqual(stored);
      expect(Object.keys(stored)).toEqual(expect.arrayContaining(Object.keys(content)));
    }
  });
});
