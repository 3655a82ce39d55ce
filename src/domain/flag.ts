import type { Sql, Statement } from '../db/sql.ts';
import type { FeatureFlag as FlagRow } from '../generated/prisma/client.ts';
import type { RawJson } from '../json/raw-json.ts';

/** `filters` is RawJson where SQL read the flag, parsed JSON where Prisma did. */
export type FeatureFlag = Omit<FlagRow, 'filters' | 'createdAt' | 'createdById'> & { filters: RawJson | FlagRow['filters'] };

/** The column of each field. */
export const FLAG_COLUMNS = {
  id: 'id',
  projectId: 'project_id',
  key: 'key',
  name: 'name',
  filters: 'filters',
  active: 'active',
  deleted: 'deleted',
  ensureExperienceContinuity: 'ensure_experience_continuity',
  hasEncryptedPayloads: 'has_encrypted_payloads',
  version: 'version',
  evaluationRuntime: 'evaluation_runtime',
  bucketingIdentifier: 'bucketing_identifier',
  evaluationContexts: 'evaluation_contexts',
} satisfies Record<keyof FeatureFlag, string>;

const SELECT = `SELECT ${Object.entries(FLAG_COLUMNS)
  .map(([field, column]) => `${column} AS "${field}"`)
  .join(', ')} FROM feature_flags`;

const FIND: Statement = { name: 'find_flags', text: `${SELECT} WHERE id = ANY($1::int[]) AND NOT deleted` };
const FIND_ALL: Statement = { name: 'find_all_flags', text: `${SELECT} WHERE id = ANY($1::int[])` };

/** Flags by id, past any check: for those that a tour which the caller may see points at. */
export function findFlagsById(sql: Sql, ids: readonly number[]): Promise<FeatureFlag[]> {
  return sql.query<FeatureFlag>(FIND, [ids]);
}

/** The same, deleted ones included. */
export function findAllFlagsById(sql: Sql, ids: readonly number[]): Promise<FeatureFlag[]> {
  return sql.query<FeatureFlag>(FIND_ALL, [ids]);
}
