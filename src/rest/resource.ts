import type { RequiredScope } from '../domain/access.ts';
import { ACTIVITY_SCOPES } from '../domain/actor.ts';
import { parseFlagId } from './feature-flags/flag-id.ts';
import { parseTourId } from './tour-id.ts';

/** A collection of the API: where it is, and how its members are addressed. */
export interface Resource {
  /** Its last word in paths, and its tag in the OpenAPI document. */
  name: 'product_tours' | 'feature_flags' | 'activity_log' | 'projects' | 'users';
  /** Ahead of the paths of its routes. */
  base: string;
  /** What OPTIONS calls it. */
  title: string;
  about: string;
  /** What OPTIONS takes. */
  readScope: RequiredScope;
  /** What the id in a path is, for the documentation. */
  id?: { about: string; schema: { type: 'string' | 'integer'; format?: 'uuid' }; example?: string };
  /** The id in its canonical form; null for a text that no member has. Absent: there are no members, or the address is resolved by the access check. */
  parseId?: (text: string) => string | null;
}

const IN_PROJECT = '/api/projects/:project_id';

export const TOURS: Resource = {
  name: 'product_tours',
  base: `${IN_PROJECT}/product_tours`,
  title: 'Product Tour',
  readScope: 'product_tour:read',
  about: 'Tours and their drafts, for those who make them.',
  id: { about: 'The id of a tour, archived or not.', schema: { type: 'string', format: 'uuid' } },
  parseId: parseTourId,
};

export const FLAGS: Resource = {
  name: 'feature_flags',
  base: `${IN_PROJECT}/feature_flags`,
  title: 'Feature Flag',
  readScope: 'feature_flag:read',
  about: 'The feature flags that tours can be linked to.',
  id: { about: 'The id of a feature flag.', schema: { type: 'integer' } },
  parseId: parseFlagId,
};

export const ACTIVITY: Resource = {
  name: 'activity_log',
  base: `${IN_PROJECT}/activity_log`,
  title: 'Activity Log',
  readScope: ACTIVITY_SCOPES,
  about: 'What was done, and by whom.',
};

export const PROJECTS: Resource = {
  name: 'projects',
  base: '/api/projects',
  title: 'Project',
  readScope: 'project:read',
  about: 'The projects that a key opens.',
  id: {
    about: 'The number of a project, or `@current`: the current project of the key’s user.',
    schema: { type: 'string' },
    example: '@current',
  },
};

export const USERS: Resource = {
  name: 'users',
  base: '/api/users',
  title: 'User',
  readScope: 'user:read',
  about: 'The user whose key it is.',
  id: { about: '`@me`: the user whose key it is. No other user can be read.', schema: { type: 'string' }, example: '@me' },
};
