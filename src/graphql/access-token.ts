import { type Created, createAccessToken } from '../domain/create-credential.ts';
import { listAccessTokens } from '../domain/list-credentials.ts';
import { revokeAccessToken } from '../domain/revoke-credential.ts';
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

export const AccessTokenRef = builder.objectRef<PersonalApiKey>('AccessToken');

builder.node(AccessTokenRef, {
  id: { resolve: ({ id }) => id },
  description: 'An access token, without its secret: it stands for a key for a while, in a browser for example.',
  interfaces: [CredentialRef],
  fields: (t) => ({
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When it stops by itself: within a day of when it was made.',
      // The database has no token without.
      resolve: ({ expiresAt }) => expiresAt as Date,
    }),
  }),
});

const CreateAccessTokenInput = builder.inputType('CreateAccessTokenInput', {
  description: 'A new access token.',
  fields: (t) => ({
    userId: t.int({ required: true, description: USER_ID }),
    label: t.string({ required: true, description: LABEL }),
    scopes: t.stringList({ required: true, description: `At least one of ${SCOPES}` }),
    projectIds: t.intList({ required: true, defaultValue: [], description: NEW_PROJECT_IDS }),
    organizationIds: t.field({ type: ['UUID'], required: true, defaultValue: [], description: NEW_ORGANIZATION_IDS }),
    expiresAt: t.field({ type: 'DateTime', required: true, description: `Within a day. ${EXPIRES_AT}` }),
  }),
});

const CreateAccessTokenSuccess = builder.objectRef<Created>('CreateAccessTokenSuccess').implement({
  description: 'The access token was created.',
  fields: (t) => ({
    secret: t.exposeString('secret', {
      description: 'The token itself, for `Authorization: Bearer`; it starts with `pha_`. It is shown this once and stored nowhere.',
    }),
    accessToken: t.expose('credential', { type: AccessTokenRef }),
  }),
});

builder.mutationField('createAccessToken', (t) =>
  t.field({
    type: CreateAccessTokenSuccess,
    errors: { types: COMMON_ERRORS, union: { name: 'CreateAccessTokenResult' } },
    description: 'Creates an access token, for a day at most, that opens no more projects than the caller’s own key or token. Scope `*`.',
    args: { input: t.arg({ type: CreateAccessTokenInput, required: true }) },
    resolve: (_, { input }, { deps, actor }) => createAccessToken(deps, actor, input),
  }),
);

const RevokeAccessTokenInput = builder.inputType('RevokeAccessTokenInput', {
  description: 'Which access token to revoke.',
  fields: (t) => ({ id: t.id({ required: true, description: '`id` or `uuid` of the token.' }) }),
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
    resolve: async (_, { input }, { deps, actor }) => ({
      accessToken: await revokeAccessToken(deps, actor, readUuid(input.id) ?? input.id),
    }),
  }),
);

builder.queryField('accessTokens', (t) =>
  t.connection(
    {
      type: AccessTokenRef,
      complexity: pageCost,
      description:
        'The access tokens of users whom the caller administers, and those that open a project which the caller’s key opens, newest first, revoked ones included. One that has expired is removed after a day. Scope `*`.',
      args: {
        userId: t.arg.int({ description: CREDENTIAL_FILTER.userId }),
        isActive: t.arg.boolean({ description: CREDENTIAL_FILTER.isActive }),
      },
      resolve: async (_, { userId, isActive, ...page }, { deps, actor }) =>
        connectionOf(await listAccessTokens(deps, actor, { userId, isActive }, page)),
    },
    { name: 'AccessTokenConnection', description: 'A page of access tokens.', fields: (c) => ({ totalCount: c.int(TOTAL_COUNT) }) },
    { name: 'AccessTokenEdge' },
  ),
);
