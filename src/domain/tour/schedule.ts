import type { AnnouncingSql, Sql, Statement } from '../../db/sql.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { type FieldProblem, NotFoundError, ValidationError } from '../errors.ts';
import { checkMark } from './draft.ts';
import { requireEnvironment } from './environment.ts';
import { type Author, type TourUpdate, updateTourWithEvent } from './event.ts';
import { isAfter } from './lifecycle.ts';
import { type EditedTour, readEditedTour } from './locked-tour.ts';
import { writeOptimistically } from './optimistic-write.ts';
import { readTour } from './read.ts';
import { requireRevision } from './revision.ts';
import type { Tour, TourSelection } from './tour.ts';

/** When the draft of a tour is to go live by itself. */
export interface ScheduledPublish {
  tourId: string;
  publishAt: string;
  scheduledById: number | null;
  scheduledByName: string;
  failedAt: string | null;
  failure: { value: ScheduleFailure } | null;
  /** Attempts that failed for an internal reason. */
  failedAttempts: number;
  /** When the next attempt is due; null: no attempt has failed, or it is not tried again. */
  nextAttemptAt: string | null;
  /** The project that the draft goes live in; null: its own. */
  environmentId: number | null;
}

/** Why a scheduled publish did not happen. It is not tried again. */
export interface ScheduleFailure {
  /** REFUSED: the draft may not go live. NOT_ALLOWED: whoever scheduled it may not publish it any more. */
  reason: 'REFUSED' | 'NOT_ALLOWED';
  message: string;
  fields: FieldProblem[];
}

interface ScheduleInput {
  tourId: string;
  expectedRevision?: number | null | undefined;
  /** The editor's own mark, up to 255 characters. */
  clientMutationId?: string | null | undefined;
}

const LONGEST_AHEAD_YEARS = 2;

const SCHEDULE = {
  name: 'schedule_publish',
  also: `scheduled AS (
      INSERT INTO scheduled_publishes (tour_id, publish_at, scheduled_by_id, scheduled_by_name, environment_id)
      SELECT id, $13::timestamptz, $10, $14, $15::int FROM t
      ON CONFLICT (tour_id) DO UPDATE SET publish_at = excluded.publish_at, scheduled_by_id = excluded.scheduled_by_id,
        scheduled_by_name = excluded.scheduled_by_name, environment_id = excluded.environment_id, failed_at = NULL, failure = NULL,
        failed_attempts = 0, next_attempt_at = NULL
    )`,
};

export const UNSCHEDULE = {
  name: 'unschedule_publish',
  also: 'unscheduled AS (DELETE FROM scheduled_publishes s USING t WHERE s.tour_id = t.id)',
  values: [],
};

interface ScheduleDraft extends ScheduleInput {
  /** RFC 3339. */
  publishAt: string;
  /** Another project of the organization to publish to; absent: the tour's own. */
  environment?: number | null | undefined;
}

/**
 * Has the draft go live at a moment, as it stands then, in its own project or in another one; what was scheduled before gives way. Problems of the draft, and
 * what it lacks in the other project, forbid it only then.
 *
 * @throws NotFoundError, PermissionError, ConflictError; ValidationError for a moment that has passed or is more than two years ahead, for a project that the
 *   tour cannot be published to, or with code NO_DRAFT
 */
export function scheduleDraft(
  deps: Deps,
  actor: Actor,
  { publishAt, environment = null, ...input }: ScheduleDraft,
  parts: readonly TourSelection[],
): Promise<Tour> {
  requireSensibleMoment(publishAt, deps.clock());
  return changeSchedule(deps, actor, input, async (sql, tour) => {
    if (!tour.isDraft) throw new ValidationError([{ path: null, code: 'no_draft', message: 'No draft to schedule.' }], 'NO_DRAFT');
    if (environment !== null) await requireEnvironment(sql, actor, tour, environment);
    const values = [publishAt, actor.userName, environment];
    return updateSchedule(sql, actor, tour, { ...SCHEDULE, values }, parts, input.clientMutationId);
  });
}

/**
 * Has the draft stay one until somebody publishes it. Where nothing is scheduled, nothing is written.
 *
 * @throws NotFoundError, PermissionError, ConflictError, ValidationError
 */
export function unscheduleDraft(deps: Deps, actor: Actor, input: ScheduleInput, parts: readonly TourSelection[]): Promise<Tour> {
  return changeSchedule(deps, actor, input, async (sql, tour) => {
    const [scheduled] = await findScheduledPublishes(sql, [tour.id]);
    if (scheduled) return updateSchedule(sql, actor, tour, UNSCHEDULE, parts, input.clientMutationId);
    const unchanged = await readTour(sql, tour.id, parts, actor.projectIds);
    if (!unchanged) throw new NotFoundError();
    return unchanged;
  });
}

function changeSchedule(
  deps: Deps,
  actor: Actor,
  { tourId, expectedRevision, clientMutationId }: ScheduleInput,
  change: (sql: AnnouncingSql, tour: EditedTour) => Promise<Tour | null>,
): Promise<Tour> {
  checkMark(clientMutationId ?? '');
  return writeOptimistically(deps.db, async (sql, lock) => {
    const tour = await readEditedTour(sql, actor, tourId, lock);
    await requireRevision(sql, tour, expectedRevision);
    return change(sql, tour);
  });
}

/** Whatever the draft holds, it holds the same before and after. */
const UNTOUCHED = { value: {}, isDraft: true };

/**
 * Changes what is scheduled for a draft: to whoever follows it, a save that changes nothing in it.
 *
 * @returns null when the tour is at another revision, and nothing was changed
 */
export function updateSchedule(
  sql: AnnouncingSql,
  author: Author,
  { id, projectId, revision }: Pick<EditedTour, 'id' | 'projectId' | 'revision'>,
  update: TourUpdate,
  parts: readonly TourSelection[],
  clientMutationId: string | null = null,
): Promise<Tour | null> {
  const tour = { id, projectId };
  const event = { tour, kind: 'SAVED', revision: revision + 1, before: UNTOUCHED, after: UNTOUCHED, clientMutationId } as const;
  return updateTourWithEvent(sql, author, event, update, parts);
}

function requireSensibleMoment(publishAt: string, now: Date): void {
  const refusal = (message: string) => new ValidationError([{ path: 'publishAt', code: 'invalid_input', message }]);
  if (!isAfter(publishAt, now)) throw refusal('This moment has passed.');
  const last = new Date(now);
  last.setUTCFullYear(last.getUTCFullYear() + LONGEST_AHEAD_YEARS);
  if (isAfter(publishAt, last)) throw refusal(`A publish can be scheduled ${LONGEST_AHEAD_YEARS} years ahead at most.`);
}

const FIND: Statement = {
  name: 'find_scheduled_publishes',
  text: `SELECT tour_id AS "tourId", publish_at AS "publishAt", scheduled_by_id AS "scheduledById", scheduled_by_name AS "scheduledByName",
      failed_at AS "failedAt", failure, failed_attempts AS "failedAttempts",
      CASE WHEN failed_at IS NULL THEN next_attempt_at END AS "nextAttemptAt", environment_id AS "environmentId"
    FROM scheduled_publishes WHERE tour_id = ANY($1::uuid[])`,
};

/** What is scheduled for these tours, past any check: for tours that the caller may see. */
export function findScheduledPublishes(sql: Sql, tourIds: readonly string[]): Promise<ScheduledPublish[]> {
  return sql.query<ScheduledPublish>(FIND, [tourIds]);
}
