import { republishVersion } from '../domain/tour/republish.ts';
import { restoreDeletedTour } from '../domain/tour/restore-deleted.ts';
import { restoreDraft, restoreRevision, restoreVersion } from '../domain/tour/restore-version.ts';
import { builder } from './builder.ts';
import { COMMON_ERRORS, REVISION_ERRORS } from './error.ts';
import { EXPECTED_REVISION, TOUR_ID } from './input-descriptions.ts';
import { tourSuccess, writtenParts, writtenTour } from './mutation.ts';

const RestoreTourVersionInput = builder.inputType('RestoreTourVersionInput', {
  description: 'Which version to bring back.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    number: t.int({ required: true, description: 'The version’s number.' }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
  }),
});

builder.mutationField('restoreTourVersion', (t) =>
  t.field({
    type: tourSuccess('RestoreTourVersionSuccess', 'The version is in the draft.'),
    errors: { types: REVISION_ERRORS, union: { name: 'RestoreTourVersionResult' } },
    description:
      'Copies an old version into the draft. The history goes on: nothing in it changes, nothing live either. Any change since `expectedRevision` is a conflict.',
    args: { input: t.arg({ type: RestoreTourVersionInput, required: true }) },
    resolve: (_, { input }, { deps, actor }, info) => restoreVersion(deps, actor, input, writtenParts(info)),
  }),
);

const RepublishTourVersionInput = builder.inputType('RepublishTourVersionInput', {
  description: 'Which version to make live again.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    number: t.int({ required: true, description: 'The version’s number.' }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
    idempotencyKey: t.string({ description: 'The same key and input again publishes nothing more.' }),
  }),
});

builder.mutationField('republishTourVersion', (t) =>
  t.field({
    type: tourSuccess('RepublishTourVersionSuccess', 'The version is live again.'),
    errors: { types: REVISION_ERRORS, union: { name: 'RepublishTourVersionResult' } },
    description:
      'Makes an old version live again, in one transaction, with all that a publish does. The history goes on with a new version; a pending draft ends, and can be brought back.',
    args: { input: t.arg({ type: RepublishTourVersionInput, required: true }) },
    resolve: async (_, { input }, context, info) => {
      await republishVersion(context.deps, context.actor, input);
      return writtenTour(context, input.tourId, info);
    },
  }),
);

const RestoreTourDraftInput = builder.inputType('RestoreTourDraftInput', {
  description: 'Which lost draft to bring back.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    revision: t.int({
      required: true,
      description: 'The revision of the event that ended it, as `Tour.lostDrafts` has it.',
    }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
  }),
});

builder.mutationField('restoreTourDraft', (t) =>
  t.field({
    type: tourSuccess('RestoreTourDraftSuccess', 'The draft is back.'),
    errors: { types: REVISION_ERRORS, union: { name: 'RestoreTourDraftResult' } },
    description:
      'Brings back a draft that was discarded, or overwritten by a direct change or a restore, within the retention period. Any change since `expectedRevision` is a conflict.',
    args: { input: t.arg({ type: RestoreTourDraftInput, required: true }) },
    resolve: (_, { input }, { deps, actor }, info) => restoreDraft(deps, actor, input, writtenParts(info)),
  }),
);

const RestoreTourRevisionInput = builder.inputType('RestoreTourRevisionInput', {
  description: 'Which revision to bring back.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    revision: t.int({ required: true, description: 'Of an edit session, as `Tour.draftHistory` has it, or any other.' }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
  }),
});

builder.mutationField('restoreTourRevision', (t) =>
  t.field({
    type: tourSuccess('RestoreTourRevisionSuccess', 'The draft is as it was at that revision.'),
    errors: { types: REVISION_ERRORS, union: { name: 'RestoreTourRevisionResult' } },
    description:
      'Copies the draft as it stood at a revision, or what was live where there was none, into the draft. The history goes on; the draft that was there is a lost one. Any change since `expectedRevision` is a conflict, and a revision that is not kept any more is not found.',
    args: { input: t.arg({ type: RestoreTourRevisionInput, required: true }) },
    resolve: (_, { input }, { deps, actor }, info) => restoreRevision(deps, actor, input, writtenParts(info)),
  }),
);

const RestoreDeletedTourInput = builder.inputType('RestoreDeletedTourInput', {
  description: 'Which deleted tour to bring back.',
  fields: (t) => ({ tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }) }),
});

builder.mutationField('restoreDeletedTour', (t) =>
  t.field({
    type: tourSuccess('RestoreDeletedTourSuccess', 'The tour is back.'),
    errors: { types: COMMON_ERRORS, union: { name: 'RestoreDeletedTourResult' } },
    description:
      'Brings a deleted tour back as it was, with draft, versions (the newest, up to 32 MiB), flag and surveys, within the retention period. What was scheduled stays called off.',
    args: { input: t.arg({ type: RestoreDeletedTourInput, required: true }) },
    resolve: async (_, { input }, context, info) => {
      await restoreDeletedTour(context.deps, context.actor, input.tourId);
      return writtenTour(context, input.tourId, info);
    },
  }),
);
