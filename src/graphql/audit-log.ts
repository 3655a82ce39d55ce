import { AUDIT_ACTIONS, type AuditAction } from '../domain/audit-log.ts';
import { listAuditLog } from '../domain/list-audit-log.ts';
import type { AuditEntry } from '../generated/prisma/client.ts';
import { builder } from './builder.ts';
import { connectionOf, TOTAL_COUNT } from './connection.ts';
import { pageCost } from './limits.ts';
import { UserRef } from './user.ts';

const ACTION_DESCRIPTIONS: Record<AuditAction, string> = {
  ORGANIZATION_CREATED: 'An organization was created.',
  ORGANIZATION_UPDATED: 'The name of an organization was changed, or whether it allows personal API keys.',
  PROJECT_CREATED: 'A project was created.',
  PROJECT_UPDATED: 'The name of a project was changed, or its approval of AI data processing.',
  PROJECT_TOKEN_ROTATED: 'A project got a new public token.',
  USER_CREATED: 'A user was created.',
  USER_DEACTIVATED: 'A user was deactivated.',
  MEMBER_ADDED: 'A user became a member of a project.',
  MEMBER_REMOVED: 'A user was removed from a project.',
  PERSONAL_API_KEY_CREATED: 'A personal API key was created.',
  PERSONAL_API_KEY_REVOKED: 'A personal API key was revoked.',
  ACCESS_TOKEN_CREATED: 'An access token was created.',
  ACCESS_TOKEN_REVOKED: 'An access token was revoked.',
};

const AuditActionEnum = builder.enumType('AuditAction', {
  description: 'An administrative change.',
  values: Object.fromEntries(Object.entries(ACTION_DESCRIPTIONS).map(([action, description]) => [action, { description }])) as Record<
    AuditAction,
    { description: string }
  >,
});

const AuditSubject = builder.objectRef<AuditEntry>('AuditSubject').implement({
  description: 'What was changed. It may be gone.',
  fields: (t) => ({
    type: t.string({
      description: '`Organization`, `Project`, `User`, `PersonalApiKey` or `AccessToken`.',
      resolve: ({ action }) => AUDIT_ACTIONS[action as AuditAction],
    }),
    subjectId: t.exposeString('subjectId', { description: '`databaseId` of a user or project. `uuid` of anything else.' }),
    name: t.exposeString('subjectName', {
      description: 'Its name at that time: of a user the email address; of a key or token the label, the mask and the user’s address.',
    }),
  }),
});

const AuditEntryNode = builder.prismaNode('AuditEntry', {
  id: { field: 'id' },
  nullable: true,
  description:
    'An administrative change. It is kept for the retention period, and of each organization at most the newest 100,000 are kept.',
  fields: (t) => ({
    action: t.field({ type: AuditActionEnum, resolve: ({ action }) => action as AuditAction }),
    actor: t.field({
      type: UserRef,
      nullable: true,
      description: 'Who did it. Null: the user is gone, or it was done on the command line.',
      resolve: ({ actorId }, _, { loaders }) => (actorId === null ? null : loaders.user.load(actorId)),
    }),
    actorName: t.exposeString('actorName', { description: 'Stays when the user is gone.' }),
    credentialId: t.expose('credentialId', {
      type: 'UUID',
      nullable: true,
      description: '`uuid` of the key or token that was used. Null: it was done on the command line.',
    }),
    subject: t.field({ type: AuditSubject, resolve: (entry) => entry as AuditEntry }),
    organizationId: t.expose('organizationId', { type: 'UUID', description: '`uuid` of the organization that it concerns.' }),
    projectId: t.exposeInt('projectId', {
      nullable: true,
      description: '`databaseId` of the project that a change of a project or its members is about.',
    }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
  }),
});

/** `AuditEntry`, for fields whose rows the domain has read. */
const AuditEntryRef = AuditEntryNode as unknown as ReturnType<typeof builder.objectRef<AuditEntry>>;

builder.queryField('auditLog', (t) =>
  t.connection(
    {
      type: AuditEntryRef,
      complexity: pageCost,
      description:
        'Administrative changes in the organizations all of whose projects the caller’s key opens, newest first: organizations, projects, users, members, keys and tokens. A change that concerns several organizations has an entry for each. Scope `*`.',
      resolve: async (_, args, { deps, actor }) => connectionOf(await listAuditLog(deps, actor, args)),
    },
    { name: 'AuditEntryConnection', description: 'A page of the audit log.', fields: (c) => ({ totalCount: c.int(TOTAL_COUNT) }) },
    { name: 'AuditEntryEdge' },
  ),
);
