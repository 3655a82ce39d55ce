import type { PlannedSurvey, PublishPlan } from '../domain/tour/publish-plan.ts';
import { builder } from './builder.ts';
import { FeatureFlagRef } from './feature-flag.ts';
import { SurveyRef } from './survey.ts';

const PlannedChange = builder.enumType('PlannedChange', {
  description: 'What a publish would do to a flag or a survey.',
  values: {
    CREATE: { description: 'It would be made.' },
    CHANGE: { description: 'It would be different.' },
    END: { description: 'A survey would end: no step asks it any more.' },
    NONE: { description: 'It would stay as it is, or there would still be none.' },
  } as const,
});

const PlannedTargetingFlag = builder.objectRef<PublishPlan['targetingFlag']>('PlannedTargetingFlag').implement({
  description: 'The internal targeting flag after a publish.',
  fields: (t) => ({
    change: t.field({ type: PlannedChange, resolve: ({ change }) => change }),
    flag: t.field({
      type: FeatureFlagRef,
      nullable: true,
      description: 'The flag as it is; null: there is none yet.',
      resolve: ({ flagId }, _, { loaders }) => (flagId === null ? null : loaders.flag.load(flagId)),
    }),
    filters: t.expose('filters', {
      type: 'JSON',
      description: 'Its conditions after the publish; those that it would have where there is no flag.',
    }),
    active: t.exposeBoolean('active', { description: 'Whether it would be on.' }),
  }),
});

const PlannedSurveyRef = builder.objectRef<PlannedSurvey>('PlannedSurvey').implement({
  description: 'A survey of the tour in a publish.',
  fields: (t) => ({
    change: t.field({ type: PlannedChange, resolve: ({ change }) => change }),
    survey: t.field({
      type: SurveyRef,
      nullable: true,
      description: 'The survey as it is; null: it is not there yet.',
      resolve: ({ surveyId }, _, { loaders }) => (surveyId === null ? null : loaders.survey.load(surveyId)),
    }),
    stepNumber: t.exposeInt('stepNumber', {
      nullable: true,
      description: 'The place of the step that would ask it, from 1; null: none would.',
    }),
  }),
});

export const PublishPlanRef = builder.objectRef<PublishPlan>('PublishPlan').implement({
  description: 'What a publish would change beside the tour itself.',
  fields: (t) => ({
    targetingFlag: t.expose('targetingFlag', { type: PlannedTargetingFlag }),
    surveys: t.expose('surveys', {
      type: [PlannedSurveyRef],
      description: 'In the order of the steps that would ask them, then those that would end.',
    }),
  }),
});
