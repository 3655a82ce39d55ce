import type { FeatureFlag } from '../domain/flag.ts';
import { flagVariants } from '../domain/tour/linked-variant.ts';
import { RawJson } from '../json/raw-json.ts';
import { builder } from './builder.ts';

const FeatureFlagNode = builder.prismaNode('FeatureFlag', {
  id: { field: 'id' },
  nullable: true,
  description: 'A feature flag: one that people made, or the internal one that decides who is shown an auto-launched tour.',
  fields: (t) => ({
    databaseId: t.exposeInt('id', { description: 'The id that the REST layer shows.' }),
    projectDatabaseId: t.exposeInt('projectId', { description: '`databaseId` of its project.' }),
    key: t.exposeString('key', { description: 'What clients ask for; unique in the project.' }),
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
  }),
});

/** `FeatureFlag`, for fields whose rows the domain has read. */
export const FeatureFlagRef = FeatureFlagNode as unknown as ReturnType<typeof builder.objectRef<FeatureFlag>>;
