import { listOrganizations } from '../domain/list-organizations.ts';
import { findOrganizations, type Organization } from '../domain/organization.ts';
import { builder } from './builder.ts';
import { connectionOf, TOTAL_COUNT } from './connection.ts';
import { pageCost } from './limits.ts';

const OrganizationObject = builder.prismaObject('Organization', {
  interfaces: [builder.nodeInterfaceRef()],
  description: 'Whom projects belong to, and who decides how they may be opened.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A UUID, by which `node` finds the organization, and to which keys may be limited.' }),
    name: t.exposeString('name'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    memberCount: t.int({
      description: 'How many active users are members of its projects.',
      resolve: ({ id }, _, { deps }) =>
        deps.db.prisma.user.count({ where: { isActive: true, memberships: { some: { project: { organizationId: id } } } } }),
    }),
    membersCanUsePersonalApiKeys: t.exposeBoolean('membersCanUsePersonalApiKeys', {
      description:
        'Whether personal API keys open its projects. If not, neither it nor its projects are there for keys; access tokens open them in any case.',
    }),
  }),
});

/** `Organization`, for fields whose rows the domain has read. */
export const OrganizationRef = OrganizationObject as unknown as ReturnType<typeof builder.objectRef<Organization>>;

builder.queryField('organization', (t) =>
  t.field({
    type: OrganizationRef,
    nullable: true,
    description:
      'An organization with a project that the caller’s key opens; with scope `*` also one without projects that belongs to such an organization. One that allows no keys is visible to access tokens only.',
    args: { id: t.arg({ type: 'UUID', required: true }) },
    resolve: async (_, { id }, { actor, deps }) => (await findOrganizations(deps, actor, [id]))[0] ?? null,
  }),
);

builder.queryField('organizations', (t) =>
  t.connection(
    {
      type: OrganizationRef,
      complexity: pageCost,
      description:
        'The organizations with a project that the caller’s key opens, the oldest first; with scope `*` also those without projects that belong to such an organization.',
      resolve: async (_, args, { actor, deps }) => connectionOf(await listOrganizations(deps, actor, args)),
    },
    { name: 'OrganizationConnection', description: 'A page of organizations.', fields: (c) => ({ totalCount: c.int(TOTAL_COUNT) }) },
    { name: 'OrganizationEdge' },
  ),
);
