import type { StatsRange, TourCount, TourDayStats, TourStats, TourStepStats, TourSurveyStats } from '../domain/tour/stats.ts';
import { statsRange } from '../domain/tour/stats.ts';
import { findSurveyAnswers, MAX_ANSWERS, type SurveyAnswer } from '../domain/tour/survey-answers.ts';
import { builder } from './builder.ts';
import { pageCost } from './limits.ts';
import { SurveyRef } from './survey.ts';
import { TourRef } from './tour.ts';

const TourCountRef = builder.objectRef<TourCount>('TourCount').implement({
  description: 'How often something happened, and to how many persons.',
  fields: (t) => ({
    total: t.exposeInt('total', { description: 'Events, each once, however often it was sent.' }),
    persons: t.exposeInt('persons', {
      description:
        'The persons among them, each counted once in the whole range of days. An anonymous person who is identified later counts as one person, also for the days before.',
    }),
  }),
});

const TourStepStatsRef = builder.objectRef<TourStepStats>('TourStepStats').implement({
  description: 'What happened to one step of a tour. Steps that the tour has no more are among them.',
  fields: (t) => ({
    order: t.exposeInt('order', { nullable: true, description: 'The place of the step, from 0, as the newest event has it.' }),
    stepId: t.exposeString('stepId'),
    shown: t.expose('shown', { type: TourCountRef }),
    completed: t.expose('completed', { type: TourCountRef, description: 'Went on to the next step, or to the end.' }),
  }),
});

const TourDismissReasonRef = builder.objectRef<TourStats['dismissReasons'][number]>('TourDismissReason').implement({
  description: 'Why a tour was dismissed.',
  fields: (t) => ({
    reason: t.exposeString('reason', {
      description:
        'In the SDK’s words: `user_clicked_skip`, `user_clicked_outside`, `escape_key`, `element_unavailable` or `container_unavailable`; `unknown` where it gave none.',
    }),
    count: t.expose('count', { type: TourCountRef }),
  }),
});

const TourDayStatsRef = builder.objectRef<TourDayStats>('TourDayStats').implement({
  description: 'What happened to a tour on one day.',
  fields: (t) => ({
    day: t.expose('day', { type: 'DateTime', description: 'Midnight in UTC, at which the day begins.' }),
    shown: t.expose('shown', { type: TourCountRef }),
    completed: t.expose('completed', { type: TourCountRef }),
    dismissed: t.expose('dismissed', { type: TourCountRef }),
  }),
});

const SurveyRatingRef = builder.objectRef<TourSurveyStats['ratings'][number]>('SurveyRating').implement({
  description: 'How often a whole number of the scale was given in answer to a question for a rating.',
  fields: (t) => ({
    questionId: t.exposeString('questionId', { description: 'Empty where the events do not say: a survey of a tour has one question.' }),
    value: t.exposeFloat('value'),
    total: t.exposeInt('total'),
  }),
});

const SurveyAnswerRef = builder.objectRef<SurveyAnswer>('SurveyAnswer').implement({
  description: 'What somebody wrote in answer to an open question, or gave for a rating that is no whole number of its scale.',
  fields: (t) => ({
    uuid: t.expose('id', { type: 'UUID', description: 'The id of the event that brought it.' }),
    questionId: t.exposeString('questionId', { description: 'Empty where the event does not say: a survey of a tour has one question.' }),
    text: t.exposeString('text', { description: 'Up to 8,192 characters.' }),
    answeredAt: t.expose('answeredAt', { type: 'DateTime' }),
  }),
});

type SurveyOfTour = TourSurveyStats & StatsRange & { tourId: string };

const TourSurveyStatsRef = builder.objectRef<SurveyOfTour>('TourSurveyStats').implement({
  description: 'What came of a survey that a step of the tour asks, or has asked.',
  fields: (t) => ({
    surveyId: t.expose('surveyId', { type: 'UUID' }),
    survey: t.field({
      type: SurveyRef,
      nullable: true,
      description: 'Null when the survey is gone.',
      resolve: ({ surveyId }, _, { loaders }) => loaders.survey.load(surveyId),
    }),
    shown: t.expose('shown', { type: TourCountRef }),
    sent: t.expose('sent', { type: TourCountRef, description: 'Finished, answered or skipped.' }),
    dismissed: t.expose('dismissed', { type: TourCountRef }),
    ratings: t.expose('ratings', {
      type: [SurveyRatingRef],
      description: 'The answers to a question for a rating, the lowest number first. A number that came as text counts too.',
    }),
    answers: t.field({
      type: [SurveyAnswerRef],
      complexity: pageCost,
      description:
        'The answers to an open question, and those that were no ratings where one was asked for, as they came; the newest first.',
      args: {
        first: t.arg.int({ required: true, defaultValue: 20, description: `How many; ${MAX_ANSWERS} at most.` }),
        after: t.arg({ type: 'UUID', description: '`uuid` of the last answer of the page before. Absent: from the newest.' }),
      },
      resolve: (survey, { first, after }, { deps }) => findSurveyAnswers(deps, survey, { first, after: after ?? null }),
    }),
  }),
});

const TourStatsRef = builder.objectRef<TourStats>('TourStats').implement({
  description: 'What browsers have told of a tour, counted as it arrives.',
  fields: (t) => ({
    shown: t.expose('shown', { type: TourCountRef }),
    completed: t.expose('completed', { type: TourCountRef, description: 'Gone through to the end.' }),
    dismissed: t.expose('dismissed', { type: TourCountRef, description: 'Closed before the end.' }),
    completionRate: t.float({
      nullable: true,
      description: 'Persons who completed it for each who was shown it, from 0 to 1; null where it was shown to nobody.',
      resolve: ({ shown, completed }) => (shown.persons === 0 ? null : Math.min(1, completed.persons / shown.persons)),
    }),
    dismissReasons: t.expose('dismissReasons', { type: [TourDismissReasonRef], description: 'The most frequent first.' }),
    steps: t.expose('steps', { type: [TourStepStatsRef], description: 'In the order of the steps.' }),
    series: t.expose('series', {
      type: [TourDayStatsRef],
      description: 'Day by day, the oldest first; days without any event are left out.',
    }),
    surveys: t.field({
      type: [TourSurveyStatsRef],
      description: 'The surveys of which there are events.',
      resolve: ({ surveys, tourId, from, to }) => surveys.map((survey) => ({ ...survey, tourId, from, to })),
    }),
  }),
});

builder.objectField(TourRef, 'stats', (t) =>
  t.field({
    type: TourStatsRef,
    complexity: { field: 10, multiplier: 1 },
    description:
      'What happened to the tour in browsers. Counted are whole days in UTC: that of `from`, that of `to` and all between them, which is exact for persons too. An event belongs to the day on which it happened, and counts with the commit that acknowledges it. Counts are kept for as long as the tour; somebody anonymous who stays away for longer than EVENT_RETENTION_DAYS counts as somebody new.',
    args: {
      from: t.arg({ type: 'DateTime', description: 'A moment of the first day that counts. Absent: since ever.' }),
      to: t.arg({ type: 'DateTime', description: 'A moment of the last day that counts. Absent: until now.' }),
    },
    resolve: ({ id, projectId }, { from, to }, { loaders }) => loaders.tourStats.load({ tourId: id, projectId, ...statsRange(from, to) }),
  }),
);
