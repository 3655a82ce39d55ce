import type { Statement } from '../../db/sql.ts';
import type { Deps } from '../deps.ts';
import { ConflictError, DomainError, ValidationError } from '../errors.ts';
import { findUserActor } from '../user-actor.ts';
import { publishDraft } from './publish.ts';
import { publishToEnvironment } from './publish-to-environment.ts';
import { type ScheduleFailure, updateSchedule } from './schedule.ts';

/** What the trigger of scheduled_publishes announces: somebody has scheduled a publish. */
export const SCHEDULE_CHANNEL = 'tour_gateway_schedule';

/** When the database is away, so that nothing can be recorded, in milliseconds. */
const RETRY_MS = 1000;

/** The delay after the first failed attempt, doubled after each further one up to the maximum, in seconds. */
const FIRST_DELAY_SECONDS = 1;
const MAX_DELAY_SECONDS = 3600;
/** Doublings beyond this change nothing. */
const MAX_DOUBLINGS = 12;

interface Pending {
  id: string;
  projectId: number;
  revision: number;
  scheduledById: number | null;
  scheduledByName: string;
  environmentId: number | null;
  failedAttempts: number;
  /** By the database's clock; 0: it is due. */
  waitMs: number;
}

/** In the order of their moments, or of their next attempts: one publish may take the name that the one before gives up. */
const FIND_PENDING: Statement = {
  name: 'find_pending_publishes',
  text: `SELECT t.id, t.project_id AS "projectId", t.revision, s.scheduled_by_id AS "scheduledById", s.scheduled_by_name AS "scheduledByName",
      s.environment_id AS "environmentId", s.failed_attempts AS "failedAttempts",
      greatest(extract(epoch FROM coalesce(s.next_attempt_at, s.publish_at) - now()) * 1000, 0)::float8 AS "waitMs"
    FROM scheduled_publishes s JOIN tours t ON t.id = s.tour_id
    WHERE s.failed_at IS NULL AND s.tour_id <> ALL($1::uuid[]) ORDER BY coalesce(s.next_attempt_at, s.publish_at), s.tour_id LIMIT 20`,
};

/** Of nodes that failed at the same attempt, one counts it. */
const POSTPONE: Statement = {
  name: 'postpone_scheduled_publish',
  text: `UPDATE scheduled_publishes
    SET failed_attempts = failed_attempts + 1,
      next_attempt_at = clock_timestamp()
        + interval '1 second' * least(${FIRST_DELAY_SECONDS} * 2 ^ least(failed_attempts, ${MAX_DOUBLINGS}), ${MAX_DELAY_SECONDS})
    WHERE tour_id = $1 AND failed_at IS NULL AND failed_attempts = $2`,
};

const FAIL = {
  name: 'fail_scheduled_publish',
  also: 'failed AS (UPDATE scheduled_publishes s SET failed_at = clock_timestamp(), failure = $13::jsonb FROM t WHERE s.tour_id = t.id)',
};

/**
 * Publishes every draft whose scheduled moment has come, as whoever scheduled it. Each is published at the revision at which it was found due, or not at all:
 * every write moves the revision, that of the schedule too, so that of several nodes one publishes, and none what was called off meanwhile. What is refused is
 * marked with the reason and not tried again. What fails for an internal reason is tried again after a delay that grows with each attempt and is stored, so
 * that it holds up no other, on any node.
 *
 * @param onFault receives the internal errors
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
      await publishPending(deps, one).catch(async (error: unknown) => {
        onFault(one.id, error);
        await deps.db.sql.query(POSTPONE, [one.id, one.failedAttempts]).catch(() => {
          passedOver.push(one.id);
          retryMs = RETRY_MS;
        });
      });
    }
  }
  return Number.POSITIVE_INFINITY;
}

async function publishPending(deps: Deps, pending: Pending): Promise<void> {
  const { id: tourId, projectId, revision: expectedRevision, environmentId: environment } = pending;
  const projectIds = environment === null ? [projectId] : [projectId, environment];
  const actor = await findUserActor(deps.db.sql, pending.scheduledById, projectIds);
  if (!actor) {
    const where = environment === null ? 'the project' : `the projects ${projectId} and ${environment}`;
    const message = `${pending.scheduledByName}, who scheduled it, is inactive or no member of ${where} any more.`;
    return fail(deps, pending, { reason: 'NOT_ALLOWED', message, fields: [] });
  }
  try {
    if (environment === null) await publishDraft(deps, actor, { tourId, expectedRevision });
    else await publishToEnvironment(deps, actor, { tourId, environment, expectedRevision, endsSchedule: true });
  } catch (error) {
    // Another write was faster: if it is still due, it will be found at its new revision.
    if (error instanceof ConflictError && error.code === 'CONFLICT') return;
    if (!(error instanceof DomainError)) throw error;
    const fields = error instanceof ValidationError ? error.fields : [];
    await fail(deps, pending, { reason: 'REFUSED', message: error.message, fields });
  }
}

async function fail(deps: Deps, pending: Pending, failure: ScheduleFailure): Promise<void> {
  await updateSchedule(deps.db.sql, { userId: null }, pending, { ...FAIL, values: [JSON.stringify(failure)] }, []);
}
