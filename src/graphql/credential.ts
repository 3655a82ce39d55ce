import type { PersonalApiKey } from '../generated/prisma/client.ts';
import { builder } from './builder.ts';
import { UserRef } from './user.ts';

/** Descriptions of what both are made from. */
export const USER_ID = '`databaseId` of the user.';
export const LABEL = 'To recognize it by.';
export const SCOPES =
  '`product_tour:read`, `product_tour:write`, `feature_flag:read`, `feature_flag:write`, `activity_log:read`, `project:read`, `user:read`, `user:write`, `*` (everything in the projects that it opens), or `installation` (what concerns the whole installation; only a caller that has it may grant it).';
const PROJECT_IDS = 'The only projects it opens; empty: all of the user’s.';
const ORGANIZATION_IDS = 'The only organizations whose projects it opens; empty: any.';
export const NEW_PROJECT_IDS = `${PROJECT_IDS} Not empty where the caller’s own key or token has such a list: some of that.`;
export const NEW_ORGANIZATION_IDS = `${ORGANIZATION_IDS} Not empty where the caller’s own key or token has such a list: some of that.`;
export const EXPIRES_AT = 'Made with an access token, no later than that one; revoking that one does not revoke it.';

export const CREDENTIAL_ID = 'A UUID, by which it is revoked and `node` finds it.';
export const CREDENTIAL_FILTER = {
  userId: 'Only those of the user with this `databaseId`.',
  isActive: 'True: only those that work now. False: only those that are revoked or expired, or whose user is deactivated. Absent: both.',
};

/** What keys and access tokens have in common. */
export const CredentialRef = builder.interfaceRef<PersonalApiKey>('Credential').implement({
  description: 'What opens the API for a user, without its secret.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A UUID, by which it is revoked.' }),
    label: t.exposeString('label'),
    mask: t.exposeString('mask', { description: 'The first and last four characters of the secret.' }),
    scopes: t.exposeStringList('scopes'),
    projectIds: t.exposeIntList('scopedProjectIds', { description: PROJECT_IDS }),
    organizationIds: t.expose('scopedOrganizationIds', { type: ['UUID'], description: ORGANIZATION_IDS }),
    user: t.field({
      type: UserRef,
      nullable: true,
      resolve: ({ userId }, _, { loaders }) => loaders.user.load(userId),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'DateTime', nullable: true, description: 'To five minutes.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true, description: 'When it stops by itself; null: never.' }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true }),
  }),
});
