import { discardDraft, type SavedDraft, saveDraft } from '../domain/tour/draft.ts';
import type { DraftPatch } from '../domain/tour/draft-patch.ts';
import { publishDraft } from '../domain/tour/publish.ts';
import { publishToEnvironment } from '../domain/tour/publish-to-environment.ts';
import type { Tour } from '../domain/tour/tour.ts';
import { builder } from './builder.ts';
import { withJsonContent } from './content/input-json.ts';
import { draftableFields } from './draftable-fields.ts';
import { REVISION_ERRORS } from './error.ts';
import { CLIENT_MUTATION_ID, EXPECTED_REVISION, TOUR_ID } from './input-descriptions.ts';
import { tourSuccess, writtenParts, writtenTour } from './mutation.ts';
import { withTargeting } from './targeting-input.ts';
import { loadTour, TourRef } from './tour.ts';

const TourDraftPatch = builder.inputType('TourDraftPatch', {
  description: 'Keys to merge into the draft: absent keeps, null clears. `content` is replaced whole.',
  fields: draftableFields,
});

type PatchInput = Omit<typeof TourDraftPatch.$inferInput, 'targeting'>;

/** The draft is stored with the keys of the REST API. @param place the path of the input in errors */
function draftPatch(input: PatchInput, place?: string): DraftPatch {
  return {
    name: input.name,
    description: input.description,
    content: withJsonContent(input, place).content,
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
    resolve: (_, { input: given }, context, info) => {
      const { deps, actor, maxSteps } = context;
      const { tourId, expectedRevision, rebase, clientMutationId, targetingField, ...input } = withTargeting(given, context, given.tourId);
      const save = { tourId, expectedRevision, rebase, clientMutationId, maxSteps, targetingField, patch: draftPatch(input) };
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
        '`databaseId` of another project of the same organization, to publish there instead. The draft, or what is live when there is none, becomes a tour of that project: made by the first publish, and to be launched there; changed by every later one, with its own flag, surveys and versions. This tour stays as it is, with its draft. The linked flag is the one with the same key there. Refused while that tour has a draft of its own (`DRAFT_PENDING`, whose `tour` is that one), and together with `draft`; a refusal tells the first thing in its way.',
    }),
    idempotencyKey: t.string({ description: 'The same key and input again publishes nothing more.' }),
  }),
});

const PublishTourDraftSuccess = builder
  .objectRef<{ tour: Tour; environment: number | null | undefined }>('PublishTourDraftSuccess')
  .implement({
    description: 'The draft is live, here or in the environment named.',
    fields: (t) => ({
      tour: t.expose('tour', { type: TourRef, description: 'The tour whose draft was published.' }),
      environmentTour: t.field({
        type: TourRef,
        nullable: true,
        description:
          'The tour that it was published as in the `environment`. Null: none was named, or that tour has been deleted meanwhile.',
        resolve: async ({ tour: { id }, environment }, _, context, info) => {
          if (environment == null) return null;
          const published = (await context.loaders.tourEnvironments.load(id)).find(({ projectId }) => projectId === environment);
          return published ? loadTour(context, published.tourId, info) : null;
        },
      }),
    }),
  });

builder.mutationField('publishTourDraft', (t) =>
  t.field({
    type: PublishTourDraftSuccess,
    errors: { types: REVISION_ERRORS, union: { name: 'PublishTourDraftResult' } },
    description:
      'Makes the draft live, in one transaction: on any failure everything is as it was. It neither launches nor stops the tour. With an `environment`, in that project instead.',
    args: { input: t.arg({ type: PublishTourDraftInput, required: true }) },
    resolve: async (_, { input: { draft, environment, ...input } }, context, info) => {
      const { deps, actor, maxSteps } = context;
      const { targetingField = null, ...patch } = draft ? withTargeting(draft, context, input.tourId) : {};
      const publish = { ...input, maxSteps, targetingField, patch: draftPatch(patch, 'draft') };
      await (environment == null ? publishDraft(deps, actor, publish) : publishToEnvironment(deps, actor, { ...publish, environment }));
      return { ...(await writtenTour(context, input.tourId, info)), environment };
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
