import { readActivityLog } from './activity-log/endpoint.ts';
import type { Endpoint } from './call.ts';
import { TOUR_ENDPOINTS } from './endpoints.ts';
import { FLAG_ENDPOINTS } from './feature-flags/endpoints.ts';
import { retrieveProject } from './projects/endpoint.ts';
import type { Action } from './route.ts';
import { USER_ENDPOINTS } from './users/endpoints.ts';

export const ENDPOINTS: Record<Action, Endpoint> = {
  ...TOUR_ENDPOINTS,
  ...FLAG_ENDPOINTS,
  ...USER_ENDPOINTS,
  activity_log: readActivityLog,
  retrieve_project: retrieveProject,
};
