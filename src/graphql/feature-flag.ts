import { originalKey } from '../domain/deleted-flag-key.ts';
import { type FeatureFlag, findFeatureFlag } from '../domain/flag.ts';
import { listFlags } from '../domain/list-flags.ts';
import { flagVariants } from '../domain/tour/linked-variant.ts';
import { RawJson } from '../json/raw-json.ts';
import { builder } from './builder.ts';
import { pageCost } from './limits.ts';
import { UserRef } from './user.ts';

const FeatureFlagNode = builder.prismaNode('FeatureFlag', {
  id: { field: 'id' },
  nullable: true,
  description: 'A feature flag: one that people made, or the internal one that decides who is shown an auto-launched tour.',
  fields: (t) => ({
    databaseId: t.exposeInt('id', { description: 'The id that the REST layer shows.' }),
    projectDatabaseId: t.exposeInt('projectId', { description: '`databaseId` of its project.' }),
    key: t.exposeString('key', { description: 'What clients ask for; unique in the project.' }),
    originalKey: t.string({
      description: 'The key. Of a deleted flag, whose key is free for others: the key that it had.',
      resolve: originalKey,
    }),
    name: t.exposeString('name'),
    active: t.exposeBoolean('active', { description: 'An inactive flag is off for everybody.' }),
    deleted: t.exposeBoolean('deleted'),
    filters: t.expose('filters', { type: 'JSON', description: 'Condition groups, variants and payloads.' }),
    variants: t.stringList({
      description: 'The keys of its variants; empty for a flag that is only on or off.',
      resolve: ({ filters }) => flagVariants(filters instanceof RawJson ? filters.value : filters),
    }),
    ensureExperienceContinuity: t.exposeBoolean('ensureExperienceContinuity', { nullable: true }),
    hasEncryptedPayloads: t.exposeBoolean('hasEncryptedPayloads', { nullable: true }),
    version: t.exposeInt('version', { nullable: true, description: 'Counted up by edits of the flag itself.' }),
    evaluationRuntime: t.exposeString('evaluationRuntime', { nullable: true, description: '`server`, `client` or `all`.' }),
    bucketingIdentifier: t.exposeString('bucketingIdentifier', { nullable: true, description: '`distinct_id` or `device_id`.' }),
    evaluationContexts: t.exposeStringList('evaluationContexts'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    createdBy: t.field({
      type: UserRef,
      nullable: true,
      description: 'Null when the user is gone.',
      resolve: ({ createdById }, _, { loaders }) => (createdById === null ? null : loaders.user.load(createdById)),
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'Moves with every write. An internal flag also moves with its tour.',
    }),
    lastModifiedBy: t.field({
      type: UserRef,
      nullable: true,
      description: 'The user who changed the flag itself last. Null for an internal flag, and when the user is gone.',
      resolve: ({ lastModifiedById }, _, { loaders }) => (lastModifiedById === null ? null : loaders.user.load(lastModifiedById)),
    }),
  }),
});

/** `FeatureFlag`, for fields whose rows the domain has read. */
export const FeatureFlagRef = FeatureFlagNode as unknown as ReturnType<typeof builder.objectRef<FeatureFlag>>;

builder.queryField('featureFlag', (t) =>
  t.field({
    type: FeatureFlagRef,
    nullable: true,
    description: 'A feature flag by the id that the REST layer shows, internal and deleted ones included. Scope `feature_flag:read`.',
    args: { id: t.arg.int({ required: true, description: '`databaseId` of the flag.' }) },
    resolve: (_, { id }, { deps, actor }) => findFeatureFlag(deps, actor, id),
  }),
);

const FeatureFlagOffsetPage = builder.objectRef<{ nodes: FeatureFlag[]; totalCount: number }>('FeatureFlagOffsetPage').implement({
  description: 'A page of feature flags by limit and offset.',
  fields: (t) => ({
    nodes: t.expose('nodes', { type: [FeatureFlagRef] }),
    totalCount: t.exposeInt('totalCount', { description: 'How many flags match in all.' }),
  }),
});

builder.queryField('featureFlagsByOffset', (t) =>
  t.field({
    type: FeatureFlagOffsetPage,
    complexity: pageCost,
    description:
      'The feature flags that people made in a project, newest first, by limit and offset, for the REST layer. Internal flags of tours and deleted flags are left out; `Project.featureFlags` pages faster and has the internal ones. Scope `feature_flag:read`.',
    args: {
      projectId: t.arg.int({ required: true, description: '`databaseId` of the project.' }),
      limit: t.arg.int({ required: true, defaultValue: 100, description: 'How many at most.' }),
      offset: t.arg.int({ required: true, defaultValue: 0, description: 'How many to leave out first.' }),
      search: t.arg.string({ description: 'Keeps flags whose key or name contains this text, whatever the case.' }),
      key: t.arg.string({ description: 'Keeps the flag with this key, whatever the case.' }),
      active: t.arg.boolean({ description: 'Keeps flags that are active, or those that are not.' }),
      createdByIds: t.arg.intList({ description: 'Keeps flags that these users created, by `databaseId`.' }),
    },
    resolve: (_, { limit, offset, ...query }, { deps, actor }) =>
      listFlags(deps, actor, query, { limit: Math.max(0, limit), offset: Math.max(0, offset) }),
  }),
);
