import type { Sql, Statement } from '../../db/sql.ts';
import type { RawJson } from '../../json/raw-json.ts';
import { ValidationError } from '../errors.ts';
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
  const flag = tour.linkedFlagId === null ? null : await findFlag(tx, projectId, tour.linkedFlagId);
  if (check.flag && tour.linkedFlagId !== null && !flag) {
    throw new ValidationError([{ path: null, code: 'invalid_input', message: 'Feature Flag with this ID does not exist' }]);
  }
  const problem = check.variant ? checkLinkedVariant({ content: tour.content, linkedFlag: flag && { filters: flag.filters.value } }) : null;
  if (problem) throw new ValidationError([problem]);
}

async function findFlag(tx: Sql, projectId: number, id: number): Promise<{ filters: RawJson } | null> {
  if (id < 1 || id > MAX_ID) return null;
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
