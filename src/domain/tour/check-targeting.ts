import type { Sql, Statement } from '../../db/sql.ts';
import { isObject } from '../../json/json-object.ts';
import { pointer } from '../../json/patch.ts';
import type { RawJson } from '../../json/raw-json.ts';
import { type FieldProblem, type PlacedProblem, ValidationError } from '../errors.ts';
import { filterFaults } from '../targeting/check/check-filters.ts';
import { newFaults } from '../targeting/check/stored-parts.ts';
import { targetingProblems } from './targeting-filters.ts';

/** The input field in which a GraphQL client gives targeting. */
export type TargetingField = 'targeting' | 'targetingFlagFilters';

const FIND_STORED: Statement = {
  name: 'find_stored_targeting',
  text: `SELECT t.targeting_flag_filters AS live, t.draft_content -> 'targeting_flag_filters' AS draft, f.filters AS flag
    FROM tours t LEFT JOIN feature_flags f ON f.id = t.internal_targeting_flag_id WHERE t.id = $1`,
};

/**
 * Refuses targeting with unknown keys or operators or malformed values. REST stores it, as PostHog does;
 * TourDraft.problems reports it.
 *
 * @param input value: null and undefined pass. field: null for a caller that is not checked. isDraft: conditions may
 *   lack their value.
 * @param tourId null: the tour does not exist yet. Parts that it has already pass.
 * @throws ValidationError
 */
export async function requireKnownTargeting(
  sql: Sql,
  input: { value: unknown; field: TargetingField | null | undefined; isDraft?: boolean },
  tourId: string | null,
): Promise<void> {
  const { value, field, isDraft } = input;
  // What has another structure is refused by the checks that REST has, too.
  if (!field || !isObject(value) || targetingProblems(value).length > 0) return;
  const faults = filterFaults(value).filter(({ code }) => !(isDraft && code === 'required'));
  if (faults.length === 0) return;
  const found = tourId === null ? faults : newFaults(faults, value, await storedTargeting(sql, tourId));
  if (found.length > 0) throw new ValidationError(found.map((fault) => named(field, fault)));
}

async function storedTargeting(sql: Sql, tourId: string): Promise<unknown[]> {
  const [row] = await sql.query<Record<'live' | 'draft' | 'flag', RawJson | null>>(FIND_STORED, [tourId]);
  return row ? [row.live, row.draft, row.flag].flatMap((json) => (json ? [json.value] : [])) : [];
}

function named(field: TargetingField, { at, code, message }: PlacedProblem): FieldProblem {
  const keys = field === 'targeting' ? at.map((key) => (key === 'rollout_percentage' ? 'rolloutPercentage' : key)) : at;
  return { path: [field, ...keys].join('.'), code, message, pointer: pointer('targeting_flag_filters', ...at) };
}
