import { type ScheduledPublish, type ScheduleFailure, scheduleDraft, unscheduleDraft } from '../domain/tour/schedule.ts';
import { builder } from './builder.ts';
import { FieldError, REVISION_ERRORS } from './error.ts';
import { CLIENT_MUTATION_ID, EXPECTED_REVISION, TOUR_ID } from './input-descriptions.ts';
import { tourSuccess, writtenParts } from './mutation.ts';
import { UserRef } from './user.ts';

const INTERNAL_ERROR = 'The gateway could not publish the draft because of an internal error. It tries again by itself.';

const ScheduleFailureReason = builder.enumType('ScheduleFailureReason', {
  description: 'Why a scheduled publish did not happen.',
  values: {
    REFUSED: { description: 'The draft may not go live; `fields` says why.' },
    NOT_ALLOWED: { description: 'The user who scheduled it is inactive, or no longer a member of the project, or of the project that it is published to.' },
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
    environment: t.prismaField({
      type: 'Project',
      nullable: true,
      description:
        'The project that the draft is published to. Null: the tour’s own, or one that the caller may not see (`isForEnvironment` tells the two apart).',
      resolve: (query, { environmentId: id }, _, { deps, actor }) =>
        id !== null && actor.projectIds.includes(id) ? deps.db.prisma.project.findUnique({ ...query, where: { id } }) : null,
    }),
    isForEnvironment: t.boolean({
      description: 'Whether the draft is published to another project, and stays a draft here.',
      resolve: ({ environmentId }) => environmentId !== null,
    }),
    failure: t.field({
      type: ScheduleFailureRef,
      nullable: true,
      description:
        'Null: it was not refused; once its moment has passed, it is still being tried. Otherwise it did not happen, and `scheduleTourDraft` sets another moment.',
      resolve: ({ failure, failedAt: at }) => (failure && at ? { ...failure.value, at } : null),
    }),
    failedAttempts: t.exposeInt('failedAttempts', {
      description: 'The number of attempts since it was scheduled that failed for an internal reason of the gateway. 0: none.',
    }),
    nextAttemptAt: t.expose('nextAttemptAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When the publish is tried again after a failed attempt. The delay is one second at first and doubles with each failed attempt, up to an hour. Null: no attempt has failed, or it is not tried again.',
    }),
    lastError: t.string({
      nullable: true,
      description: 'What went wrong in the last attempt, for a person. The details are in the log of the gateway. Null: no attempt has failed.',
      resolve: ({ failedAttempts }) => (failedAttempts > 0 ? INTERNAL_ERROR : null),
    }),
  }),
});

const ScheduleTourDraftInput = builder.inputType('ScheduleTourDraftInput', {
  description: 'Which draft goes live, when and where.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    publishAt: t.field({ type: 'DateTime', required: true, description: 'Ahead, by two years at most.' }),
    environment: t.int({
      description:
        '`databaseId` of another project of the same organization, to publish there instead, as `publishTourDraft(environment:)` does. The draft stays one. Absent: the tour’s own project.',
    }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
    clientMutationId: t.string({ description: CLIENT_MUTATION_ID }),
  }),
});

builder.mutationField('scheduleTourDraft', (t) =>
  t.field({
    type: tourSuccess('ScheduleTourDraftSuccess', 'The draft will go live.'),
    errors: { types: REVISION_ERRORS, union: { name: 'ScheduleTourDraftResult' } },
    description:
      'Has the draft go live at a moment, as it stands then, in the name of the caller; what was scheduled before gives way: a draft has one schedule, for its own project or for another one. Problems of the draft do not forbid it: if they are still there, the publish is refused then. The key may expire meanwhile; its user must stay a member of the project. Scheduling, calling off and failing are writes of the draft: they move `revision` and the ETag, and nothing else that REST shows. It ends with the draft: published, discarded, replaced, overwritten by a direct change or deleted with its tour, which comes back without it. An archived tour stays archived, and its draft goes live all the same. With an `environment`, the draft is published there and stays a draft here, without a schedule; if that tour has a draft of its own then, it is refused. Publishing the draft to an environment at once (`publishTourDraft`) leaves the schedule as it is.',
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
