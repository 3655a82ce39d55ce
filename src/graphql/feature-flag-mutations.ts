import { hasScope } from '../domain/actor.ts';
import type { FeatureFlag } from '../domain/flag.ts';
import { createFeatureFlag, deleteFeatureFlag, updateFeatureFlag } from '../domain/flag-mutations.ts';
import { findToursById } from '../domain/tour/read.ts';
import { builder } from './builder.ts';
import { COMMON_ERRORS } from './error.ts';
import { FeatureFlagRef } from './feature-flag.ts';
import { tourParts } from './selection.ts';
import { TourRef } from './tour.ts';

function flagSuccess(name: string, description: string) {
  return builder
    .objectRef<{ featureFlag: FeatureFlag }>(name)
    .implement({ description, fields: (t) => ({ featureFlag: t.expose('featureFlag', { type: FeatureFlagRef }) }) });
}

const FILTERS =
  'Condition groups and variants: `{ groups: […], multivariate: { variants: [{ key, rollout_percentage }] } }`. Unknown keys, unknown operators and malformed values are refused, except in parts that the flag has already. Keys that PostHog’s editor writes are accepted.';

const CreateFeatureFlagInput = builder.inputType('CreateFeatureFlagInput', {
  description: 'A new flag.',
  fields: (t) => ({
    projectId: t.int({ required: true, description: '`databaseId` of the project.' }),
    key: t.string({ required: true, description: 'Letters, digits, hyphens and underscores; unique in the project.' }),
    name: t.string({ description: 'What people call it; may be empty.' }),
    filters: t.field({ type: 'JSON', description: FILTERS }),
    active: t.boolean({ description: 'True when absent.' }),
  }),
});

builder.mutationField('createFeatureFlag', (t) =>
  t.field({
    type: flagSuccess('CreateFeatureFlagSuccess', 'The flag was created.'),
    errors: { types: COMMON_ERRORS, union: { name: 'CreateFeatureFlagResult' } },
    description: 'Creates a feature flag. Scope `feature_flag:write`.',
    args: { input: t.arg({ type: CreateFeatureFlagInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }) => ({ featureFlag: await createFeatureFlag(deps, actor, input) }),
  }),
);

const UpdateFeatureFlagInput = builder.inputType('UpdateFeatureFlagInput', {
  description: 'Absent keeps.',
  fields: (t) => ({
    flagId: t.int({ required: true, description: '`databaseId` of the flag.' }),
    name: t.string({ description: 'What people call it; may be empty.' }),
    filters: t.field({ type: 'JSON', description: FILTERS }),
    active: t.boolean({ description: 'False: off for everybody.' }),
  }),
});

builder.mutationField('updateFeatureFlag', (t) =>
  t.field({
    type: flagSuccess('UpdateFeatureFlagSuccess', 'The flag was changed.'),
    errors: { types: COMMON_ERRORS, union: { name: 'UpdateFeatureFlagResult' } },
    description: 'Changes a feature flag; the internal flag of a tour follows its tour and is refused. Scope `feature_flag:write`.',
    args: { input: t.arg({ type: UpdateFeatureFlagInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }) => ({ featureFlag: await updateFeatureFlag(deps, actor, input) }),
  }),
);

const DeleteFeatureFlagInput = builder.inputType('DeleteFeatureFlagInput', {
  description: 'Which flag to delete.',
  fields: (t) => ({ flagId: t.int({ required: true, description: '`databaseId` of the flag.' }) }),
});

const DeleteFeatureFlagSuccess = builder.objectRef<{ featureFlag: FeatureFlag; tourIds: string[] }>('DeleteFeatureFlagSuccess').implement({
  description: 'The flag is deleted.',
  fields: (t) => ({
    featureFlag: t.expose('featureFlag', { type: FeatureFlagRef }),
    tours: t.field({
      type: [TourRef],
      description: 'The tours that lost the link. Empty without the scope `product_tour:read`.',
      resolve: async ({ tourIds }, _, { deps, actor }, info) => {
        if (!hasScope(actor, 'product_tour:read')) return [];
        return (await findToursById(deps, actor, tourIds, tourParts(info))).filter((tour) => tour !== null);
      },
    }),
  }),
});

builder.mutationField('deleteFeatureFlag', (t) =>
  t.field({
    type: DeleteFeatureFlagSuccess,
    errors: { types: COMMON_ERRORS, union: { name: 'DeleteFeatureFlagResult' } },
    description: 'Deletes a feature flag; tours that it was linked to lose the link. Scope `feature_flag:write`.',
    args: { input: t.arg({ type: DeleteFeatureFlagInput, required: true }) },
    resolve: (_, { input }, { deps, actor }) => deleteFeatureFlag(deps, actor, input.flagId),
  }),
);
