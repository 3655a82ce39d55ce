import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSteps } from '../../../../src/domain/tour/content.ts';
import { type OwnSurvey, type SurveyPlanInput, surveyPlan } from '../../../../src/domain/tour/survey-plan.ts';
import { anyJson } from '../../json/arbitrary-json.ts';
import { anyContent, anyStep } from './arbitrary-content.ts';

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const NOW = '2026-11-23T12:00:00.000Z';
const APPEARANCE = { position: 'middle_center', displayThankYouMessage: false, hideCancelButton: true };
const LIVE = { name: 'Tour', startDate: '2026-01-01T00:00:00.000001Z', endDate: null, archived: false };
const open = { type: 'open', questionText: 'Why?' };

/** Plans with ids that count up from 100. */
function plan(steps: unknown, { ownSurveys = [], ...rest }: Partial<SurveyPlanInput> = {}) {
  let last = 100;
  return surveyPlan({
    tour: LIVE,
    content: { type: 'tour', steps },
    ownSurveys,
    previouslyLinkedIds: ownSurveys.map(({ id }) => id),
    newId: () => uuid(last++),
    newHex: () => '0123abcd',
    now: NOW,
    ...rest,
  });
}

function ownSurvey(n: number, fields: Partial<OwnSurvey> = {}): OwnSurvey {
  return {
    id: uuid(n),
    questions: [{ id: uuid(n + 10), type: 'open', question: 'Old?' }],
    appearance: { color: 'red' },
    endDate: null,
    ...fields,
  };
}

describe('a step that asks a survey', () => {
  it('gets a new one, with its ids written into the step', () => {
    const { create, update, end, content } = plan([{ id: 'a' }, { id: 'b', survey: open }]);
    expect(create).toEqual([
      {
        id: uuid(100),
        name: 'Tour - Step 2 Survey (0123abcd)',
        questions: [{ id: uuid(101), type: 'open', question: 'Why?' }],
        appearance: APPEARANCE,
        startDate: LIVE.startDate,
        endDate: null,
      },
    ]);
    expect(content).toEqual({
      type: 'tour',
      steps: [{ id: 'a' }, { id: 'b', survey: open, linkedSurveyId: uuid(100), linkedSurveyQuestionId: uuid(101) }],
    });
    expect([update, end]).toEqual([[], []]);
  });

  it('keeps the survey that it names, with the look that others gave it', () => {
    const steps = [{ survey: open, linkedSurveyId: uuid(1), linkedSurveyQuestionId: uuid(11) }];
    const { create, update, end } = plan(steps, { ownSurveys: [ownSurvey(1)] });
    expect(update).toEqual([
      {
        id: uuid(1),
        questions: [{ id: uuid(11), type: 'open', question: 'Why?' }],
        appearance: { color: 'red', ...APPEARANCE },
        startDate: LIVE.startDate,
        endDate: null,
      },
    ]);
    expect([create, end]).toEqual([[], []]);
  });

  it('always names the question that its survey has', () => {
    const { content, update } = plan([{ survey: open, linkedSurveyId: uuid(1), linkedSurveyQuestionId: uuid(99) }], {
      ownSurveys: [ownSurvey(1)],
    });
    expect(update[0]?.questions[0]?.id).toBe(uuid(11));
    expect(readSteps(content)[0]).toMatchObject({ linkedSurveyId: uuid(1), linkedSurveyQuestionId: uuid(11) });
  });

  it('gives its own question id to a survey that has none, if it is a UUID', () => {
    const ownSurveys = [ownSurvey(1, { questions: [] })];
    const ids = [uuid(50), 'no-uuid', 7].map(
      (linkedSurveyQuestionId) =>
        plan([{ survey: open, linkedSurveyId: uuid(1), linkedSurveyQuestionId }], { ownSurveys }).update[0]?.questions[0]?.id,
    );
    expect(ids).toEqual([uuid(50), uuid(100), uuid(100)]);
  });

  it('gets a new survey when the one it names is not this tour’s', () => {
    for (const linkedSurveyId of [uuid(2), 'no-uuid', 7, null, { id: uuid(1) }]) {
      const { create, update, end } = plan([{ survey: open, linkedSurveyId }], { ownSurveys: [ownSurvey(1)] });
      expect(create.map(({ id }) => id)).toEqual([uuid(100)]);
      expect(update).toEqual([]);
      expect(end).toEqual([uuid(1)]);
    }
  });

  it('gets one of its own when an earlier step has the same, and its own question too', () => {
    const step = { survey: open, linkedSurveyId: uuid(1), linkedSurveyQuestionId: uuid(11) };
    const { create, update, content } = plan([step, step], { ownSurveys: [ownSurvey(1)] });
    expect([update[0]?.id, create[0]?.id]).toEqual([uuid(1), uuid(100)]);
    expect(readSteps(content).map((planned) => planned.linkedSurveyQuestionId)).toEqual([uuid(11), uuid(101)]);
  });

  it('finds its survey whatever the case of the id', () => {
    const id = 'abcdefab-0000-4000-8000-000000000001';
    const { update, content } = plan([{ survey: open, linkedSurveyId: id.toUpperCase() }], { ownSurveys: [ownSurvey(1, { id })] });
    expect(update.map((survey) => survey.id)).toEqual([id]);
    expect(readSteps(content)[0]?.linkedSurveyId).toBe(id);
  });

  it('cuts a long tour name to make the survey’s fit', () => {
    const { create } = plan([{ survey: open }], { tour: { ...LIVE, name: 'a'.repeat(400) } });
    expect(create[0]?.name).toHaveLength(400);
    expect(create[0]?.name).toMatch(/^a+ - Step 1 Survey \(0123abcd\)$/);
  });

  it('takes part whatever its type, but only with a survey object that says something', () => {
    expect(plan([{ type: 'modal', survey: open }]).create).toHaveLength(1);
    for (const survey of [{}, [], [open], 'open', true, 1, null]) expect(plan([{ type: 'survey', survey }]).create).toEqual([]);
  });
});

