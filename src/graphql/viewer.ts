import type { Actor } from '../domain/actor.ts';
import { updateViewer } from '../domain/update-viewer.ts';
import { USER_ROLES } from '../domain/user.ts';
import { builder } from './builder.ts';
import { COMMON_ERRORS } from './error.ts';

const Viewer = builder.objectRef<Actor>('Viewer').implement({
  description: 'Who calls, and what the credential opens.',
  fields: (t) => ({
    user: t.prismaField({
      type: 'User',
      description: 'The user whose key this is.',
      resolve: (query, { userId }, _, { deps }) => deps.db.prisma.user.findUniqueOrThrow({ ...query, where: { id: userId } }),
    }),
    scopes: t.exposeStringList('scopes', { description: 'What the key may do; `*` is everything.' }),
    currentProject: t.prismaField({
      type: 'Project',
      nullable: true,
      description:
        'The project that `@current` names in REST paths: the one that `updateViewer` set, or else the first that the user joined. Null when this credential does not open it.',
      resolve: (query, { projectIds, currentProjectId: id }, _, { deps }) =>
        id !== null && projectIds.includes(id) ? deps.db.prisma.project.findUnique({ ...query, where: { id } }) : null,
    }),
    projects: t.prismaField({
      type: ['Project'],
      description: 'The projects that this credential opens.',
      resolve: (query, { projectIds }, _, { deps }) =>
        deps.db.prisma.project.findMany({ ...query, where: { id: { in: [...projectIds] } }, orderBy: { id: 'asc' } }),
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({ type: Viewer, description: 'Who calls, and what the credential opens.', resolve: (_, __, { actor }) => actor }),
);

const UpdateViewerInput = builder.inputType('UpdateViewerInput', {
  description: 'Changes of the caller’s own user. Absent and null keep.',
  fields: (t) => ({
    currentProjectId: t.int({
      description:
        '`databaseId` of a project that the credential opens. REST paths with `@current` name it from then on, for all keys and tokens of the user.',
    }),
    firstName: t.string({ description: 'May be empty.' }),
    lastName: t.string({ description: 'May be empty.' }),
    roleAtOrganization: t.string({ description: `One of ${USER_ROLES.map((role) => `\`${role}\``).join(', ')}.` }),
  }),
});

builder.mutationField('updateViewer', (t) =>
  t.field({
    type: builder.objectRef<Actor>('UpdateViewerSuccess').implement({
      description: 'The user was changed.',
      fields: (s) => ({ viewer: s.field({ type: Viewer, resolve: (actor) => actor }) }),
    }),
    errors: { types: COMMON_ERRORS, union: { name: 'UpdateViewerResult' } },
    description: 'Changes the caller’s own user, also which project `@current` names in REST paths. Scope `user:write`.',
    args: { input: t.arg({ type: UpdateViewerInput, required: true }) },
    resolve: async (_, { input }, { deps, actor, access }) => {
      await updateViewer(deps, actor, input);
      access.renewCallers();
      return { ...actor, currentProjectId: input.currentProjectId ?? actor.currentProjectId };
    },
  }),
);
