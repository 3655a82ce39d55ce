import { createApiKey, revokeApiKey } from '../domain/api-key.ts';
import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { builder } from './builder.ts';
import { COMMON_ERRORS } from './error.ts';
import { UserRef } from './user.ts';

const PersonalApiKeyRef = builder.objectRef<PersonalApiKey>('PersonalApiKey').implement({
  description: 'A personal API key, without its secret.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'To revoke it by.' }),
    label: t.exposeString('label'),
    mask: t.exposeString('mask', { description: 'The first and last four characters of the secret.' }),
    scopes: t.exposeStringList('scopes'),
    projectIds: t.exposeIntList('scopedProjectIds', { description: 'The only projects it opens; empty: all of the user’s.' }),
    user: t.field({
      type: UserRef,
      nullable: true,
      resolve: ({ userId }, _, { loaders }) => loaders.user.load(userId),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true, description: 'To the hour.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
  }),
});

const CreatePersonalApiKeyInput = builder.inputType('CreatePersonalApiKeyInput', {
  description: 'A new key.',
  fields: (t) => ({
    userId: t.int({ required: true, description: '`databaseId` of the user.' }),
    label: t.string({ required: true, description: 'Up to 40 characters, to recognise it by.' }),
    scopes: t.stringList({
      required: true,
      description: '`product_tour:read`, `product_tour:write`, `feature_flag:read`, `feature_flag:write`, or `*`.',
    }),
    projectIds: t.intList({ required: true, defaultValue: [], description: 'The only projects it opens; empty: all of the user’s.' }),
    expiresAt: t.field({ type: 'DateTime', description: 'Absent: never.' }),
  }),
});

const CreatePersonalApiKeySuccess = builder.objectRef<{ secret: string; apiKey: PersonalApiKey }>('CreatePersonalApiKeySuccess').implement({
  description: 'The key was created.',
  fields: (t) => ({
    secret: t.exposeString('secret', { description: 'The key itself. It is shown this once and stored nowhere.' }),
    apiKey: t.expose('apiKey', { type: PersonalApiKeyRef }),
  }),
});

builder.mutationField('createPersonalApiKey', (t) =>
  t.field({
    type: CreatePersonalApiKeySuccess,
    errors: { types: COMMON_ERRORS, union: { name: 'CreatePersonalApiKeyResult' } },
    description: 'Creates a key that opens no more projects than the caller’s own. Scope `*`.',
    args: { input: t.arg({ type: CreatePersonalApiKeyInput, required: true }) },
    resolve: (_, { input }, { deps, actor }) => createApiKey(deps, actor, input),
  }),
);

const RevokePersonalApiKeyInput = builder.inputType('RevokePersonalApiKeyInput', {
  description: 'Which key to revoke.',
  fields: (t) => ({ id: t.id({ required: true, description: '`id` of the key.' }) }),
});

const RevokePersonalApiKeySuccess = builder
  .objectRef<{ apiKey: PersonalApiKey }>('RevokePersonalApiKeySuccess')
  .implement({ description: 'The key is void.', fields: (t) => ({ apiKey: t.expose('apiKey', { type: PersonalApiKeyRef }) }) });

builder.mutationField('revokePersonalApiKey', (t) =>
  t.field({
    type: RevokePersonalApiKeySuccess,
    errors: { types: COMMON_ERRORS, union: { name: 'RevokePersonalApiKeyResult' } },
    description: 'Revokes a key: one’s own, or with scope `*` another’s. Its subscriptions end within a second.',
    args: { input: t.arg({ type: RevokePersonalApiKeyInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }) => ({ apiKey: await revokeApiKey(deps, actor, input.id) }),
  }),
);
