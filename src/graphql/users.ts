import { listUsers } from '../domain/list-users.ts';
import { builder } from './builder.ts';
import { connectionOf, TOTAL_COUNT } from './connection.ts';
import { pageCost } from './limits.ts';
import { UserRef } from './user.ts';

builder.queryField('users', (t) =>
  t.connection(
    {
      type: UserRef,
      complexity: pageCost,
      description:
        'The members of the projects that the caller’s key opens, and users without projects who belong to the organizations of these, in the order of their ids. Scope `*`.',
      resolve: async (_, args, { deps, actor }) => connectionOf(await listUsers(deps, actor, args)),
    },
    { name: 'UserConnection', description: 'A page of users.', fields: (c) => ({ totalCount: c.int(TOTAL_COUNT) }) },
    { name: 'UserEdge' },
  ),
);
