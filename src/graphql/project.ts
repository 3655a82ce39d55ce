import { requireScope } from '../domain/access.ts';
import { flagsHolding } from '../domain/flag.ts';
import type { Project } from '../domain/project.ts';
import { builder } from './builder.ts';
import { pageCost } from './limits.ts';
import './organization.ts';

const ProjectNode = builder.prismaNode('Project', {
  id: { field: 'id' },
  nullable: true,
  description: 'A tenant: tours, flags and surveys belong to one project, and it to an organization.',
  fields: (t) => ({
    databaseId: t.exposeInt('id', { description: 'The id in REST paths.' }),
    name: t.exposeString('name'),
    token: t.exposeString('token', {
      description: 'The public token that browsers send; it starts with `phc_` and authorises nothing but reading what is public.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    aiDataProcessingApproved: t.exposeBoolean('aiDataProcessingApproved', {
      description: 'Whether step texts may be sent to a language model.',
    }),
    organization: t.relation('organization', { description: 'Whom the project belongs to.' }),
    featureFlags: t.relatedConnection(
      'featureFlags',
      {
        cursor: 'id',
        complexity: pageCost,
        totalCount: true,
        description: 'Its feature flags, internal ones included, newest first. Needs the scope `feature_flag:read`.',
        args: { search: t.arg.string({ description: 'Keeps flags whose key or name holds this text, whatever the case.' }) },
        query: ({ search }, { actor }) => {
          requireScope(actor, 'feature_flag:read');
          return { where: { deleted: false, ...flagsHolding(search) }, orderBy: { id: 'desc' as const } };
        },
      },
      { name: 'FeatureFlagConnection' },
      { name: 'FeatureFlagEdge' },
    ),
  }),
});

/** `Project`, for fields whose rows the domain has read. */
export const ProjectRef = ProjectNode as unknown as ReturnType<typeof builder.objectRef<Project>>;

builder.queryField('project', (t) =>
  t.prismaField({
    type: 'Project',
    nullable: true,
    description: 'A project by its REST id.',
    args: { id: t.arg.int({ required: true, description: '`databaseId` of the project.' }) },
    resolve: (query, _, { id }, { actor, deps }) =>
      actor.projectIds.includes(id) ? deps.db.prisma.project.findUnique({ ...query, where: { id } }) : null,
  }),
);
