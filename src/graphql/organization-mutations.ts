import { createOrganization, type Organization, updateOrganization } from '../domain/organization.ts';
import { builder } from './builder.ts';
import { COMMON_ERRORS } from './error.ts';
import { OrganizationRef } from './organization.ts';

function organizationSuccess(name: string, description: string) {
  return builder
    .objectRef<{ organization: Organization }>(name)
    .implement({ description, fields: (t) => ({ organization: t.expose('organization', { type: OrganizationRef }) }) });
}

const NAME = 'What the organization is called.';
const ALLOWS_KEYS = 'Whether personal API keys open its projects; tokens do in any case.';

const CreateOrganizationInput = builder.inputType('CreateOrganizationInput', {
  description: 'A new organization.',
  fields: (t) => ({
    name: t.string({ required: true, description: NAME }),
    membersCanUsePersonalApiKeys: t.boolean({ description: `${ALLOWS_KEYS} True when absent.` }),
  }),
});

builder.mutationField('createOrganization', (t) =>
  t.field({
    type: organizationSuccess('CreateOrganizationSuccess', 'The organization was created.'),
    errors: { types: COMMON_ERRORS, union: { name: 'CreateOrganizationResult' } },
    description:
      'Creates an organization, to which `createProject` adds projects. Until it has one, it belongs to the organization of the caller’s current project. Scope `*`, with a key that opens a project and is not for some organizations alone: it would not open the new one.',
    args: { input: t.arg({ type: CreateOrganizationInput, required: true }) },
    resolve: async (_, { input }, { deps, actor }) => ({ organization: await createOrganization(deps, actor, input) }),
  }),
);

const UpdateOrganizationInput = builder.inputType('UpdateOrganizationInput', {
  description: 'Absent keeps.',
  fields: (t) => ({
    id: t.field({ type: 'UUID', required: true, description: '`uuid` or `id` of the organization.' }),
    name: t.string({ description: NAME }),
    membersCanUsePersonalApiKeys: t.boolean({
      description: `${ALLOWS_KEYS} Once it is false, keys cannot bring it back: an access token can, or the command line.`,
    }),
  }),
});

builder.mutationField('updateOrganization', (t) =>
  t.field({
    type: organizationSuccess('UpdateOrganizationSuccess', 'The organization was changed.'),
    errors: { types: COMMON_ERRORS, union: { name: 'UpdateOrganizationResult' } },
    description:
      'Changes an organization, for a caller whose key opens all of its projects. Where keys are allowed no more, their subscriptions end within a second. Scope `*`.',
    args: { input: t.arg({ type: UpdateOrganizationInput, required: true }) },
    resolve: async (_, { input }, { deps, actor, access }) => {
      const organization = await updateOrganization(deps, actor, input);
      access.renewCallers();
      return { organization };
    },
  }),
);
