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
const FIND: Statement = { name: 'find_targeting_flag', text: `SELECT ${COLUMNS} FROM feature_flags WHERE id = $1` };
const LOCK: Statement = { name: 'lock_targeting_flag', text: `${FIND.text} FOR UPDATE` };
const CREATE: Statement = {
  name: 'create_targeting_flag',
  text: `INSERT INTO feature_flags (project_id, key, name, filters, active, evaluation_contexts, created_by_id)
    VALUES ($1, $2, $3, $4::jsonb, $5, '{}', $6) RETURNING ${COLUMNS}`,
};
const CHANGE: Statement = {
  name: 'change_targeting_flag',
  text: `UPDATE feature_flags SET filters = $2::jsonb, active = $3 WHERE id = $1 RETURNING ${COLUMNS}`,
};

/** What the internal flag of a tour has to become. */
export interface TargetingFlagPlan {
  change: 'CREATE' | 'CHANGE' | 'NONE';
  filters: { groups: object[] };
  active: boolean;
}

/**
 * Contract section 8: the flag is made when auto-launch is first switched on, never replaced, and rebuilt from the tour's own targeting whenever an input of its
 * conditions changes. Nothing is written.
 *
 * @param flag the one that there is
 * @param before the fields as they were; null for a tour that is being created
 */
export function planTargetingFlag(
  tour: { id: string; internalTargetingFlagId: number | null },
  flag: TargetingFlag | null,
  before: LiveFields | null,
  after: LiveFields,
): TargetingFlagPlan {
  const filters = internalFlagFilters({ tourId: tour.id, content: after.content, targetingFlagFilters: after.targeting });
  if (tour.internalTargetingFlagId === null) {
    return after.autoLaunch ? { change: 'CREATE', filters, active: isTargetingActive(after) } : { change: 'NONE', filters, active: false };
  }
  if (!flag) return { change: 'NONE', filters, active: false };
  const active = nextActive(flag.active, before, after);
  const isSame = active === flag.active && isDeepStrictEqual(flag.filters.value, filters);
  return { change: isSame ? 'NONE' : 'CHANGE', filters, active };
}

/** Brings the internal flag in line with the tour, as planned. */
export async function syncTargetingFlag(
  tx: Sql,
  actor: Actor,
  tour: { id: string; projectId: number; internalTargetingFlagId: number | null },
  before: LiveFields | null,
  after: LiveFields,
): Promise<{ before: TargetingFlag | null; after: TargetingFlag | null }> {
  const flag = await findTargetingFlag(tx, tour);
  const { change, filters, active } = planTargetingFlag(tour, flag, before, after);
  if (change === 'NONE') return { before: flag, after: flag };
  if (change === 'CREATE') {
    const key = targetingFlagKey(after.name, randomBytes(4).toString('hex'));
    const values = [tour.projectId, key, `Product Tour: ${after.name}`, JSON.stringify(filters), active, actor.userId];
    const [created] = await tx.query<TargetingFlag>(CREATE, values);
    return { before: null, after: created ?? null };
  }
  const [changed] = flag ? await tx.query<TargetingFlag>(CHANGE, [flag.id, JSON.stringify(filters), active]) : [];
  return { before: flag, after: changed ?? flag };
}

/** The tour's internal flag, locked unless it is only to be looked at. */
export async function findTargetingFlag(
  tx: Sql,
  tour: { internalTargetingFlagId: number | null },
  { isLocked } = { isLocked: true },
): Promise<TargetingFlag | null> {
  const statement = isLocked ? LOCK : FIND;
  const [flag] = tour.internalTargetingFlagId === null ? [] : await tx.query<TargetingFlag>(statement, [tour.internalTargetingFlagId]);
  return flag ?? null;
}

/** Contract 8.2: with auto-launch on, the dates decide; switching it off ends it; while it stays off, nothing moves. */
function nextActive(active: boolean, before: LiveFields | null, after: LiveFields): boolean {
  if (after.autoLaunch) return isTargetingActive(after);
  return before?.autoLaunch ? false : active;
}
