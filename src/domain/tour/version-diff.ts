import type { Statement } from '../../db/sql.ts';
import { diff, type Operation } from '../../json/patch.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { Deps } from '../deps.ts';
import { ValidationError } from '../errors.ts';
import { initialDraft } from './merge-draft.ts';

type VersionRow = Parameters<typeof initialDraft>[0] & { number: number; content: RawJson };

const FIND: Statement = {
  name: 'versions_to_compare',
  text: `SELECT number, name, description, content, auto_launch AS "autoLaunch", targeting_flag_filters AS targeting, linked_flag_id AS "linkedFlagId"
    FROM tour_versions WHERE tour_id = $1 AND number IN ($2, $3)`,
};

/**
 * What makes one version of a tour into another (RFC 6902), over the draftable keys in the wire's names. The tour may be seen by the caller.
 *
 * @param against the number of the version to start from; null: the one before, and nothing for the first
 * @throws ValidationError when there is no such version
 */
export async function diffVersions(deps: Deps, tourId: string, number: number, against: number | null): Promise<Operation[]> {
  const from = against ?? number - 1;
  const rows = await deps.db.sql.query<VersionRow>(FIND, [tourId, from, number]);
  const version = (wanted: number) => rows.find((row) => row.number === wanted);
  const [before, after] = [version(from), version(number)];
  if (!before && against !== null) {
    throw new ValidationError([{ path: 'against', code: 'invalid_input', message: `There is no version ${against} of this tour.` }]);
  }
  return before && after ? diff(initialDraft(before), initialDraft(after)) : [];
}
