import { ACTIVITY_SCOPES } from '../domain/actor.ts';
import { IF_NONE_MATCH } from '../openapi/conditional.ts';
import { PAGE, PAGE_SIZE } from './activity-log/activity-page.ts';
import { ACTIVITY_FILTERS } from './activity-log/activity-query.ts';
import { WRITE_CONDITIONS } from './etag.ts';
import { FLAG_ACTIVE, FLAG_CREATED_BY, FLAG_KEY, FLAG_SEARCH } from './feature-flags/flag-query.ts';
import { LIMIT, OFFSET } from './pagination.ts';
import { ACTIVITY, FLAGS, PROJECTS, USERS } from './resource.ts';
import type { Route } from './route.ts';

const LOG_ROUTE: Route = {
  resource: ACTIVITY,
  method: 'GET',
  path: '',
  action: 'activity_log',
  scope: ACTIVITY_SCOPES,
  status: 200,
  summary: 'List what was done to tours',
  about: 'Newest first. Drafts and reads are not logged.',
  query: [...ACTIVITY_FILTERS, PAGE, PAGE_SIZE, LIMIT, OFFSET],
  answer: 'ActivityPage',
};

const FLAG_ROUTES: readonly Route[] = [
  {
    resource: FLAGS,
    method: 'GET',
    path: '',
    action: 'list_flags',
    scope: 'feature_flag:read',
    status: 200,
    summary: 'List the feature flags of a project',
    about: 'Newest first. Deleted flags and the internal flags of tours are left out.',
    query: [LIMIT, OFFSET, FLAG_SEARCH, FLAG_KEY, FLAG_ACTIVE, FLAG_CREATED_BY],
    conditions: [IF_NONE_MATCH],
    answer: 'FeatureFlagPage',
  },
  {
    resource: FLAGS,
    method: 'POST',
    path: '',
    action: 'create_flag',
    scope: 'feature_flag:write',
    status: 201,
    summary: 'Create a feature flag',
    about: 'A flag without `filters` is on for nobody.',
    body: 'new_flag',
    answer: 'FeatureFlag',
  },
  {
    resource: FLAGS,
    method: 'GET',
    path: '/:id',
    action: 'retrieve_flag',
    scope: 'feature_flag:read',
    status: 200,
    summary: 'Read a feature flag',
    about: 'Also a deleted one, and the internal flag of a tour.',
    conditions: [IF_NONE_MATCH],
    answer: 'FeatureFlag',
  },
  {
    resource: FLAGS,
    method: 'PATCH',
    path: '/:id',
    action: 'update_flag',
    scope: 'feature_flag:write',
    status: 200,
    summary: 'Change, delete or restore a feature flag',
    about:
      'Deletes with `deleted: true`: tours that the flag was linked to lose the link. Restores with `deleted: false`: the flag is inactive unless the body says otherwise. The internal flag of a tour is changed through its tour.',
    conditions: WRITE_CONDITIONS,
    body: 'flag_change',
    answer: 'FeatureFlag',
  },
  {
    resource: FLAGS,
    method: 'DELETE',
    path: '/:id',
    action: 'destroy_flag',
    scope: 'feature_flag:write',
    status: 405,
    summary: 'Not how a feature flag is deleted',
    about: 'Changes nothing. Send a PATCH with `deleted: true` instead.',
  },
];

const PROJECT_ROUTE: Route = {
  resource: PROJECTS,
  method: 'GET',
  path: '/:id',
  action: 'retrieve_project',
  scope: 'project:read',
  status: 200,
  summary: 'Read a project',
  about:
    'With the public token that browsers send. Settings that this gateway does not have show the defaults of a new project; secret tokens are null.',
  conditions: [IF_NONE_MATCH],
  answer: 'Project',
};

const USER_ROUTES: readonly Route[] = [
  {
    resource: USERS,
    method: 'GET',
    path: '/:id',
    action: 'retrieve_user',
    scope: 'user:read',
    status: 200,
    summary: 'Read the user whose key it is',
    about: 'With the current project as `team`, and the projects and organizations that the key opens.',
    conditions: [IF_NONE_MATCH],
    answer: 'CurrentUser',
  },
  {
    resource: USERS,
    method: 'PATCH',
    path: '/:id',
    action: 'update_user',
    scope: 'user:write',
    status: 200,
    summary: 'Change the user whose key it is',
    about: '`set_current_team` sets the project that `@current` names. The email address and the password cannot be changed with a key.',
    conditions: WRITE_CONDITIONS,
    body: 'user_change',
    answer: 'CurrentUser',
  },
];

/** The endpoints beside those of tours, which the original's clients and scripts use together with them. */
export const NEIGHBOR_ROUTES: readonly Route[] = [LOG_ROUTE, ...FLAG_ROUTES, PROJECT_ROUTE, ...USER_ROUTES];
