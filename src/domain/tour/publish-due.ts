import { isUnavailable } from '../../db/pg-errors.ts';
import type { Statement } from '../../db/sql.ts';
import type { Deps } from '../deps.ts';
import { ConflictError, DomainError, ValidationError } from '../errors.ts';
import { findUserActor } from '../user-actor.ts';
import { publishDraft } from './publish.ts';
import { type ScheduleFailure, updateSchedule } from './schedule.ts';

/** What the trigger of scheduled_publishes announces: somebody has scheduled a publish. */
export const SCHEDULE_CHANNEL = 'tour_gateway_schedule';

/** When the database gave one up, which may go through the next time. */
const RETRY_MS = 1000;

interface Pending {
  id: string;
  projectId: number;
  revision: number;
  scheduledById: number | null;
  scheduledByName: string;
  /** By the database's clock; 0: it is due. */
  waitMs: number;
}

/** In the order of their moments: one publish may take the name that the one before gives up. */
const FIND_PENDING: Statement = {
  name: 'find_pending_publishes',
  text: `SELECT t.id, t.project_id AS "projectId", t.revision, s.scheduled_by_id AS "scheduledById", s.scheduled_by_name AS "scheduledByName",
      greatest(extract(epoch FROM s.publish_at - now()) * 1000, 0)::float8 AS "waitMs"
    FROM scheduled_publishes s JOIN tours t ON t.id = s.tour_id
    WHERE s.failed_at IS NULL AND s.tour_id <> ALL($1::uuid[]) ORDER BY s.publish_at, s.tour_id LIMIT 20`,
};

const FAIL = {
  name: 'fail_scheduled_publish',
  also: 'failed AS (UPDATE scheduled_publishes s SET failed_at = clock_timestamp(), failure = $13::jsonb FROM t WHERE s.tour_id = t.id)',
};

/**
 * Publishes every draft whose scheduled moment has come, as whoever scheduled it. Each is published at the revision at which it was found due, or not at all:
 * every write moves the revision, that of the schedule too, so that of several nodes one publishes, and none what was called off meanwhile. What is refused is
 * marked with the reason and not tried again.
 *
 * @param onFault hears of what went wrong for no reason that its author should hear; it stays due, and does not hold up the others
 * @returns the milliseconds until there is something to do again; Infinity: nothing is pending
 * @throws the database's error when it is away
 */
export async function publishDue(deps: Deps, signal: AbortSignal, onFault: (tourId: string, error: unknown) => void): Promise<number> {
  const passedOver: string[] = [];
  let retryMs = Number.POSITIVE_INFINITY;
  while (!signal.aborted) {
    const pending = await deps.db.sql.query<Pending>(FIND_PENDING, [passedOver]);
    const due = pending.filter(({ waitMs }) => waitMs === 0);
    if (due.length === 0) return Math.min(pending[0]?.waitMs ?? Number.POSITIVE_INFINITY, retryMs);
    for (const one of due) {
      if (signal.aborted) break;
      await publishPending(deps, one).catch((error: unknown) => {
        passedOver.push(one.id);
        if (isUnavailable(error)) retryMs = RETRY_MS;
        onFault(one.id, error);
      });
    }
  }
  return Number.POSITIVE_INFINITY;
}

async function publishPending(deps: Deps, pending: Pending): Promise<void> {
  const actor = await findUserActor(deps.db.sql, pending.scheduledById, pending.projectId);
  if (!actor) {
    const message = `${pending.scheduledByName}, who scheduled it, is inactive or no member of the project any more.`;
    return fail(deps, pending, { reason: 'NOT_ALLOWED', message, fields: [] });
  }
  try {
    await publishDraft(deps, actor, { tourId: pending.id, expectedRevision: pending.revision });
  } catch (error) {
    // Somebody else was faster: if it is still due, it will be found at its new revision.
    if (error instanceof ConflictError) return;
    if (!(error instanceof DomainError)) throw error;
    const fields = error instanceof ValidationError ? error.fields : [];
    await fail(deps, pending, { reason: 'REFUSED', message: error.message, fields });
  }
}

async function fail(deps: Deps, pending: Pending, failure: ScheduleFailure): Promise<void> {
  await updateSchedule(deps.db.sql, { userId: null }, pending, { ...FAIL, values: [JSON.stringify(failure)] }, []);
}
