import { type Created, createApiKey } from '../domain/create-credential.ts';
import { listApiKeys } from '../domain/list-credentials.ts';
import { revokeApiKey } from '../domain/revoke-credential.ts';
import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { builder } from './builder.ts';
import { connectionOf, TOTAL_COUNT } from './connection.ts';
import {
  CREDENTIAL_FILTER,
  CredentialRef,
  EXPIRES_AT,
  LABEL,
  NEW_ORGANIZATION_IDS,
  NEW_PROJECT_IDS,
  SCOPES,
  USER_ID,
} from './credential.ts';
import { COMMON_ERRORS } from './error.ts';
import { readUuid } from './ids/global-id.ts';
import { pageCost } from './limits.ts';

export const PersonalApiKeyRef = builder.objectRef<PersonalApiKey>('PersonalApiKey');

builder.node(PersonalApiKeyRef, {
  id: { resolve: ({ id }) => id },
  description: 'A personal API key, without its secret.',
  interfaces: [CredentialRef],
});

const CreatePersonalApiKeyInput = builder.inputType('CreatePersonalApiKeyInput', {
  description: 'A new key.',
  fields: (t) => ({
    userId: t.int({ required: true, description: USER_ID }),
    label: t.string({ required: true, description: LABEL }),
    scopes: t.stringList({ required: true, description: SCOPES }),
    projectIds: t.intList({ required: true, defaultValue: [], description: NEW_PROJECT_IDS }),
    organizationIds: t.field({ type: ['UUID'], required: true, defaultValue: [], description: NEW_ORGANIZATION_IDS }),
    expiresAt: t.field({ type: 'DateTime', description: `Absent: never. ${EXPIRES_AT}` }),
  }),
});

const CreatePersonalApiKeySuccess = builder.objectRef<Created>('CreatePersonalApiKeySuccess').implement({
  description: 'The key was created.',
  fields: (t) => ({
    secret: t.exposeString('secret', { description: 'The key itself. It is shown this once and stored nowhere.' }),
    apiKey: t.expose('credential', { type: PersonalApiKeyRef }),
  }),
});

builder.mutationField('createPersonalApiKey', (t) =>
  t.field({
    type: CreatePersonalApiKeySuccess,
    errors: { types: COMMON_ERRORS, union: { name: 'CreatePersonalApiKeyResult' } },
    description: 'Creates a key that opens no more projects than the caller’s own key or token. Scope `*`.',
    args: { input: t.arg({ type: CreatePersonalApiKeyInput, required: true }) },
    resolve: (_, { input }, { deps, actor }) => createApiKey(deps, actor, input),
  }),
);

const RevokePersonalApiKeyInput = builder.inputType('RevokePersonalApiKeyInput', {
  description: 'Which key to revoke.',
  fields: (t) => ({ id: t.id({ required: true, description: '`id` or `uuid` of the key.' }) }),
});

const RevokePersonalApiKeySuccess = builder
  .objectRef<{ apiKey: PersonalApiKey }>('RevokePersonalApiKeySuccess')
  .implement({ description: 'The key is void.', fields: (t) => ({ apiKey: t.expose('apiKey', { type: PersonalApiKeyRef }) }) });

builder.mutationField('revokePersonalApiKey', (t) =>
  t.field({
    type: RevokePersonalApiKeySuccess,
    errors: { types: COMMON_ERRORS, union: { name: 'RevokePersonalApiKeyResult' } },
    description:
      'Revokes a key: one’s own, or with scope `*` another’s. Within a second its subscriptions end, and its WebSockets are closed with 4403.',
    args: { input: t.arg({ type: RevokePersonalApiKeyInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }) => ({ apiKey: await revokeApiKey(deps, actor, readUuid(input.id) ?? input.id) }),
  }),
);

builder.queryField('personalApiKeys', (t) =>
  t.connection(
    {
      type: PersonalApiKeyRef,
      complexity: pageCost,
      description:
        'The personal API keys of users whom the caller administers, and those that open a project which the caller’s key opens, newest first, revoked ones included. Scope `*`.',
      args: {
        userId: t.arg.int({ description: CREDENTIAL_FILTER.userId }),
        isActive: t.arg.boolean({ description: CREDENTIAL_FILTER.isActive }),
      },
      resolve: async (_, { userId, isActive, ...page }, { deps, actor }) =>
        connectionOf(await listApiKeys(deps, actor, { userId, isActive }, page)),
    },
    { name: 'PersonalApiKeyConnection', description: 'A page of personal API keys.', fields: (c) => ({ totalCount: c.int(TOTAL_COUNT) }) },
    { name: 'PersonalApiKeyEdge' },
  ),
);
