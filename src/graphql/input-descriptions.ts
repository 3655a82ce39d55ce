/** Texts that several inputs share. */
export const EXPECTED_REVISION = 'Write only if the tour is still at this revision, else answer ConflictError. Absent: write in any case.';

/** The inputs of the live tour and of its draft mean the same. */
export const TOUR_ID = '`uuid` of the tour.';
export const NAME = '1 to 400 characters after trimming.';
export const DESCRIPTION = 'Trimmed; may be empty.';
export const CONTENT =
  'What the tour shows and when: an object with `steps`, `conditions`, `appearance`, `displayFrequency` and whatever else a client keeps.';
export const AUTO_LAUNCH = 'Whether browsers show the tour by themselves.';
export const TARGETING = 'Whom to show it: `{ groups: [{ properties: […], rollout_percentage }] }`; null: everybody.';
export const LINKED_FLAG = '`databaseId` of a flag of the project that must be on as well.';

export const CLIENT_MUTATION_ID = 'Up to 255 characters; comes back in the event, so that an editor knows its own echo.';
