import type { ProjectFieldsFragment, ViewerFieldsFragment } from '../generated/operations.ts';
import { projectBody } from './projects/project-shape.ts';
import { userBody } from './users/user-shape.ts';

const PROJECT: ProjectFieldsFragment = {
  id: 1,
  name: 'Website',
  token: 'phc_public',
  createdAt: '2026-02-01T08:00:00Z',
  aiDataProcessingApproved: false,
  organization: {
    id: '018f3c1e-4b5a-4c6d-8e7f-0123456789ab',
    name: 'Acme',
    createdAt: '2026-02-01T08:00:00Z',
    memberCount: 3,
    membersCanUsePersonalApiKeys: true,
  },
};

const VIEWER: ViewerFieldsFragment = {
  scopes: ['*'],
  user: {
    id: 1,
    uuid: '095be615-a8ad-4c33-8e9c-c7612fbf6c9f',
    distinct_id: 'ada-1',
    first_name: 'Ada',
    last_name: 'Byron',
    email: 'ada@example.com',
    is_email_verified: true,
    hedgehog_config: {},
    role_at_organization: 'product',
    date_joined: '2026-02-01T08:00:00Z',
  },
  currentProject: PROJECT,
  projects: [PROJECT],
};

const { user } = VIEWER;
const UNSET = { distinct_id: null, is_email_verified: null, hedgehog_config: null, role_at_organization: null };

/** Bodies of the fixed shapes, made as the endpoints make them: with everything there, and with nothing that can be absent. */
export const PROJECT_SAMPLES: readonly object[] = [projectBody(PROJECT, ['*'])];
export const USER_SAMPLES: readonly object[] = [
  userBody(VIEWER),
  userBody({ ...VIEWER, user: { ...user, ...UNSET }, currentProject: null }),
];
