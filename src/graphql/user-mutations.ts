import { createUser } from '../domain/create-user.ts';
import type { User } from '../domain/user.ts';
import { builder } from './builder.ts';
import { COMMON_ERRORS } from './error.ts';
import { UserRef } from './user.ts';

const CreateUserInput = builder.inputType('CreateUserInput', {
  description: 'A new user.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'Unique within the organization, whatever the case.' }),
    firstName: t.string({ description: 'Up to 150 characters.' }),
    lastName: t.string({ description: 'Up to 150 characters.' }),
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

const CreateUserSuccess = builder
  .objectRef<{ user: User }>('CreateUserSuccess')
  .implement({ description: 'The user was created.', fields: (t) => ({ user: t.expose('user', { type: UserRef }) }) });

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
