import { createUser } from '../domain/create-user.ts';
import { deactivateUser } from '../domain/deactivate-user.ts';
import type { User } from '../domain/user.ts';
import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { AccessTokenRef } from './access-token.ts';
import { PersonalApiKeyRef } from './api-key.ts';
import { builder } from './builder.ts';
import { COMMON_ERRORS } from './error.ts';
import { PreviewTokenRef } from './preview-token.ts';
import { UserRef } from './user.ts';
import { changedUser } from './user-result.ts';

const CreateUserInput = builder.inputType('CreateUserInput', {
  description: 'A new user.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'Unique within the organization, whatever the case.' }),
    firstName: t.string({ description: 'May be empty.' }),
    lastName: t.string({ description: 'May be empty.' }),
    projectIds: t.intList({
      required: true,
      defaultValue: [],
      description: '`databaseId`s of the projects to join; the first becomes the current one.',
    }),
    organizationId: t.field({
      type: 'UUID',
      description:
        '`uuid` or `id` of the organization that the user belongs to. Absent: that of the first project, or else that of the caller’s current project.',
    }),
  }),
});

const CreateUserSuccess = builder.objectRef<{ user: User }>('CreateUserSuccess').implement({
  description: 'The user was created.',
  fields: (t) => ({ user: t.expose('user', { type: UserRef }) }),
});

builder.mutationField('createUser', (t) =>
  t.field({
    type: CreateUserSuccess,
    errors: { types: COMMON_ERRORS, union: { name: 'CreateUserResult' } },
    description:
      'Creates a user in projects that the caller can open. A user without projects is visible to callers with the scope `*` that open a project of the user’s organization. Scope `*`.',
    args: { input: t.arg({ type: CreateUserInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }) => ({ user: await createUser(deps, actor, input) }),
  }),
);

const DeactivateUserInput = builder.inputType('DeactivateUserInput', {
  description: 'Which user to deactivate.',
  fields: (t) => ({ userId: t.int({ required: true, description: '`databaseId` of the user.' }) }),
});

const DeactivateUserSuccess = builder.objectRef<{ user: User; revoked: PersonalApiKey[] }>('DeactivateUserSuccess').implement({
  description: 'The user is deactivated.',
  fields: (t) => ({
    user: t.expose('user', { type: UserRef }),
    apiKeys: t.field({
      type: [PersonalApiKeyRef],
      description: 'The personal API keys that were revoked. Empty for a user who was deactivated before.',
      resolve: ({ revoked }) => revoked.filter(({ isAccessToken }) => !isAccessToken),
    }),
    accessTokens: t.field({
      type: [AccessTokenRef],
      description: 'The access tokens that were revoked.',
      resolve: ({ revoked }) => revoked.filter(({ isAccessToken, previewTourId }) => isAccessToken && previewTourId === null),
    }),
    previewTokens: t.field({
      type: [PreviewTokenRef],
      description: 'The preview tokens that were revoked.',
      resolve: ({ revoked }) => revoked.filter(({ previewTourId }) => previewTourId !== null),
    }),
  }),
});

builder.mutationField('deactivateUser', (t) =>
  t.field({
    type: DeactivateUserSuccess,
    errors: { types: COMMON_ERRORS, union: { name: 'DeactivateUserResult' } },
    description:
      'Deactivates another user, all of whose projects the caller’s key opens, and revokes the user’s keys and tokens. Within a second their subscriptions end, and their WebSockets are closed with 4403. What the user has made stays. Scope `*`.',
    args: { input: t.arg({ type: DeactivateUserInput, required: true }) },
    resolve: async (_, { input: { userId } }, context) => {
      const revoked = await deactivateUser(context.deps, context.actor, userId);
      return { user: await changedUser(context, userId), revoked };
    },
  }),
);
