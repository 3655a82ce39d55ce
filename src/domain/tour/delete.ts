import type { Statement } from '../../db/sql.ts';
import { recordTourActivity } from '../activity.ts';
import type { Actor } from '../actor.ts';
import { captureAfter } from '../capture.ts';
import type { Deps } from '../deps.ts';
import { tourEvents } from './analytics.ts';
import { fieldsOf } from './change-live.ts';
import { recordTourEvent } from './event.ts';
import { lockTour, workingCopy } from './locked-tour.ts';
import { requireRevision } from './revision.ts';
import { findTargetingFlag } from './sync-targeting-flag.ts';

/** How much of a deleted tour's versions is kept, in bytes of their texts: the database refuses a document of more than 255 MB. */
const MAX_VERSION_BYTES = 32 * 1024 * 1024;

const NEWEST_VERSIONS = `SELECT v.* FROM (
          SELECT id, sum(octet_length(content::text) + octet_length(description)) OVER (ORDER BY number DESC) AS size
          FROM tour_versions WHERE tour_id = t.id
        ) sized JOIN tour_versions v USING (id) WHERE sized.size <= ${MAX_VERSION_BYTES}`;

/** Everything that is needed to bring the tour back, as the rows are now. */
const KEEP: Statement = {
  name: 'keep_deleted_tour',
  text: `
    INSERT INTO deleted_tours (id, project_id, name, snapshot, deleted_by_id)
    SELECT t.id, t.project_id, t.name, jsonb_build_object(
        'tour', to_jsonb(t),
        'versions', (SELECT coalesce(jsonb_agg(to_jsonb(v) ORDER BY v.number), '[]') FROM (${NEWEST_VERSIONS}) v),
        'flag', (SELECT to_jsonb(f) FROM feature_flags f WHERE f.id = t.internal_targeting_flag_id),
        'surveys', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'endDate', s.end_date)), '[]') FROM surveys s WHERE s.tour_id = t.id)
      ), $2
    FROM tours t WHERE t.id = $1`,
};

const END_SURVEYS: Statement = {
  name: 'end_surveys_of_tour',
  text: 'UPDATE surveys SET end_date = now() WHERE tour_id = $1 AND end_date IS NULL RETURNING id',
};
const DELETE_FLAG: Statement = { name: 'delete_targeting_flag', text: 'DELETE FROM feature_flags WHERE id = $1' };
const DELETE: Statement = { name: 'delete_tour', text: 'DELETE FROM tours WHERE id = $1' };

/** What was deleted or ended with a tour. */
export interface DeletedTour {
  tourId: string;
  /** The internal targeting flag. Null: the tour had none. */
  flagId: number | null;
  surveyIds: string[];
}

/**
 * Deletes the tour and its internal flag and ends its surveys, in one transaction. What is needed to restore it is kept for the retention period; of its
 * versions the newest, up to 32 MiB.
 *
 * @throws NotFoundError, PermissionError, ConflictError
 */
export async function deleteTour(
  deps: Deps,
  actor: Actor,
  input: { tourId: string; expectedRevision?: number | null | undefined },
): Promise<DeletedTour> {
  return captureAfter(deps, async (tx, collect) => {
    const tour = await lockTour(tx, actor, input.tourId);
    await requireRevision(tx, tour, input.expectedRevision);
    const flag = await findTargetingFlag(tx, tour);
    await tx.query(KEEP, [tour.id, actor.userId]);
    const surveys = await tx.query<{ id: string }>(END_SURVEYS, [tour.id]);
    await tx.query(DELETE, [tour.id]);
    if (flag) await tx.query(DELETE_FLAG, [flag.id]);
    const snapshots = { before: { ...fieldsOf(tour), flag }, after: null };
    await recordTourActivity(tx, actor, tour, snapshots);
    await recordTourEvent(tx, actor, {
      tour,
      kind: 'DELETED',
      revision: tour.revision + 1,
      before: workingCopy(tour),
      after: null,
      lostDraft: tour.draft,
    });
    collect(tourEvents(actor, tour, snapshots));
    return { tourId: tour.id, flagId: flag?.id ?? null, surveyIds: surveys.map(({ id }) => id) };
  });
}
