import type { ProjectFieldsFragment } from '../../generated/operations.ts';
import { membershipLevel } from './membership-level.ts';
import { PROJECT_DEFAULTS, UNCONFIGURED } from './project-defaults.ts';
import { projectUuid } from './project-uuid.ts';

/** A project as its own endpoint shows it: the keys of the original in their order, with the original's defaults for what the gateway does not have. */
export function projectBody(project: ProjectFieldsFragment, scopes: readonly string[]): object {
  const { id, name, token, createdAt, organization } = project;
  return {
    id,
    organization: organization.id,
    name,
    product_description: null,
    created_at: createdAt,
    effective_membership_level: membershipLevel(scopes),
    has_group_types: false,
    group_types: [],
    live_events_token: null,
    updated_at: createdAt,
    uuid: projectUuid(project),
    api_token: token,
    ...PROJECT_DEFAULTS,
    project_id: id,
    user_access_level: scopes.includes('*') ? 'admin' : 'member',
    ...UNCONFIGURED,
  };
}

/** The same in short, as it stands in the body of a user. */
export function teamBody(project: Omit<ProjectFieldsFragment, 'aiDataProcessingApproved'>): object {
  const { id, name, token, organization } = project;
  return {
    id,
    uuid: projectUuid(project),
    organization: organization.id,
    project_id: id,
    api_token: token,
    name,
    completed_snippet_onboarding: false,
    has_completed_onboarding_for: null,
    ingested_event: false,
    is_demo: false,
    timezone: 'UTC',
    access_control: false,
  };
}
