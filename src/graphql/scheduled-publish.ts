import { type ScheduledPublish, type ScheduleFailure, scheduleDraft, unscheduleDraft } from '../domain/tour/schedule.ts';
import { builder } from './builder.ts';
import { FieldError, REVISION_ERRORS } from './error.ts';
import { CLIENT_MUTATION_ID, EXPECTED_REVISION, TOUR_ID } from './input-descriptions.ts';
import { tourSuccess, writtenParts } from './mutation.ts';
import { UserRef } from './user.ts';

const ScheduleFailureReason = builder.enumType('ScheduleFailureReason', {
  description: 'Why a scheduled publish did not happen.',
  values: {
    REFUSED: { description: 'The draft may not go live; `fields` says why.' },
    NOT_ALLOWED: { description: 'Whoever scheduled it is inactive, or no member of the project any more.' },
  } as const,
});

const ScheduleFailureRef = builder.objectRef<ScheduleFailure & { at: string }>('ScheduleFailure').implement({
  description: 'Why and when a scheduled publish did not happen. Nothing was written, and it is not tried again.',
  fields: (t) => ({
    at: t.expose('at', { type: 'DateTime' }),
    reason: t.field({ type: ScheduleFailureReason, resolve: ({ reason }) => reason }),
    message: t.exposeString('message', { description: 'What is wrong, for a person.' }),
    fields: t.expose('fields', { type: [FieldError], description: 'Everything that stood in the way, as `publishTourDraft` tells it.' }),
  }),
});

export const ScheduledPublishRef = builder.objectRef<ScheduledPublish>('ScheduledPublish').implement({
  description: 'When the draft goes live by itself. It ends with the draft.',
  fields: (t) => ({
    publishAt: t.expose('publishAt', { type: 'DateTime' }),
    scheduledBy: t.field({
      type: UserRef,
      nullable: true,
      description: 'As whom it is published. Null when the user is gone.',
      resolve: ({ scheduledById }, _, { loaders }) => (scheduledById === null ? null : loaders.user.load(scheduledById)),
    }),
    scheduledByName: t.exposeString('scheduledByName', { description: 'Stays when the user is gone.' }),
    failure: t.field({
      type: ScheduleFailureRef,
      nullable: true,
      description:
        'Null: it has not failed; once its moment has passed, it is still being tried. Else it did not happen, and `scheduleTourDraft` sets another moment.',
      resolve: ({ failure, failedAt: at }) => (failure && at ? { ...failure.value, at } : null),
    }),
  }),
});

const ScheduleTourDraftInput = builder.inputType('ScheduleTourDraftInput', {
  description: 'Which draft goes live, and when.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    publishAt: t.field({ type: 'DateTime', required: true, description: 'Ahead, by two years at most.' }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
    clientMutationId: t.string({ description: CLIENT_MUTATION_ID }),
  }),
});

builder.mutationField('scheduleTourDraft', (t) =>
  t.field({
    type: tourSuccess('ScheduleTourDraftSuccess', 'The draft will go live.'),
    errors: { types: REVISION_ERRORS, union: { name: 'ScheduleTourDraftResult' } },
    description:
      'Has the draft go live at a moment, as it stands then, in the name of the caller; a moment that was set before gives way. Problems of the draft do not forbid it: if they are still there, the publish is refused then. The key may expire meanwhile; its user must stay a member of the project. Scheduling, calling off and failing are writes of the draft: they move `revision` and the ETag, and nothing else that REST shows. It ends with the draft: published, discarded, replaced, overwritten by a direct change or deleted with its tour, which comes back without it. An archived tour stays archived, and its draft goes live all the same.',
    args: { input: t.arg({ type: ScheduleTourDraftInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }, info) => ({ tour: await scheduleDraft(deps, actor, input, writtenParts(info)) }),
  }),
);

const UnscheduleTourDraftInput = builder.inputType('UnscheduleTourDraftInput', {
  description: 'Which draft stays one.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
    clientMutationId: t.string({ description: CLIENT_MUTATION_ID }),
  }),
});

builder.mutationField('unscheduleTourDraft', (t) =>
  t.field({
    type: tourSuccess('UnscheduleTourDraftSuccess', 'Nothing is scheduled.'),
    errors: { types: REVISION_ERRORS, union: { name: 'UnscheduleTourDraftResult' } },
    description:
      'Calls a scheduled publish off, or takes away one that failed. The draft stays. Where nothing is scheduled, nothing is written.',
    args: { input: t.arg({ type: UnscheduleTourDraftInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }, info) => ({ tour: await unscheduleDraft(deps, actor, input, writtenParts(info)) }),
  }),
);
