import type { Push } from '../db/parameters.ts';
import { checkText } from '../json/text-check.ts';
import type { Deps } from './deps.ts';
import { type CountablePage, findPage } from './find-page.ts';
import { type FeatureFlag, findFlagsById } from './flag.ts';
import type { PageArgs } from './keyset.ts';

const NEWEST_FIRST = [{ sql: 'f.id', type: 'int', direction: 'DESC' }] as const;

/**
 * The feature flags of a project that the caller may see, newest first.
 *
 * @param search keeps those whose key or name contains this text, ignoring case
 * @throws ValidationError for page sizes and cursors
 */
export function listFlags(
  deps: Deps,
  projectId: number,
  search: string | null | undefined,
  args: PageArgs,
): Promise<CountablePage<FeatureFlag>> {
  const where = (push: Push) => [`f.project_id = ${push(projectId)}`, 'NOT f.deleted', ...containing(search, push)].join(' AND ');
  const listing = { from: 'feature_flags f', id: 'f.id', where, order: NEWEST_FIRST };
  return findPage(deps.db.sql, listing, args, (ids: number[]) => findFlagsById(deps.db.sql, ids));
}

function containing(text: string | null | undefined, push: Push): string[] {
  if (!text) return [];
  // The database takes no such text, so no flag has it.
  if (checkText(text)) return ['false'];
  const pattern = push(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
  return [`(f.key ILIKE ${pattern} OR f.name ILIKE ${pattern})`];
}
