import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { findSurveys } from '../../support/surveys.ts';

const UUID = /^[0-9a-f-]{36}$/;
const LOOKS = { position: 'middle_center', displayThankYouMessage: false, hideCancelButton: true };

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

const surveysOf = (tourId: string) => findSurveys(gateway.app.db, { tourId });
const surveyById = async (id: string) => (await findSurveys(gateway.app.db, { id }))[0];
const asking = (...surveys: unknown[]) => ({ steps: surveys.map((survey) => ({ type: 'survey', ...(survey !== null && { survey }) })) });
const WHY = { type: 'open', questionText: 'Why?' };

describe('a step that asks', () => {
  it('makes a survey, whose ids are written into the step', async () => {
    const dates = { start_date: '2024-01-01T00:00:00Z', end_date: '2024-02-01T00:00:00.123456Z' };
    const { id, name, content, created_by } = await tours.create({ ...dates, content: asking(null, WHY) });
    const [survey, ...others] = await surveysOf(id);
    expect(others).toEqual([]);
    expect(survey).toMatchObject({
      ...dates,
      type: 'api',
      questions: [{ id: expect.stringMatching(UUID), type: 'open', question: 'Why?' }],
      appearance: LOOKS,
      enable_partial_responses: false,
      created_by_id: created_by.id,
    });
    expect(survey?.name).toMatch(new RegExp(`^${name} - Step 2 Survey \\([0-9a-f]{8}\\)$`));
    expect(content.steps).toEqual([
      { type: 'survey' },
      { type: 'survey', survey: WHY, linkedSurveyId: survey?.id, linkedSurveyQuestionId: survey?.questions[0]?.id },
    ]);
    expect((await tours.read(id)).content).toEqual(content);
  });

  it.each([
    [{ a: 1 }, { type: 'open', question: '' }],
    [{ type: 'rating' }, { type: 'rating', question: '', scale: 5, display: 'emoji', skipSubmitButton: true }],
    [
      { type: 'rating', questionText: 'How?', scale: 10, display: 'number', lowerBoundLabel: 'bad', upperBoundLabel: 'good' },
      {
        type: 'rating',
        question: 'How?',
        scale: 10,
        display: 'number',
        skipSubmitButton: true,
        lowerBoundLabel: 'bad',
        upperBoundLabel: 'good',
      },
    ],
    [
      { type: 'rating', lowerBoundLabel: '' },
      { type: 'rating', question: '', scale: 5, display: 'emoji', skipSubmitButton: true },
    ],
  ])('with %j asks %j', async (survey, question) => {
    const { id } = await tours.create({ content: asking(survey) });
    expect((await surveysOf(id))[0]?.questions).toEqual([{ id: expect.stringMatching(UUID), ...question }]);
  });

  it.each([[null], [false], [''], [{}], [[]], [0]])('with the survey %j asks nothing', async (survey) => {
    const { id, content } = await tours.create({ content: { steps: [{ type: 'survey', survey }] } });
    expect([await surveysOf(id), content.steps]).toEqual([[], [{ type: 'survey', survey }]]);
  });

  it('may be of any type, and several may ask', async () => {
    const { id } = await tours.create({
      content: {
        steps: [
          { type: 'modal', survey: WHY },
          { type: 'survey', survey: WHY },
        ],
      },
    });
    expect(await surveysOf(id)).toHaveLength(2);
  });

  it('makes a survey whose name fits, however long the tour’s', async () => {
    const { id } = await tours.create({ name: 'n'.repeat(400), content: asking(WHY) });
    const [survey] = await surveysOf(id);
    expect(survey?.name).toHaveLength(400);
    expect(survey?.name).toMatch(/n - Step 1 Survey \([0-9a-f]{8}\)$/);
  });
});

