import type { RequiredScope } from '../domain/access.ts';
import type { ErrorCode } from '../domain/errors.ts';
import type { Parameter } from '../openapi/document.ts';
import type { BodyKind } from './body-kind.ts';
import type { Resource } from './resource.ts';

/** One endpoint, as requests are matched with it and as its readers are told of it. */
export interface Route {
  resource: Resource;
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Behind the base of the resource. */
  path: string;
  action: Action;
  scope: RequiredScope;
  /** The status of success. */
  status: 200 | 201 | 204 | 405;
  summary: string;
  about: string;
  query?: readonly Parameter[];
  /** Headers with the ETag of an earlier answer. */
  conditions?: readonly Parameter[];
  /** Other headers that it looks at. */
  headers?: readonly Parameter[];
  /** What its body is read as. */
  body?: BodyKind;
  /** The body of success; none: there is no body. */
  answer?: AnswerName;
  /** What it refuses beside what every endpoint with such a path and body does. */
  failures?: readonly ErrorCode[];
}

export type Action =
  | 'list'
  | 'create'
  | 'retrieve'
  | 'partial_update'
  | 'destroy'
  | 'discard_draft'
  | 'draft'
  | 'draft_status'
  | 'generate'
  | 'publish_draft'
  | 'activity_log'
  | 'list_flags'
  | 'create_flag'
  | 'retrieve_flag'
  | 'update_flag'
  | 'destroy_flag'
  | 'retrieve_project'
  | 'retrieve_user'
  | 'update_user';

/** Bodies by their names in the OpenAPI document. */
export type AnswerName =
  | 'Tour'
  | 'TourPage'
  | 'WrittenTour'
  | 'DraftStatus'
  | 'Generated'
  | 'ActivityPage'
  | 'FeatureFlag'
  | 'FeatureFlagPage'
  | 'Project'
  | 'CurrentUser';
