import type { Actor } from '../domain/actor.ts';
import { builder } from './builder.ts';

const Viewer = builder.objectRef<Actor>('Viewer').implement({
  description: 'Who calls, and what the credential opens.',
  fields: (t) => ({
    user: t.prismaField({
      type: 'User',
      description: 'The user whose key this is.',
      resolve: (query, { userId }, _, { deps }) => deps.db.prisma.user.findUniqueOrThrow({ ...query, where: { id: userId } }),
    }),
    scopes: t.exposeStringList('scopes', { description: 'What the key may do; `*` is everything.' }),
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
