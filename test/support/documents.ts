/** Documents that many tests use. */
export const CREATE_TOUR = `mutation ($input: CreateTourInput!) {
  createTour(input: $input) {
    __typename
    ... on CreateTourSuccess { tour { id uuid name revision status content { raw } } }
    ... on Error { message code }
    ... on ValidationError { fields { path code message } }
  }
}`;

export const UPDATE_TOUR = `mutation ($input: UpdateTourInput!) {
  updateTour(input: $input) {
    __typename
    ... on UpdateTourSuccess { tour { uuid name revision hasDraft archived startDate endDate } }
    ... on Error { message code }
    ... on ValidationError { fields { path code message } }
  }
}`;

export const SAVE_DRAFT = `mutation ($input: SaveTourDraftInput!) {
  saveTourDraft(input: $input) {
    __typename
    ... on SaveTourDraftSuccess { revision rebased tour { uuid revision hasDraft draft { raw } } }
    ... on Error { message code }
    ... on ValidationError { fields { path code message } }
  }
}`;

export const PUBLISH_DRAFT = `mutation ($input: PublishTourDraftInput!) {
  publishTourDraft(input: $input) {
    __typename
    ... on PublishTourDraftSuccess { tour { uuid name revision hasDraft draft { raw } } }
    ... on Error { message code }
    ... on ValidationError { fields { path code message } }
  }
}`;

export const TOUR_CHANGED = `subscription ($tourId: UUID!, $after: String) {
  tourDraftChanged(tourId: $tourId, after: $after) {
    cursor kind tourId revision previousRevision hasDraft clientMutationId occurredAt
    patch { op path value }
    actor { email }
    tour { name hasDraft draft { raw } }
  }
}`;
