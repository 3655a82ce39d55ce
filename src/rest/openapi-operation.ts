import type { ParameterName } from './openapi-parameter.ts';
import type { Action } from './routes.ts';

/** What no route says of an endpoint: its words, its bodies, and what it answers beside them. Bodies are named as in openapi-component.ts. */
interface Operation {
  summary: string;
  description: string;
  query?: readonly ParameterName[];
  request?: { schema: string; isRequired?: true };
  answer?: string;
  /** A header with the ETag of an earlier answer. */
  condition?: 'ifMatch' | 'ifNoneMatch';
  /** Bodies without the envelope, by status; null: none. The envelope may come with the same status. */
  bare?: Record<number, string | null>;
}

export const OPERATIONS: Record<Action, Operation> = {
  list: {
    summary: 'List the tours of a project',
    description: 'Newest first, archived ones included. With `search`, those that are similar, the most similar first.',
    query: ['limit', 'offset', 'search'],
    answer: 'TourPage',
    condition: 'ifNoneMatch',
  },
  create: {
    summary: 'Create a tour',
    description:
      'Makes the tour and what belongs to it as a whole: the internal targeting flag when `auto_launch` is true, and a survey for each step that asks one, whose ids are written into the content. With a `start_date` the tour is launched at once. Logged as `created`.',
    request: { schema: 'NewTour', isRequired: true },
    answer: 'WrittenTour',
  },
  retrieve: {
    summary: 'Read a tour',
    description: 'Archived or not, with the draft that is pending.',
    answer: 'Tour',
    condition: 'ifNoneMatch',
  },
  partial_update: {
    summary: 'Change the live tour',
    description:
      'Live at once, and as a whole: flag, targeting and surveys follow. A pending draft ends, whatever is changed. A `start_date` launches, an `end_date` stops, and `end_date: null` resumes; a launch is refused while a step lacks the element that it points at. Logged as `updated` when something changed.',
    request: { schema: 'TourChange' },
    answer: 'WrittenTour',
    condition: 'ifMatch',
  },
  destroy: {
    summary: 'Delete a tour',
    description: 'Deletes the tour, archived or not, with its draft and its internal flag; ends its surveys. Logged as `deleted`.',
    condition: 'ifMatch',
  },
  discard_draft: {
    summary: 'Discard the draft',
    description: 'Ends the draft. Nothing live changes, but `updated_at` moves, also without a draft.',
    answer: 'Tour',
    condition: 'ifMatch',
  },
  draft: {
    summary: 'Save the draft',
    description:
      'Merges the fields into the draft, field by field; where there is none, into a copy of the live tour. No side effects: nothing live changes and nothing is logged. Unfinished content is welcome, and checked when the draft is published. A body without any of the fields changes nothing.',
    request: { schema: 'DraftChange' },
    answer: 'Tour',
    condition: 'ifMatch',
  },
  draft_status: {
    summary: 'Ask whether the draft has changed',
    description: 'Light enough to be asked again and again. No side effects.',
    answer: 'DraftStatus',
    condition: 'ifNoneMatch',
  },
  generate: {
    summary: 'Have titles and descriptions written for steps',
    description:
      'Writes for the steps in the body, and stores nothing. The server needs a source of texts, and the organization’s approval of AI data processing.',
    request: { schema: 'Generate' },
    answer: 'Generated',
    bare: { 403: 'GenerateError', 404: null, 500: 'GenerateError' },
  },
  publish_draft: {
    summary: 'Publish the draft',
    description:
      'Makes the draft the live tour, with every check and side effect of a change of the live tour, and ends it. Fields in the body are merged into the draft first. If it is refused, nothing changes. Neither launches nor stops.',
    request: { schema: 'DraftChange' },
    answer: 'Tour',
    condition: 'ifMatch',
    bare: { 400: 'NoDraft' },
  },
  activity_log: {
    summary: 'List what was done to tours',
    description: 'Newest first.',
    query: ['scope', 'itemId', 'limit', 'offset'],
    answer: 'ActivityPage',
  },
};
