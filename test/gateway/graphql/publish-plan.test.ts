import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { rowsChecksum } from '../../support/rows.ts';

const it = gatewayTest();
let gateway: TestApp;
let count = 0;
const run = (name: string, input: object, selection?: string) => mutate(gateway.graphql, name, input, selection);

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const create = async (input: object = {}): Promise<string> =>
  (await run('createTour', { projectId: gateway.projectId, name: `Tour ${++count}`, ...input })).tour.uuid;

const PLAN = `query ($id: UUID!) { tour(id: $id) { draft { publishPlan {
  targetingFlag { change flag { databaseId filters active } filters active }
  surveys { change survey { uuid questions endDate } stepNumber }
} } } }`;

async function plan(tourId: string) {
  const before = await rowsChecksum(gateway.app.db);
  const { tour } = await gateway.graphql(PLAN, { id: tourId });
  expect(await rowsChecksum(gateway.app.db)).toBe(before);
  return tour.draft.publishPlan;
}

const LIVE = `query ($id: UUID!) { tour(id: $id) { content { raw } internalTargetingFlag { databaseId filters active } linkedSurveys { uuid } } }`;
const live = async (tourId: string) => (await gateway.graphql(LIVE, { id: tourId })).tour;
const asks = (id: string, questionText: string) => ({ id, type: 'survey', survey: { type: 'open', questionText } });

describe('what a publish would do to the internal flag', () => {
  it('is nothing while auto-launch is off, then to make it, and the publish makes just that', async () => {
    const tourId = await create();
    await run('saveTourDraft', { tourId, description: 'Drafted' });
    expect((await plan(tourId)).targetingFlag).toMatchObject({ change: 'NONE', flag: null, active: false });
    await run('saveTourDraft', { tourId, autoLaunch: true });
    const { targetingFlag } = await plan(tourId);
    expect(targetingFlag).toMatchObject({ change: 'CREATE', flag: null, active: false });
    await run('publishTourDraft', { tourId });
    expect((await live(tourId)).internalTargetingFlag).toMatchObject({ filters: targetingFlag.filters, active: targetingFlag.active });
  });

  it('is to change it when its conditions or its state do, and the publish changes it to just that', async () => {
    const tourId = await create({ autoLaunch: true, startDate: '2024-01-01T00:00:00Z' });
    const { internalTargetingFlag } = await live(tourId);
    await run('saveTourDraft', { tourId, description: 'Nothing to the flag' });
    expect((await plan(tourId)).targetingFlag).toEqual({
      change: 'NONE',
      flag: internalTargetingFlag,
      filters: internalTargetingFlag.filters,
      active: true,
    });
    await run('saveTourDraft', { tourId, content: { displayFrequency: 'show_once' } });
    const changed = (await plan(tourId)).targetingFlag;
    expect(changed).toMatchObject({ change: 'CHANGE', flag: internalTargetingFlag, active: true });
    await run('publishTourDraft', { tourId });
    expect((await live(tourId)).internalTargetingFlag).toMatchObject({ filters: changed.filters, active: true });
    await run('saveTourDraft', { tourId, autoLaunch: false });
    expect((await plan(tourId)).targetingFlag).toMatchObject({ change: 'CHANGE', active: false });
  });
});

describe('what a publish would do to the surveys', () => {
  it('is told step by step: made, left, changed, ended', async () => {
    const tourId = await create({ content: { steps: [asks('a', 'A?'), asks('b', 'B?'), asks('c', 'C?')] } });
    const { content, linkedSurveys } = await live(tourId);
    const [a, b, c] = linkedSurveys.map(({ uuid }: { uuid: string }) => uuid);
    const [stepA, stepB] = content.raw.steps;
    const changedB = { ...stepB, survey: { ...stepB.survey, questionText: 'B, really?' } };
    await run('saveTourDraft', { tourId, content: { steps: [{ id: 'plain' }, asks('new', 'New?'), changedB, stepA] } });
    const { surveys } = await plan(tourId);
    expect(surveys).toMatchObject([
      { change: 'CREATE', survey: null, stepNumber: 2 },
      { change: 'CHANGE', survey: { uuid: b, endDate: null }, stepNumber: 3 },
      { change: 'NONE', survey: { uuid: a }, stepNumber: 4 },
      { change: 'END', survey: { uuid: c, endDate: null }, stepNumber: null },
    ]);
    await run('publishTourDraft', { tourId });
    const published = await live(tourId);
    expect(published.linkedSurveys.slice(1).map(({ uuid }: { uuid: string }) => uuid)).toEqual([b, a]);
    // Published, there is nothing left to do.
    await run('saveTourDraft', { tourId, description: 'Other' });
    expect((await plan(tourId)).surveys.map(({ change }: { change: string }) => change)).toEqual(['NONE', 'NONE', 'NONE']);
  });

  it('is nothing where none is asked', async () => {
    const tourId = await create();
    await run('saveTourDraft', { tourId, content: { steps: [{ id: 'a' }] } });
    expect((await plan(tourId)).surveys).toEqual([]);
  });
});

it('a publish that would be refused has no plan', async () => {
  const tourId = await create();
  await run('saveTourDraft', { tourId, content: { steps: {} } });
  expect(await plan(tourId)).toBeNull();
  await run('saveTourDraft', { tourId, content: { conditions: { linkedFlagVariant: 'a' } } });
  expect(await plan(tourId)).toBeNull();
});
