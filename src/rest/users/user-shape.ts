import type { ViewerFieldsFragment } from '../../generated/operations.ts';
import { membershipLevel } from '../projects/membership-level.ts';
import { teamBody } from '../projects/project-shape.ts';
import { organizationBody, shortOrganizationBody } from './organization-shape.ts';
import { BEFORE_ID, BEFORE_TEAM, BEHIND_HEDGEHOG, BEHIND_ORGANIZATIONS, BEHIND_ROLE } from './user-defaults.ts';

/**
 * The caller's user, with the keys of the original in their order and the original's defaults for what the gateway does not have. Projects and organizations
 * are those that the credential opens.
 */
export function userBody({ user, currentProject, projects, scopes }: ViewerFieldsFragment): object {
  const { id, uuid, distinct_id, first_name, last_name, email, is_email_verified, date_joined } = user;
  const level = membershipLevel(scopes);
  const organizations = [...new Map(projects.map(({ organization }) => [organization.id, organization])).values()];
  return {
    date_joined,
    uuid,
    distinct_id,
    first_name,
    last_name,
    email,
    pending_email: null,
    is_email_verified,
    ...BEFORE_ID,
    id,
    ...BEFORE_TEAM,
    team: currentProject && teamBody(currentProject),
    organization: currentProject && organizationBody(currentProject, projects, level),
    organizations: organizations.map((organization) => shortOrganizationBody(organization, level)),
    ...BEHIND_ORGANIZATIONS,
    hedgehog_config: user.hedgehog_config,
    ...BEHIND_HEDGEHOG,
    role_at_organization: user.role_at_organization,
    ...BEHIND_ROLE,
  };
}
