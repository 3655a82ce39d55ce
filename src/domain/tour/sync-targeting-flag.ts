import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Sql, Statement } from '../../db/sql.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { Actor } from '../actor.ts';
import { targetingFlagKey } from './flag-key.ts';
import type { LiveFields } from './input.ts';
import { isTargetingActive } from './lifecycle.ts';
import { internalFlagFilters } from './targeting.ts';

/** An internal flag as the activity log shows it. */
export interface TargetingFlag {
  id: number;
  key: string;
  name: string;
  filters: RawJson;
  active: boolean;
  deleted: boolean;
}

const COLUMNS = 'id, key, name, filters, active, deleted';
const FIND: Statement = { name: 'find_targeting_flag', text: `SELECT ${COLUMNS} FROM feature_flags WHERE id = $1 FOR UPDATE` };
const CREATE: Statement = {
  name: 'create_targeting_flag',
  text: `INSERT INTO feature_flags (project_id, key, name, filters, active, evaluation_contexts, created_by_id)
    VALUES ($1, $2, $3, $4::jsonb, $5, '{}', $6) RETURNING ${COLUMNS}`,
};
const CHANGE: Statement = {
  name: 'change_targeting_flag',
  text: `UPDATE feature_flags SET filters = $2::jsonb, active = $3 WHERE id = $1 RETURNING ${COLUMNS}`,
};

/**
 * Brings the internal flag in line with the tour: contract section 8. It is made when auto-launch is first switched on, never replaced, and rebuilt from the
 * tour's own targeting whenever an input of its conditions changes.
 *
 * @param before the fields as they were; null for a tour that is being created
 */
export async function syncTargetingFlag(
  tx: Sql,
  actor: Actor,
  tour: { id: string; projectId: number; internalTargetingFlagId: number | null },
  before: LiveFields | null,
  after: LiveFields,
): Promise<{ before: TargetingFlag | null; after: TargetingFlag | null }> {
  const filters = internalFlagFilters({ tourId: tour.id, content: after.content, targetingFlagFilters: after.targeting });
  if (tour.internalTargetingFlagId === null) {
    if (!after.autoLaunch) return { before: null, after: null };
    const key = targetingFlagKey(after.name, randomBytes(4).toString('hex'));
    const values = [tour.projectId, key, `Product Tour: ${after.name}`, JSON.stringify(filters), isTargetingActive(after), actor.userId];
    const [created] = await tx.query<TargetingFlag>(CREATE, values);
    return { before: null, after: created ?? null };
  }
  const flag = await findTargetingFlag(tx, tour);
  if (!flag) return { before: null, after: null };
  const active = nextActive(flag.active, before, after);
  if (active === flag.active && isDeepStrictEqual(flag.filters.value, filters)) return { before: flag, after: flag };
  const [changed] = await tx.query<TargetingFlag>(CHANGE, [flag.id, JSON.stringify(filters), active]);
  return { before: flag, after: changed ?? flag };
}

/** The tour's internal flag, locked. */
export async function findTargetingFlag(tx: Sql, tour: { internalTargetingFlagId: number | null }): Promise<TargetingFlag | null> {
  const [flag] = tour.internalTargetingFlagId === null ? [] : await tx.query<TargetingFlag>(FIND, [tour.internalTargetingFlagId]);
  return flag ?? null;
}

/** Contract 8.2: with auto-launch on, the dates decide; switching it off ends it; while it stays off, nothing moves. */
function nextActive(active: boolean, before: LiveFields | null, after: LiveFields): boolean {
  if (after.autoLaunch) return isTargetingActive(after);
  return before?.autoLaunch ? false : active;
}
