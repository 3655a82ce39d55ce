import type { OrganizationFieldsFragment, ProjectFieldsFragment } from '../../generated/operations.ts';
import { teamBody } from '../projects/project-shape.ts';

/** The organization of the current project. @param projects all that the credential opens */
export function organizationBody(current: ProjectFieldsFragment, projects: readonly ProjectFieldsFragment[], level: number): object {
  const { organization, aiDataProcessingApproved } = current;
  const { id, name, createdAt, memberCount, membersCanUsePersonalApiKeys } = organization;
  const own = projects.filter((project) => project.organization.id === id);
  return {
    id,
    name,
    slug: slug(name),
    logo_media_id: null,
    created_at: createdAt,
    updated_at: createdAt,
    membership_level: level,
    plugins_access_level: 3,
    teams: own.map(teamBody),
    projects: own.map((project) => ({ id: project.id, organization_id: id, name: project.name })),
    available_product_features: [],
    is_member_join_email_enabled: true,
    metadata: { instance_tag: 'none' },
    customer_id: null,
    enforce_2fa: null,
    members_can_invite: true,
    members_can_use_personal_api_keys: membersCanUsePersonalApiKeys,
    allow_publicly_shared_resources: true,
    member_count: memberCount,
    is_ai_data_processing_approved: aiDataProcessingApproved,
    default_experiment_stats_method: 'bayesian',
    default_role_id: null,
  };
}

export function shortOrganizationBody({ id, name, membersCanUsePersonalApiKeys }: OrganizationFieldsFragment, level: number): object {
  return {
    id,
    name,
    slug: slug(name),
    logo_media_id: null,
    membership_level: level,
    members_can_use_personal_api_keys: membersCanUsePersonalApiKeys,
    is_active: true,
    is_not_active_reason: null,
    is_pending_deletion: false,
  };
}

function slug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\P{ASCII}/gu, '')
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/[-\s]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '');
}
