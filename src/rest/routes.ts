import { IF_NONE_MATCH } from '../openapi/conditional.ts';
import { WRITE_CONDITIONS } from './etag.ts';
import { IDEMPOTENCY_KEY } from './idempotency-key.ts';
import { LIMIT, OFFSET, SEARCH } from './pagination.ts';
import { PREFER_STRICT } from './prefer.ts';
import { TOURS } from './resource.ts';
import type { Route } from './route.ts';

const READ = 'product_tour:read';
const WRITE = 'product_tour:write';

/** The ten endpoints: contract section 10.10. */
const TOUR_ROUTES: readonly Omit<Route, 'resource'>[] = [
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

export const ROUTES: readonly Route[] = TOUR_ROUTES.map((route) => ({ ...route, resource: TOURS }));
