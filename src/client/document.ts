import type { FieldProblem } from './gateway-error.ts';

/** The state of the tour itself is not asked for with each event: it would come whole, and patches are there to avoid that. */
export const FOLLOW = `subscription ($tourId: UUID!) {
  tourDraftChanged(tourId: $tourId) {
    cursor kind revision previousRevision hasDraft clientMutationId occurredAt
    patch { op path from value }
    actor { email firstName lastName }
  }
}`;

export const READ = `query ($tourId: UUID!) {
  tour(id: $tourId) {
    revision hasDraft updatedAt
    project { databaseId }
    name description autoLaunch targetingFlagFilters
    content { raw }
    linkedFlag { databaseId }
    draft { raw }
  }
}`;

export const SAVE = `mutation ($input: SaveTourDraftInput!) {
  saveTourDraft(input: $input) {
    __typename
    ... on SaveTourDraftSuccess { revision rebased }
    ... on Error { message code }
    ... on ValidationError { fields { path code message } }
    ... on ConflictError { expectedRevision currentRevision conflictingPaths changedBy { email firstName lastName } }
  }
}`;

/** Every document that the client sends. A gateway with TRUSTED_DOCUMENTS trusts them. */
export const CLIENT_DOCUMENTS = [FOLLOW, READ, SAVE];

export type SaveAnswer =
  | { __typename: 'SaveTourDraftSuccess'; revision: number; rebased: boolean }
  | ({ __typename: 'ConflictError' } & Conflict)
  | { __typename: 'ValidationError' | 'NotFoundError' | 'PermissionError'; message: string; code: string; fields?: FieldProblem[] };

/** Others changed the same since the revision that the save named. Nothing was written. */
export interface Conflict {
  message: string;
  expectedRevision: number;
  currentRevision: number;
  /** JSON pointers into the draft. */
  conflictingPaths: string[];
  changedBy: { email: string; firstName: string; lastName: string } | null;
}
