/** Texts that several inputs share. */
export const TOUR_ID = '`uuid` or `id` of the tour.';
export const EXPECTED_REVISION = 'Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case.';
export const CLIENT_MUTATION_ID = 'Comes back in the event, so that an editor knows its own echo.';
