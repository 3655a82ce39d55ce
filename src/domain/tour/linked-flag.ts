import type { Sql, Statement } from '../../db/sql.ts';
import { pointer } from '../../json/patch.ts';
import type { RawJson } from '../../json/raw-json.ts';
import { type PlacedProblem, ValidationError } from '../errors.ts';
import type { LiveFields } from './input.ts';
import { checkLinkedVariant } from './linked-variant.ts';

const FIND: Statement = {
  name: 'find_linkable_flag',
  text: 'SELECT filters FROM feature_flags WHERE id = $1 AND project_id = $2 AND NOT deleted FOR KEY SHARE',
};

const MAX_ID = 2_147_483_647;

/**
 * Checks the linked flag and the variant that content names: contract 7.4, items 1 and 2. The flag's row stays locked against deletion until the commit.
 *
 * @param check which of the two the request touches: the flag itself, or the pair of flag and variant
 * @throws ValidationError
 */
export async function resolveLinkedFlag(
  tx: Sql,
  projectId: number,
  tour: LiveFields,
  check: { flag: boolean; variant: boolean },
): Promise<void> {
  if (!check.flag && !check.variant) return;
  const problem = linkProblem(tour, await findFlag(tx, projectId, flagId(tour.linkedFlagId)), check);
  if (problem) throw new ValidationError([{ path: null, code: problem.code, message: problem.message, pointer: pointer(...problem.at) }]);
}

/**
 * What is wrong with a link, and where in a draft.
 *
 * @param flag the one that is linked; null: there is none, or not here
 */
export function linkProblem(
  { linkedFlagId, content }: { linkedFlagId: unknown; content: unknown },
  flag: { filters: RawJson } | null,
  check: { flag: boolean; variant: boolean },
): PlacedProblem | null {
  if (check.flag && linkedFlagId !== null && !flag)
    return { at: ['linked_flag_id'], code: 'invalid_input', message: 'Feature Flag with this ID does not exist' };
  const problem = check.variant ? checkLinkedVariant({ content, linkedFlag: flag && { filters: flag.filters.value } }) : null;
  return problem && { at: ['content', 'conditions', 'linkedFlagVariant'], ...problem };
}

/** A value as the id of a flag; null: it is the id of none. */
export function flagId(value: unknown): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MAX_ID ? value : null;
}

async function findFlag(tx: Sql, projectId: number, id: number | null): Promise<{ filters: RawJson } | null> {
  if (id === null) return null;
  const [flag] = await tx.query<{ filters: RawJson }>(FIND, [id, projectId]);
  return flag ?? null;
}

/** The content without the variant it names: what is left when its flag is taken away. */
export function withoutLinkedVariant(content: Record<string, unknown>): Record<string, unknown> {
  const { conditions } = content;
  if (typeof conditions !== 'object' || conditions === null || !('linkedFlagVariant' in conditions)) return content;
  const { linkedFlagVariant: _, ...rest } = conditions as Record<string, unknown>;
  return { ...content, conditions: rest };
}
