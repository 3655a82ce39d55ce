import { type Created, createAccessToken, createApiKey } from '../domain/create-credential.ts';
import { createUser } from '../domain/create-user.ts';
import { createFeatureFlag, deleteFeatureFlag, updateFeatureFlag } from '../domain/flag-mutations.ts';
import { createOrganization, updateOrganization } from '../domain/organization.ts';
import { createProject, updateProject } from '../domain/project.ts';
import { revokeAccessToken, revokeApiKey } from '../domain/revoke-credential.ts';
import { type Arguments, flag, json, moment, number, numbers, oneOrMore, optional, optionalMoment, text, texts } from './arguments.ts';
import type { Command } from './command.ts';
import { LISTS } from './lists.ts';

const STRING = { type: 'string' } as const;
const LIST = { type: 'string', multiple: true } as const;
const BOOLEAN = { type: 'boolean' } as const;
const NEW_KEY = { user: STRING, scope: LIST, label: STRING, project: LIST, organization: LIST, 'expires-at': STRING };

export const ADMINISTRATION: Record<string, Command> = {
  'create-organization': {
    usage: '--name NAME [--no-allow-keys]',
    options: { name: STRING, 'allow-keys': BOOLEAN, 'no-allow-keys': BOOLEAN },
    run: (deps, operator, args) =>
      createOrganization(deps, operator, { name: text(args, 'name'), membersCanUsePersonalApiKeys: switched(args, 'allow-keys') }),
  },
  'update-organization': {
    usage: '--id ORGANIZATION [--name NAME] [--allow-keys | --no-allow-keys]',
    options: { id: STRING, name: STRING, 'allow-keys': BOOLEAN, 'no-allow-keys': BOOLEAN },
    run: (deps, operator, args) =>
      updateOrganization(deps, operator, {
        id: text(args, 'id'),
        name: optional(args, 'name'),
        membersCanUsePersonalApiKeys: switched(args, 'allow-keys'),
      }),
  },
  'create-project': {
    usage: '--name NAME [--approve-ai] [--organization ORGANIZATION]',
    options: { name: STRING, 'approve-ai': BOOLEAN, organization: STRING },
    run: (deps, operator, args) =>
      createProject(deps, operator, {
        name: text(args, 'name'),
        aiDataProcessingApproved: flag(args, 'approve-ai'),
        organizationId: optional(args, 'organization'),
      }),
  },
  'update-project': {
    usage: '--id PROJECT [--name NAME] [--approve-ai | --no-approve-ai] [--rotate-token]',
    options: { id: STRING, name: STRING, 'approve-ai': BOOLEAN, 'no-approve-ai': BOOLEAN, 'rotate-token': BOOLEAN },
    run: (deps, operator, args) =>
      updateProject(deps, operator, {
        id: number(args, 'id'),
        name: optional(args, 'name'),
        aiDataProcessingApproved: switched(args, 'approve-ai'),
        rotateToken: flag(args, 'rotate-token'),
      }),
  },
  'create-user': {
    usage: '--email ADDRESS [--first-name NAME] [--last-name NAME] [--project PROJECT]… [--organization ORGANIZATION]',
    options: { email: STRING, 'first-name': STRING, 'last-name': STRING, project: LIST, organization: STRING },
    run: (deps, operator, args) =>
      createUser(deps, operator, {
        email: text(args, 'email'),
        firstName: optional(args, 'first-name'),
        lastName: optional(args, 'last-name'),
        projectIds: numbers(args, 'project'),
        organizationId: optional(args, 'organization'),
      }),
  },
  'create-key': {
    usage:
      '--user USER (--scope SCOPE… | --admin) [--label LABEL] [--project PROJECT]… [--organization ORGANIZATION]… [--expires-at MOMENT]',
    options: { ...NEW_KEY, admin: BOOLEAN },
    run: async (deps, operator, args) =>
      shown(await createApiKey(deps, operator, { ...newKey(args), expiresAt: optionalMoment(args, 'expires-at') })),
  },
  'revoke-key': {
    usage: '--id KEY',
    options: { id: STRING },
    run: async (deps, operator, args) => {
      const { id, revokedAt } = await revokeApiKey(deps, operator, text(args, 'id'));
      return { id, revokedAt };
    },
  },
  'create-token': {
    usage: '--user USER --scope SCOPE… --expires-at MOMENT [--label LABEL] [--project PROJECT]… [--organization ORGANIZATION]…',
    options: NEW_KEY,
    run: async (deps, operator, args) =>
      shown(await createAccessToken(deps, operator, { ...newKey(args), expiresAt: moment(args, 'expires-at') })),
  },
  'revoke-token': {
    usage: '--id TOKEN',
    options: { id: STRING },
    run: async (deps, operator, args) => {
      const { id, revokedAt } = await revokeAccessToken(deps, operator, text(args, 'id'));
      return { id, revokedAt };
    },
  },
  ...LISTS,
  'create-flag': {
    usage: '--project PROJECT --key KEY [--name NAME] [--filters JSON] [--inactive]',
    options: { project: STRING, key: STRING, name: STRING, filters: STRING, inactive: BOOLEAN },
    run: (deps, operator, args) =>
      createFeatureFlag(deps, operator, {
        projectId: number(args, 'project'),
        key: text(args, 'key'),
        name: optional(args, 'name'),
        filters: json(args, 'filters'),
        active: !flag(args, 'inactive'),
      }),
  },
  'update-flag': {
    usage: '--id FLAG [--name NAME] [--filters JSON] [--active | --no-active]',
    options: { id: STRING, name: STRING, filters: STRING, active: BOOLEAN, 'no-active': BOOLEAN },
    run: (deps, operator, args) =>
      updateFeatureFlag(deps, operator, {
        flagId: number(args, 'id'),
        name: optional(args, 'name'),
        filters: json(args, 'filters'),
        active: switched(args, 'active'),
      }),
  },
  'delete-flag': {
    usage: '--id FLAG',
    options: { id: STRING },
    run: async (deps, operator, args) => (await deleteFeatureFlag(deps, operator, number(args, 'id'))).featureFlag,
  },
};

/** `--x` is on, `--no-x` is off, neither keeps. */
function switched(args: Arguments, name: string): boolean | undefined {
  if (flag(args, name)) return true;
  return flag(args, `no-${name}`) ? false : undefined;
}

/** What a key and an access token are made from alike. */
function newKey(args: Arguments) {
  return {
    userId: number(args, 'user'),
    label: optional(args, 'label') ?? 'Command line',
    scopes: flag(args, 'admin') ? [...texts(args, 'scope'), '*', 'installation'] : oneOrMore(args, 'scope'),
    projectIds: numbers(args, 'project'),
    organizationIds: texts(args, 'organization'),
  };
}

function shown({ secret, credential }: Created) {
  const { id, scopes, scopedProjectIds, scopedOrganizationIds, expiresAt } = credential;
  return { secret, id, scopes, projectIds: scopedProjectIds, organizationIds: scopedOrganizationIds, expiresAt };
}
