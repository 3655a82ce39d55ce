import { createUser } from '../domain/create-user.ts';
import { deactivateUser } from '../domain/deactivate-user.ts';
import { builder } from './builder.ts';
import { COMMON_ERRORS } from './error.ts';
import { changedUser, userSuccess } from './user-result.ts';

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
        '`id` of the organization that the user belongs to. Absent: that of the first project, or else that of the caller’s current project.',
    }),
  }),
});

builder.mutationField('createUser', (t) =>
  t.field({
    type: userSuccess('CreateUserSuccess', 'The user was created.'),
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

builder.mutationField('deactivateUser', (t) =>
  t.field({
    type: userSuccess('DeactivateUserSuccess', 'The user is deactivated.'),
    errors: { types: COMMON_ERRORS, union: { name: 'DeactivateUserResult' } },
    description:
      'Deactivates another user, all of whose projects the caller’s key opens, and revokes the user’s keys and tokens. Within a second their subscriptions end, and their WebSockets are closed with 4403. What the user has made stays. Scope `*`.',
    args: { input: t.arg({ type: DeactivateUserInput, required: true }) },
    resolve: async (_, { input }, context) => changedUser(context, await deactivateUser(context.deps, context.actor, input.userId)),
  }),
);
