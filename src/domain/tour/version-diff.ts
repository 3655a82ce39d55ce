import type { Statement } from '../../db/sql.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { Deps } from '../deps.ts';
import { ValidationError } from '../errors.ts';
import { type Draft, initialDraft } from './merge-draft.ts';

type VersionRow = Parameters<typeof initialDraft>[0] & { number: number; content: RawJson };

const FIND: Statement = {
  name: 'versions_to_compare',
  text: `SELECT number, name, description, content, auto_launch AS "autoLaunch", targeting_flag_filters AS targeting, linked_flag_id AS "linkedFlagId"
    FROM tour_versions WHERE tour_id = $1 AND number IN ($2, $3)`,
};

/** Two versions as drafts would start from them. */
export interface ComparedVersions {
  before: Draft;
  after: Draft;
}

/**
 * A version of a tour with another one to compare it with. The tour may be seen by the caller.
 *
 * @param against the number of the other version; null: the one before
 * @returns null when there is none before
 * @throws ValidationError when there is no such version
 */
export async function findComparedVersions(
  deps: Deps,
  { tourId, number }: { tourId: string; number: number },
  against: number | null,
): Promise<ComparedVersions | null> {
  const from = against ?? number - 1;
  const rows = await deps.db.sql.query<VersionRow>(FIND, [tourId, from, number]);
  const version = (wanted: number) => rows.find((row) => row.number === wanted);
  const [before, after] = [version(from), version(number)];
  if (!before && against !== null) {
    throw new ValidationError([{ path: 'against', code: 'invalid_input', message: `There is no version ${against} of this tour.` }]);
  }
  return before && after ? { before: initialDraft(before), after: initialDraft(after) } : null;
}