describe('the question', () => {
  const questionOf = (survey: unknown) => plan([{ survey }]).create[0]?.questions[0];

  it('has defaults', () => {
    expect(questionOf({ backButtonText: 'Back' })).toEqual({ id: uuid(101), type: 'open', question: '' });
    expect(questionOf({ type: 'rating', questionText: 'How?' })).toEqual({
      id: uuid(101),
      type: 'rating',
      question: 'How?',
      scale: 5,
      display: 'emoji',
      skipSubmitButton: true,
    });
  });

  it('of a rating takes scale, display and the labels that are not empty', () => {
    expect(questionOf({ type: 'rating', scale: 10, display: 'number', lowerBoundLabel: 'Hard', upperBoundLabel: '' })).toEqual({
      id: uuid(101),
      type: 'rating',
      question: '',
      scale: 10,
      display: 'number',
      skipSubmitButton: true,
      lowerBoundLabel: 'Hard',
    });
  });

  it('takes defaults for odd values, and numbers for texts', () => {
    expect(questionOf({ type: 'rating', questionText: 5, scale: '10', display: {}, lowerBoundLabel: [], upperBoundLabel: 1 })).toEqual({
      id: uuid(101),
      type: 'rating',
      question: '5',
      scale: 5,
      display: 'emoji',
      skipSubmitButton: true,
      upperBoundLabel: '1',
    });
    expect(questionOf({ type: null, questionText: { de: 'Warum?' } })).toEqual({ id: uuid(101), type: 'open', question: '' });
  });
});

describe('the dates of surveys', () => {
  const steps = [{ survey: open, linkedSurveyId: uuid(1) }, { survey: open }];
  const endsOf = (tour: Partial<typeof LIVE> | { endDate: string }, own: OwnSurvey) => {
    const { update, create } = plan(steps, { tour: { ...LIVE, ...tour }, ownSurveys: [own] });
    return [...update, ...create].map(({ endDate }) => endDate);
  };

  it('are those of the tour', () => {
    const endDate = '2026-12-01T00:00:00Z';
    expect(endsOf({ endDate }, ownSurvey(1))).toEqual([endDate, endDate]);
    expect(endsOf({}, ownSurvey(1, { endDate }))).toEqual([null, null]);
  });

  it('end with the archiving of a tour that never ended, once', () => {
    const earlier = '2026-11-01T00:00:00Z';
    expect(endsOf({ archived: true }, ownSurvey(1))).toEqual([NOW, NOW]);
    expect(endsOf({ archived: true }, ownSurvey(1, { endDate: earlier }))).toEqual([earlier, NOW]);
  });
});

describe('a survey that no step asks any more', () => {
  it('ends, unless it has ended', () => {
    const ownSurveys = [ownSurvey(1), ownSurvey(2, { endDate: NOW }), ownSurvey(3)];
    expect(plan([], { ownSurveys }).end).toEqual([uuid(1), uuid(3)]);
    expect(plan(null, { ownSurveys }).end).toEqual([uuid(1), uuid(3)]);
  });

  it('is left alone when it is not this tour’s, or was not linked before', () => {
    expect(plan([], { previouslyLinkedIds: [uuid(7)] }).end).toEqual([]);
    expect(plan([], { ownSurveys: [ownSurvey(1)], previouslyLinkedIds: [] }).end).toEqual([]);
  });
});

describe('planning again', () => {
  const anyOwn = fc.array(fc.record({ questions: anyJson, appearance: anyJson, endDate: fc.constantFrom(null, NOW) }), { maxLength: 2 });
  const anySteps = fc.array(fc.oneof({ weight: 9, arbitrary: anyStep }, anyJson), { maxLength: 4 });

  it('changes nothing after the plan was carried out, whatever the content', () => {
    const seen = { created: 0, updated: 0 };
    fc.assert(
      fc.property(
        fc.oneof(
          anyContent,
          anySteps.map((steps) => ({ steps })),
        ),
        anyOwn,
        (content: Record<string, unknown>, own) => {
          const ownSurveys = own.map((survey, n) => ({ ...survey, id: uuid(n + 1) }));
          const text = JSON.stringify(content);
          const first = plan(null, { content, ownSurveys });
          expect(JSON.stringify(content)).toBe(text);
          const carriedOut = [...first.update, ...first.create];
          const second = plan(null, { content: first.content, ownSurveys: carriedOut, newId: () => assert.fail('a new id') });
          expect(second.content).toBe(first.content);
          expect(second.create).toEqual([]);
          expect(second.end).toEqual([]);
          assert.deepStrictEqual(
            second.update.map(({ id, questions }) => ({ id, questions })).toSorted((a, b) => a.id.localeCompare(b.id)),
            carriedOut.map(({ id, questions }) => ({ id, questions })).toSorted((a, b) => a.id.localeCompare(b.id)),
          );
          seen.created += first.create.length;
          seen.updated += first.update.length;
        },
      ),
      { numRuns: 500 },
    );
    expect(Math.min(seen.created, seen.updated)).toBeGreaterThan(20);
  });
});
