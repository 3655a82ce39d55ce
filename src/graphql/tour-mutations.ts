import { createTour } from '../domain/tour/create.ts';
import { deleteTour } from '../domain/tour/delete.ts';
import { duplicateTour } from '../domain/tour/duplicate.ts';
import { updateTour } from '../domain/tour/update.ts';
import { builder } from './builder.ts';
import { draftableFields, NAME } from './draftable-fields.ts';
import { COMMON_ERRORS, REVISION_ERRORS } from './error.ts';
import { EXPECTED_REVISION, TOUR_ID } from './input-descriptions.ts';
import { tourSuccess, writtenTour } from './mutation.ts';

const CreationContext = builder.enumType('CreationContext', {
  description: 'Where the tour was made; it goes into analytics alone.',
  values: ['APP', 'TOOLBAR'] as const,
});

const START_DATE = 'Launches the tour at that moment; null: not launched.';
const END_DATE = 'Stops the tour at that moment; null: it goes on.';

const CreateTourInput = builder.inputType('CreateTourInput', {
  description: 'A new tour.',
  fields: (t) => ({
    projectId: t.int({ required: true, description: '`databaseId` of the project.' }),
    ...draftableFields(t),
    name: t.string({ required: true, description: NAME }),
    startDate: t.field({ type: 'DateTime', description: START_DATE }),
    endDate: t.field({ type: 'DateTime', description: END_DATE }),
    archived: t.boolean({ description: 'Created for the archive: out of every list of active tours, and its name is free.' }),
    creationContext: t.field({ type: CreationContext, description: 'Absent: not told.' }),
    idempotencyKey: t.string({ description: 'The same key and input again gives the same tour and writes nothing.' }),
  }),
});

builder.mutationField('createTour', (t) =>
  t.field({
    type: tourSuccess('CreateTourSuccess', 'The tour was created.'),
    errors: { types: COMMON_ERRORS, union: { name: 'CreateTourResult' } },
    description: 'Creates a tour, with its targeting flag and surveys.',
    args: { input: t.arg({ type: CreateTourInput, required: true }) },
    resolve: async (_, { input }, context, info) => {
      const { deps, actor, maxSteps, acceptsUnsafe } = context;
      return writtenTour(context, await createTour(deps, actor, { ...input, maxSteps, acceptsUnsafe }), info);
    },
  }),
);

const UpdateTourInput = builder.inputType('UpdateTourInput', {
  description: 'Absent keeps, null clears.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
    ...draftableFields(t),
    startDate: t.field({ type: 'DateTime', description: START_DATE }),
    endDate: t.field({ type: 'DateTime', description: END_DATE }),
    creationContext: t.field({ type: CreationContext, description: 'Absent: not told.' }),
    refuseIfDraft: t.boolean({
      description: 'True: a pending draft is not ended; the answer is ConflictError with the code DRAFT_PENDING.',
    }),
    archived: t.boolean({ description: 'True takes the tour out of use and frees its name; false brings it back.' }),
  }),
});

builder.mutationField('updateTour', (t) =>
  t.field({
    type: tourSuccess('UpdateTourSuccess', 'The live tour was changed.'),
    errors: { types: REVISION_ERRORS, union: { name: 'UpdateTourResult' } },
    description: 'Changes the live tour. A pending draft ends with it, as with a PATCH over REST, unless `refuseIfDraft` is true.',
    args: { input: t.arg({ type: UpdateTourInput, required: true }) },
    resolve: async (_, { input }, context, info) => {
      const { deps, actor, maxSteps, acceptsUnsafe } = context;
      await updateTour(deps, actor, { ...input, maxSteps, acceptsUnsafe });
      return writtenTour(context, input.tourId, info);
    },
  }),
);

const DeleteTourInput = builder.inputType('DeleteTourInput', {
  description: 'Which tour to delete.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
  }),
});

const DeleteTourSuccess = builder.objectRef<{ tourId: string }>('DeleteTourSuccess').implement({
  description: 'The tour is gone, with its targeting flag; its surveys have ended.',
  fields: (t) => ({ tourId: t.expose('tourId', { type: 'UUID' }) }),
});

builder.mutationField('deleteTour', (t) =>
  t.field({
    type: DeleteTourSuccess,
    errors: { types: REVISION_ERRORS, union: { name: 'DeleteTourResult' } },
    description: 'Deletes a tour, archived or not.',
    args: { input: t.arg({ type: DeleteTourInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }) => {
      await deleteTour(deps, actor, input);
      return { tourId: input.tourId };
    },
  }),
);

const DuplicateTourInput = builder.inputType('DuplicateTourInput', {
  description: 'Which tour to copy.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    name: t.string({ description: 'Of the copy; absent: the original’s name with `(copy)`.' }),
  }),
});

builder.mutationField('duplicateTour', (t) =>
  t.field({
    type: tourSuccess('DuplicateTourSuccess', 'The copy.'),
    errors: { types: COMMON_ERRORS, union: { name: 'DuplicateTourResult' } },
    description: 'Copies the live tour into a new one, not launched, with surveys and a flag of its own.',
    args: { input: t.arg({ type: DuplicateTourInput, required: true }) },
    resolve: async (_, { input }, context, info) => writtenTour(context, await duplicateTour(context.deps, context.actor, input), info),
  }),
);
