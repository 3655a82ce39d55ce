/**
 * What it takes, beside membership, for a credential to open a project, in SQL: `k` is the row of the credential in personal_api_keys, `p` that of the project
 * and `o` that of its organization.
 */
export const OPENING = {
  isAllowed: 'k.is_access_token OR o.members_can_use_personal_api_keys',
  isForProject: `k.scoped_project_ids = '{}' OR p.id = ANY(k.scoped_project_ids)`,
  isForOrganization: `k.scoped_organization_ids = '{}' OR o.id = ANY(k.scoped_organization_ids)`,
} as const;
