import type { Scope } from '../domain/actor.ts';
import type { ErrorCode } from '../domain/errors.ts';
import { IF_NONE_MATCH } from '../openapi/conditional.ts';
import type { Parameter } from '../openapi/document.ts';
import { ITEM_ID, SCOPE } from './activity-shape.ts';
import { WRITE_CONDITIONS } from './etag.ts';
import { IDEMPOTENCY_KEY } from './idempotency-key.ts';
import { LIMIT, OFFSET, SEARCH } from './pagination.ts';
import { PREFER_STRICT } from './prefer.ts';
import type { WriteMode } from './write-shape.ts';

/** One endpoint, as requests are matched with it and as its readers are told of it; `path` follows `/api/projects/:project_id/product_tours`. */
export interface Route {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  action: Action;
  scope: Scope;
  /** The status of success. */
  status: 200 | 201 | 204;
  summary: string;
  about: string;
  query?: readonly Parameter[];
  /** Headers with the ETag of an earlier answer. */
  conditions?: readonly Parameter[];
  /** Other headers that it looks at. */
  headers?: readonly Parameter[];
  /** What its body is read as. */
  body?: WriteMode | 'generate';
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
  | 'activity_log';

/** Bodies by their names in the OpenAPI document. */
export type AnswerName = 'Tour' | 'TourPage' | 'WrittenTour' | 'DraftStatus' | 'Generated' | 'ActivityPage';

const READ = 'product_tour:read';
const WRITE = 'product_tour:write';

/** The ten endpoints: contract section 10.10. */
export const ROUTES: readonly Route[] = [
  {
    method: 'GET',
    path: '',
    action: 'list',
    scope: READ,
    status: 200,
    summary: 'List the tours of a project',
    about: 'Newest first, archived ones included. With `search`, those that are similar, the most similar first.',
    query: [LIMIT, OFFSET, SEARCH],
    conditions: [IF_NONE_MATCH],
    answer: 'TourPage',
  },
  {
    method: 'POST',
    path: '',
    action: 'create',
    scope: WRITE,
    status: 201,
    summary: 'Create a tour',
    about:
      'Makes the tour and what belongs to it as a whole: the internal targeting flag when `auto_launch` is true, and a survey for each step that asks one, whose ids are written into the content. With a `start_date` the tour is launched at once. Logged as `created`.',
    headers: [IDEMPOTENCY_KEY],
    body: 'create',
    answer: 'WrittenTour',
    failures: ['IDEMPOTENCY_KEY_REUSED'],
  },
  {
    method: 'GET',
    path: '/:id',
    action: 'retrieve',
    scope: READ,
    status: 200,
    summary: 'Read a tour',
    about: 'Archived or not, with the draft that is pending.',
    conditions: [IF_NONE_MATCH],
    answer: 'Tour',
  },
  {
    method: 'PATCH',
    path: '/:id',
    action: 'partial_update',
    scope: WRITE,
    status: 200,
    summary: 'Change the live tour',
    about:
      'Live at once, and as a whole: flag, targeting and surveys follow. A pending draft ends, whatever is changed, unless `Prefer: handling=strict` forbids it. A `start_date` launches, an `end_date` stops, and `end_date: null` resumes; a launch is refused while a step lacks the element that it points at. Logged as `updated` when something changed.',
    headers: [PREFER_STRICT],
    conditions: WRITE_CONDITIONS,
    body: 'patch',
    answer: 'WrittenTour',
    failures: ['DRAFT_PENDING'],
  },
  {
    method: 'DELETE',
    path: '/:id',
    action: 'destroy',
    scope: WRITE,
    status: 204,
    summary: 'Delete a tour',
    about: 'Deletes the tour, archived or not, with its draft and its internal flag; ends its surveys. Logged as `deleted`.',
    conditions: WRITE_CONDITIONS,
  },
  {
    method: 'DELETE',
    path: '/:id/discard_draft',
    action: 'discard_draft',
    scope: WRITE,
    status: 200,
    summary: 'Discard the draft',
    about: 'Ends the draft. Nothing live changes, but `updated_at` moves, also without a draft.',
    conditions: WRITE_CONDITIONS,
    answer: 'Tour',
  },
  {
    method: 'PATCH',
    path: '/:id/draft',
    action: 'draft',
    scope: WRITE,
    status: 200,
    summary: 'Save the draft',
    about:
      'Merges the fields into the draft, field by field; where there is none, into a copy of the live tour. No side effects: nothing live changes and nothing is logged. Unfinished content is welcome, and checked when the draft is published. A body without any of the fields changes nothing.',
    conditions: WRITE_CONDITIONS,
    body: 'draft',
    answer: 'Tour',
  },
  {
    method: 'GET',
    path: '/:id/draft_status',
    action: 'draft_status',
    scope: READ,
    status: 200,
    summary: 'Ask whether the draft has changed',
    about: 'Light enough to be asked again and again. No side effects.',
    conditions: [IF_NONE_MATCH],
    answer: 'DraftStatus',
  },
  {
    method: 'POST',
    path: '/:id/generate',
    action: 'generate',
    scope: WRITE,
    status: 200,
    summary: 'Have titles and descriptions written for steps',
    about:
      'Writes for the steps in the body, and stores nothing. The server needs a content provider, and the project’s approval of AI data processing. It may take a minute.',
    body: 'generate',
    answer: 'Generated',
    failures: ['NOT_CONFIGURED', 'NOT_APPROVED', 'GENERATION_EMPTY', 'GENERATION_FAILED'],
  },
  {
    method: 'POST',
    path: '/:id/publish_draft',
    action: 'publish_draft',
    scope: WRITE,
    status: 200,
    summary: 'Publish the draft',
    about:
      'Makes the draft the live tour, with every check and side effect of a change of the live tour, and ends it. Fields in the body are merged into the draft first. If it is refused, nothing changes. Neither launches nor stops.',
    headers: [IDEMPOTENCY_KEY],
    conditions: WRITE_CONDITIONS,
    body: 'draft',
    answer: 'Tour',
    failures: ['NO_DRAFT', 'IDEMPOTENCY_KEY_REUSED'],
  },
];

/** Beside the ten, at `/api/projects/:project_id/activity_log`: what was done to tours (contract section 13). */
export const ACTIVITY_LOG: Route = {
  method: 'GET',
  path: '',
  action: 'activity_log',
  scope: READ,
  status: 200,
  summary: 'List what was done to tours',
  about: 'Newest first. Drafts and reads are not logged.',
  query: [SCOPE, ITEM_ID, LIMIT, OFFSET],
  answer: 'ActivityPage',
};
