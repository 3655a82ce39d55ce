import type { FeatureFlag } from '../domain/flag.ts';
import { createFeatureFlag, deleteFeatureFlag, updateFeatureFlag } from '../domain/flag-mutations.ts';
import { builder } from './builder.ts';
import { COMMON_ERRORS } from './error.ts';
import { FeatureFlagRef } from './feature-flag.ts';

function flagSuccess(name: string, description: string) {
  return builder
    .objectRef<{ featureFlag: FeatureFlag }>(name)
    .implement({ description, fields: (t) => ({ featureFlag: t.expose('featureFlag', { type: FeatureFlagRef }) }) });
}

const FILTERS = 'Condition groups and variants: `{ groups: […], multivariate: { variants: [{ key, rollout_percentage }] } }`.';

const EXPECTED_VERSION =
  'Change the flag only if `version` is still this number; else the result is a ValidationError on `expectedVersion`. Absent: change it in any case.';

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
    key: t.string({
      description: 'Letters, digits, hyphens and underscores; unique in the project. Clients that ask for the old key find no flag.',
    }),
    name: t.string({ description: 'What people call it; may be empty.' }),
    filters: t.field({ type: 'JSON', description: FILTERS }),
    mergeFilters: t.boolean({
      description: 'True: keeps the top-level keys of the filters that `filters` does not have. False when absent.',
    }),
    active: t.boolean({ description: 'False: off for everybody.' }),
    restore: t.boolean({
      description:
        'True: brings a deleted flag back, inactive unless `active` is true. If another flag has its key by now, a number is appended. Tours that were linked to it stay unlinked. False when absent.',
    }),
    expectedVersion: t.int({ description: EXPECTED_VERSION }),
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
  fields: (t) => ({
    flagId: t.int({ required: true, description: '`databaseId` of the flag.' }),
    expectedVersion: t.int({ description: EXPECTED_VERSION }),
  }),
});

builder.mutationField('deleteFeatureFlag', (t) =>
  t.field({
    type: flagSuccess('DeleteFeatureFlagSuccess', 'The flag is deleted.'),
    errors: { types: COMMON_ERRORS, union: { name: 'DeleteFeatureFlagResult' } },
    description:
      'Deletes a feature flag; tours that it was linked to lose the link. `updateFeatureFlag` with `restore` brings it back. Scope `feature_flag:write`.',
    args: { input: t.arg({ type: DeleteFeatureFlagInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }) => ({
      featureFlag: await deleteFeatureFlag(deps, actor, input.flagId, input.expectedVersion),
    }),
  }),
);
