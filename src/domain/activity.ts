import { isDeepStrictEqual } from 'node:util';
import type { Sql, Statement } from '../db/sql.ts';
import type { Actor } from './actor.ts';
import type { LiveFields } from './tour/input.ts';
import type { TargetingFlag } from './tour/sync-targeting-flag.ts';

/** One changed field, under its name on the wire. */
export interface ActivityChange {
  type: 'ProductTour';
  action: 'created' | 'changed' | 'deleted';
  field: string;
  before: unknown;
  after: unknown;
}

/** The logged fields of a tour. */
export type TourSnapshot = LiveFields & { flag: TargetingFlag | null };

/** A tour on both sides of a change. `before` null: created; `after` null: deleted. */
export interface TourSnapshots {
  before: TourSnapshot | null;
  after: TourSnapshot | null;
}

const RECORD: Statement = {
  name: 'record_activity',
  // Not the transaction's start: it may have waited for the tour's lock since then, and the log is in the order of commits.
  text: `INSERT INTO activities (project_id, scope, item_id, activity, detail, user_id, created_at)
    VALUES ($1, 'ProductTour', $2, $3, $4::jsonb, $5, clock_timestamp())`,
};

const FIND_FLAGS: Statement = {
  name: 'find_logged_flags',
  text: 'SELECT id, key, name, filters, active, deleted FROM feature_flags WHERE id = ANY($1::int[])',
};

/** Writes who changed what: contract section 13. A change that changed nothing is not logged. */
export async function recordTourActivity(
  tx: Sql,
  actor: Actor,
  tour: { id: string; projectId: number },
  { before, after }: TourSnapshots,
): Promise<void> {
  const changes = before && after ? await tourChanges(tx, tour.projectId, before, after) : [];
  if (before && after && changes.length === 0) return;
  const activity = before ? (after ? 'updated' : 'deleted') : 'created';
  await recordActivity(tx, actor, tour, activity, (after ?? before)?.name ?? '', changes);
}

export async function recordActivity(
  tx: Sql,
  actor: Actor,
  tour: { id: string; projectId: number },
  activity: 'created' | 'updated' | 'deleted' | 'restored',
  name: string,
  changes: ActivityChange[],
): Promise<void> {
  const detail = { name, changes, short_id: null, type: null, trigger: null, context: null };
  await tx.query(RECORD, [tour.projectId, tour.id, activity, JSON.stringify(detail), actor.userId]);
}

async function tourChanges(tx: Sql, projectId: number, before: TourSnapshot, after: TourSnapshot): Promise<ActivityChange[]> {
  const ids = before.linkedFlagId === after.linkedFlagId ? [] : [before.linkedFlagId, after.linkedFlagId].filter((id) => id !== null);
  const linked = ids.length === 0 ? [] : await tx.query<TargetingFlag>(FIND_FLAGS, [ids]);
  const logged = (tour: TourSnapshot) => loggedFields(tour, linked.find((flag) => flag.id === tour.linkedFlagId) ?? null, projectId);
  return changesBetween(logged(before), logged(after));
}

function loggedFields(tour: TourSnapshot, linkedFlag: TargetingFlag | null, projectId: number): Record<string, unknown> {
  return {
    name: tour.name,
    description: tour.description,
    internal_targeting_flag: loggedFlag(tour.flag, projectId),
    linked_flag: loggedFlag(linkedFlag, projectId),
    content: tour.content,
    auto_launch: tour.autoLaunch,
    start_date: tour.startDate,
    end_date: tour.endDate,
    archived: tour.archived,
    // The flag's filters show it, once there is one.
    ...(tour.flag === null && { targeting_flag_filters: tour.targeting }),
  };
}

function loggedFlag(flag: TargetingFlag | null, projectId: number): unknown {
  if (!flag) return null;
  const { id, key, name, filters, deleted, active } = flag;
  return { id, key, name, filters: filters.value, team_id: projectId, deleted, active };
}

/** The fields that differ. Empty values (null, an empty text, list or object; never false) count as absent: from empty it is `created`, to empty `deleted`. */
function changesBetween(before: Record<string, unknown>, after: Record<string, unknown>): ActivityChange[] {
  return Object.keys(after)
    .filter((field) => !isDeepStrictEqual(before[field], after[field]))
    .map((field) => ({
      type: 'ProductTour',
      action: isEmpty(before[field]) ? 'created' : isEmpty(after[field]) ? 'deleted' : 'changed',
      field,
      before: before[field] ?? null,
      after: after[field] ?? null,
    }));
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
