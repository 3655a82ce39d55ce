import { discardDraft, type SavedDraft, saveDraft } from '../domain/tour/draft.ts';
import type { DraftPatch } from '../domain/tour/draft-patch.ts';
import { publishDraft } from '../domain/tour/publish.ts';
import { publishToEnvironment } from '../domain/tour/publish-to-environment.ts';
import { builder } from './builder.ts';
import { draftableFields } from './draftable-fields.ts';
import { REVISION_ERRORS } from './error.ts';
import { CLIENT_MUTATION_ID, EXPECTED_REVISION, TOUR_ID } from './input-descriptions.ts';
import { tourSuccess, writtenParts, writtenTour } from './mutation.ts';
import { TourRef } from './tour.ts';

const TourDraftPatch = builder.inputType('TourDraftPatch', {
  description: 'Keys to merge into the draft: absent keeps, null clears. `content` is replaced whole.',
  fields: draftableFields,
});

type PatchInput = typeof TourDraftPatch.$inferInput;

/** The draft is stored under the wire's names. */
function draftPatch(input: PatchInput): DraftPatch {
  return {
    name: input.name,
    description: input.description,
    content: input.content,
    auto_launch: input.autoLaunch,
    targeting_flag_filters: input.targetingFlagFilters,
    linked_flag_id: input.linkedFlagId,
  };
}

const SaveTourDraftInput = builder.inputType('SaveTourDraftInput', {
  description: 'Absent keeps, null clears. `content` is replaced whole.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
    rebase: t.boolean({
      required: true,
      defaultValue: true,
      description:
        'Whether a save from an older revision may be put on top of others’ changes of other paths. False: any change since is a conflict.',
    }),
    clientMutationId: t.string({ description: CLIENT_MUTATION_ID }),
    ...draftableFields(t),
  }),
});

/** The success type of a save of the draft. */
export function savedDraft(name: string, description: string) {
  return builder.objectRef<SavedDraft>(name).implement({
    description,
    fields: (t) => ({
      tour: t.expose('tour', { type: TourRef }),
      revision: t.exposeInt('revision', { description: 'The revision of this save; the tour shown may be newer already.' }),
      rebased: t.exposeBoolean('isRebased', { description: 'Whether others had changed other paths since `expectedRevision`.' }),
    }),
  });
}

builder.mutationField('saveTourDraft', (t) =>
  t.field({
    type: savedDraft('SaveTourDraftSuccess', 'The draft was saved.'),
    errors: { types: REVISION_ERRORS, union: { name: 'SaveTourDraftResult' } },
    description: 'Merges the given keys into the draft, atomically; the first save starts it from the live tour. Nothing live changes.',
    args: { input: t.arg({ type: SaveTourDraftInput, required: true }) },
    resolve: (_, { input }, { deps, actor, maxSteps }, info) => {
      const { tourId, expectedRevision, rebase, clientMutationId } = input;
      const save = { tourId, expectedRevision, rebase, clientMutationId, maxSteps, patch: draftPatch(input) };
      return saveDraft(deps, actor, save, writtenParts(info));
    },
  }),
);

const PublishTourDraftInput = builder.inputType('PublishTourDraftInput', {
  description: 'Which draft to publish.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
    draft: t.field({ type: TourDraftPatch, description: 'Merged into the draft first: save and publish at once.' }),
    environment: t.int({
      description:
        '`databaseId` of another project of the same organization, to publish there instead. The draft, or what is live when there is none, becomes a tour of that project: made by the first publish, and to be launched there; changed by every later one, with its own flag, surveys and versions. This tour stays unchanged, with its draft and what is scheduled for it. The linked flag is the one with the same key there. Refused while that tour has a draft of its own (`DRAFT_PENDING`, whose `tour` is that one), and together with `draft`. A refusal reports everything that prevents the publish: the problems of the draft, and what the other project lacks.',
    }),
    idempotencyKey: t.string({ description: 'The same key and input again publishes nothing more.' }),
  }),
});

builder.mutationField('publishTourDraft', (t) =>
  t.field({
    type: tourSuccess('PublishTourDraftSuccess', 'The draft is live, here or in the environment named.'),
    errors: { types: REVISION_ERRORS, union: { name: 'PublishTourDraftResult' } },
    description:
      'Makes the draft live, in one transaction: on any failure everything is as it was. It neither launches nor stops the tour. With an `environment`, in that project instead.',
    args: { input: t.arg({ type: PublishTourDraftInput, required: true }) },
    resolve: async (_, { input: { draft, environment, ...input } }, context, info) => {
      const { deps, actor, maxSteps } = context;
      const publish = { ...input, maxSteps, patch: draft && draftPatch(draft) };
      await (environment == null ? publishDraft(deps, actor, publish) : publishToEnvironment(deps, actor, { ...publish, environment }));
      return writtenTour(context, input.tourId, info);
    },
  }),
);

const DiscardTourDraftInput = builder.inputType('DiscardTourDraftInput', {
  description: 'Which draft to discard.',
  fields: (t) => ({
    tourId: t.field({ type: 'UUID', required: true, description: TOUR_ID }),
    expectedRevision: t.int({ description: EXPECTED_REVISION }),
  }),
});

builder.mutationField('discardTourDraft', (t) =>
  t.field({
    type: tourSuccess('DiscardTourDraftSuccess', 'There is no draft any more.'),
    errors: { types: REVISION_ERRORS, union: { name: 'DiscardTourDraftResult' } },
    description: 'Ends the draft. Nothing live changes.',
    args: { input: t.arg({ type: DiscardTourDraftInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }, info) => ({ tour: await discardDraft(deps, actor, input, writtenParts(info)) }),
  }),
);
