import { createUser, type User } from '../domain/user.ts';
import { builder } from './builder.ts';
import { COMMON_ERRORS } from './error.ts';
import { UserRef } from './user.ts';

const CreateUserInput = builder.inputType('CreateUserInput', {
  description: 'A new user.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'Unique, whatever the case.' }),
    firstName: t.string({ description: 'May be empty.' }),
    lastName: t.string({ description: 'May be empty.' }),
    projectIds: t.intList({
      required: true,
      defaultValue: [],
      description: '`databaseId`s of the projects to join; the first becomes the current one.',
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
    description: 'Creates a user in projects that the caller can open. Scope `*`.',
    args: { input: t.arg({ type: CreateUserInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }) => ({ user: await createUser(deps, actor, input) }),
  }),
);
