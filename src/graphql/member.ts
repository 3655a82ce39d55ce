import { listMembers, type Member } from '../domain/list-users.ts';
import { addMember, type MembershipInput, removeMember } from '../domain/membership.ts';
import type { User } from '../domain/user.ts';
import { builder } from './builder.ts';
import { connectionOf, TOTAL_COUNT } from './connection.ts';
import type { Context } from './context.ts';
import { COMMON_ERRORS } from './error.ts';
import { pageCost } from './limits.ts';
import { UserRef } from './user.ts';
import { changedUser } from './user-result.ts';

const PROJECT_ID = '`databaseId` of the project.';

builder.queryField('members', (t) =>
  t.connection(
    {
      type: UserRef,
      complexity: pageCost,
      description: 'The members of a project, in the order of joining, deactivated ones included. Scope `*`.',
      args: { projectId: t.arg.int({ required: true, description: PROJECT_ID }) },
      resolve: async (_, { projectId, ...page }, { deps, actor }) => connectionOf(await listMembers(deps, actor, projectId, page)),
    },
    { name: 'MemberConnection', description: 'A page of members.', fields: (c) => ({ totalCount: c.int(TOTAL_COUNT) }) },
    {
      name: 'MemberEdge',
      description: 'A membership of a project.',
      fields: (e) => ({
        joinedAt: e.field({
          type: 'DateTime',
          description: 'When the user became a member.',
          resolve: ({ node }) => (node as Member).joinedAt,
        }),
      }),
    },
  ),
);

const MemberInput = builder.inputType('MemberInput', {
  description: 'A user and a project.',
  fields: (t) => ({
    projectId: t.int({ required: true, description: PROJECT_ID }),
    userId: t.int({ required: true, description: '`databaseId` of the user.' }),
  }),
});

/** The success type of a mutation that answers with a user and a project. */
function memberSuccess(name: string, description: string) {
  return builder.objectRef<{ user: User; projectId: number }>(name).implement({
    description,
    fields: (t) => ({
      user: t.expose('user', { type: UserRef }),
      project: t.prismaField({
        type: 'Project',
        description: 'The project whose members were changed.',
        resolve: (query, { projectId }, _, { deps }) => deps.db.prisma.project.findUniqueOrThrow({ ...query, where: { id: projectId } }),
      }),
    }),
  });
}

async function changedMember(context: Context, { userId, projectId }: MembershipInput): Promise<{ user: User; projectId: number }> {
  return { user: await changedUser(context, userId), projectId };
}

builder.mutationField('addMember', (t) =>
  t.field({
    type: memberSuccess('AddMemberSuccess', 'The user is a member of the project.'),
    errors: { types: COMMON_ERRORS, union: { name: 'AddMemberResult' } },
    description:
      'Makes a user whom the caller can see a member of a project that the caller’s key opens. The user’s keys that are not for some projects alone open it from then on. Scope `*`.',
    args: { input: t.arg({ type: MemberInput, required: true }) },
    resolve: async (_, { input }, context) => {
      await addMember(context.deps, context.actor, input);
      return changedMember(context, input);
    },
  }),
);

builder.mutationField('removeMember', (t) =>
  t.field({
    type: memberSuccess('RemoveMemberSuccess', 'The user is not a member of the project any more.'),
    errors: { types: COMMON_ERRORS, union: { name: 'RemoveMemberResult' } },
    description:
      'Ends a user’s membership of a project. Within a second the user’s subscriptions there end. The last active member cannot be removed. Scope `*`.',
    args: { input: t.arg({ type: MemberInput, required: true }) },
    resolve: async (_, { input }, context) => {
      await removeMember(context.deps, context.actor, input);
      return changedMember(context, input);
    },
  }),
);