describe('a later change', () => {
  it('keeps the ids of survey and question, whatever is saved and however often', async () => {
    const { id, content } = await tours.create({ content: asking(WHY) });
    const [before] = await surveysOf(id);
    const [step] = content.steps;
    const asked = { ...content, steps: [{ ...step, survey: { ...WHY, questionText: 'Why not?' } }] };
    await tours.change(id, { content: asked });
    await tours.change(id, { description: 'x' });
    await tours.draft(id, { name: 'Published with its survey' });
    const published = await tours.publish(id);
    const [after, ...others] = await surveysOf(id);
    expect(others).toEqual([]);
    expect(after).toEqual({ ...before, questions: [{ ...before?.questions[0], question: 'Why not?' }] });
    expect(published.content.steps[0]).toMatchObject({ linkedSurveyId: before?.id, linkedSurveyQuestionId: before?.questions[0]?.id });
  });

  it('brings a step that names another question back to the survey’s own', async () => {
    const { id, content } = await tours.create({ content: asking(WHY) });
    const [step] = content.steps;
    const changed = await tours.change(id, { content: { steps: [{ ...step, linkedSurveyQuestionId: randomUUID() }] } });
    expect(changed.content).toEqual(content);
  });

  it('sets the three looks again and keeps the others', async () => {
    const { id } = await tours.create({ content: asking(WHY) });
    await gateway.app.db.sql.query(
      `UPDATE surveys SET appearance = '{"position": "left", "color": "red"}', enable_partial_responses = true WHERE tour_id = $1`,
      [id],
    );
    await tours.change(id, {});
    expect((await surveysOf(id))[0]).toMatchObject({ appearance: { ...LOOKS, color: 'red' }, enable_partial_responses: false });
  });

  it('gives the survey the tour’s dates, and an end when the tour is archived without one', async () => {
    const { id } = await tours.create({ content: asking(WHY) });
    await tours.change(id, { start_date: '2024-01-01T00:00:00Z', end_date: '2024-02-01T00:00:00Z' });
    expect((await surveysOf(id))[0]).toMatchObject({ start_date: '2024-01-01T00:00:00Z', end_date: '2024-02-01T00:00:00Z' });
    await tours.change(id, { end_date: null });
    expect((await surveysOf(id))[0]).toMatchObject({ end_date: null });
    await tours.change(id, { archived: true });
    const ended = (await surveysOf(id))[0]?.end_date;
    expect(ended).not.toBeNull();
    await tours.change(id, { description: 'x' });
    expect((await surveysOf(id))[0]?.end_date).toBe(ended);
  });

  it('ends the survey of a step that is gone, once', async () => {
    const { id } = await tours.create({ content: asking(WHY) });
    await tours.change(id, { content: { steps: [] } });
    const [ended] = await surveysOf(id);
    expect(Math.abs(Date.parse(ended?.end_date ?? '') - Date.now())).toBeLessThan(60_000);
    await tours.change(id, { content: { steps: [{}] } });
    expect(await surveysOf(id)).toEqual([ended]);
  });

  it('without the ids makes a new survey and ends the old one', async () => {
    const { id } = await tours.create({ content: asking(WHY) });
    const [old] = await surveysOf(id);
    const changed = await tours.change(id, { content: asking(WHY) });
    const surveys = await surveysOf(id);
    expect(surveys).toHaveLength(2);
    expect(surveys.find((survey) => survey.id === old?.id)?.end_date).not.toBeNull();
    expect(surveys.find((survey) => survey.id === changed.content.steps[0].linkedSurveyId)).toMatchObject({ end_date: null });
  });
});

describe('a survey that a step names', () => {
  it('is let alone when another tour, or nobody, has made it: the step gets its own', async () => {
    const other = await tours.create({ content: asking(WHY) });
    const { prisma } = gateway.app.db;
    const own = await prisma.survey.create({
      data: { projectId: gateway.projectId, name: 'Made by hand', questions: [{ id: 'q', type: 'open' }] },
    });
    for (const linkedSurveyId of [other.content.steps[0].linkedSurveyId, own.id, randomUUID(), 'no uuid', '', 5, null, ['x']]) {
      const before = typeof linkedSurveyId === 'string' && UUID.test(linkedSurveyId) ? await surveyById(linkedSurveyId) : null;
      const { id, content } = await tours.create({ content: { steps: [{ survey: { questionText: 'Taken over?' }, linkedSurveyId }] } });
      expect(content.steps[0].linkedSurveyId).not.toBe(linkedSurveyId);
      expect(await surveysOf(id)).toMatchObject([{ id: content.steps[0].linkedSurveyId, questions: [{ question: 'Taken over?' }] }]);
      if (before) expect(await surveyById(before.id)).toEqual(before);
      await tours.send('DELETE', `/${id}/`);
      if (before) expect(await surveyById(before.id)).toEqual(before);
    }
  });

  it('is one step’s alone: a copied step gets another', async () => {
    const { id, content } = await tours.create({ content: asking(WHY) });
    const [step] = content.steps;
    const changed = await tours.change(id, { content: { steps: [step, step] } });
    expect(changed.content.steps[0]).toEqual(step);
    expect(changed.content.steps[1].linkedSurveyId).not.toBe(step.linkedSurveyId);
    expect(changed.content.steps[1].linkedSurveyQuestionId).not.toBe(step.linkedSurveyQuestionId);
    expect(await surveysOf(id)).toHaveLength(2);
  });
});

it('a deleted tour ends its surveys, those that have an end keep it', async () => {
  const { id, content } = await tours.create({ content: asking(WHY, WHY) });
  const [first, second] = content.steps.map((step: { linkedSurveyId: string }) => step.linkedSurveyId);
  await gateway.app.db.sql.query(`UPDATE surveys SET end_date = '2024-01-01' WHERE id = $1`, [first]);
  await tours.send('DELETE', `/${id}/`);
  const [one, other] = [await surveyById(first), await surveyById(second)];
  expect([one?.end_date, other?.end_date === null]).toEqual(['2024-01-01T00:00:00Z', false]);
});
