import { type CreatedKey, createAccessToken, revokeApiKey } from '../domain/api-key.ts';
import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { builder } from './builder.ts';
import { CredentialRef, LABEL, ORGANIZATION_IDS, PROJECT_IDS, SCOPES, USER_ID } from './credential.ts';
import { COMMON_ERRORS } from './error.ts';

const AccessTokenRef = builder.objectRef<PersonalApiKey>('AccessToken').implement({
  description: 'An access token, without its secret: it stands for a key for a while, in a browser for example.',
  interfaces: [CredentialRef],
});

const CreateAccessTokenInput = builder.inputType('CreateAccessTokenInput', {
  description: 'A new access token.',
  fields: (t) => ({
    userId: t.int({ required: true, description: USER_ID }),
    label: t.string({ required: true, description: LABEL }),
    scopes: t.stringList({ required: true, description: `At least one of ${SCOPES}` }),
    projectIds: t.intList({ required: true, defaultValue: [], description: PROJECT_IDS }),
    organizationIds: t.field({ type: ['UUID'], required: true, defaultValue: [], description: ORGANIZATION_IDS }),
    expiresAt: t.field({ type: 'DateTime', required: true, description: 'Within a day.' }),
  }),
});

const CreateAccessTokenSuccess = builder.objectRef<CreatedKey>('CreateAccessTokenSuccess').implement({
  description: 'The access token was created.',
  fields: (t) => ({
    secret: t.exposeString('secret', {
      description: 'The token itself, for `Authorization: Bearer`; it starts with `pha_`. It is shown this once and stored nowhere.',
    }),
    accessToken: t.expose('apiKey', { type: AccessTokenRef }),
  }),
});

builder.mutationField('createAccessToken', (t) =>
  t.field({
    type: CreateAccessTokenSuccess,
    errors: { types: COMMON_ERRORS, union: { name: 'CreateAccessTokenResult' } },
    description:
      'Creates an access token, for a day at most, that opens no more projects than the caller’s own key. What is made with an access token may not outlive it. Scope `*`.',
    args: { input: t.arg({ type: CreateAccessTokenInput, required: true }) },
    resolve: (_, { input }, { deps, actor }) => createAccessToken(deps, actor, input),
  }),
);

const RevokeAccessTokenInput = builder.inputType('RevokeAccessTokenInput', {
  description: 'Which access token to revoke.',
  fields: (t) => ({ id: t.id({ required: true, description: '`id` of the token.' }) }),
});

const RevokeAccessTokenSuccess = builder
  .objectRef<{ accessToken: PersonalApiKey }>('RevokeAccessTokenSuccess')
  .implement({ description: 'The token is void.', fields: (t) => ({ accessToken: t.expose('accessToken', { type: AccessTokenRef }) }) });

builder.mutationField('revokeAccessToken', (t) =>
  t.field({
    type: RevokeAccessTokenSuccess,
    errors: { types: COMMON_ERRORS, union: { name: 'RevokeAccessTokenResult' } },
    description:
      'Revokes an access token: one’s own, or with scope `*` another’s. Within a second its subscriptions end, and its WebSockets are closed with 4403.',
    args: { input: t.arg({ type: RevokeAccessTokenInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }) => ({ accessToken: await revokeApiKey(deps, actor, input.id, 'access_token') }),
  }),
);
