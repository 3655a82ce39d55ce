import type { Sql, Statement } from '../../db/sql.ts';
import { requireScope } from '../access.ts';
import { recordActivity } from '../activity.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { NotFoundError } from '../errors.ts';
import { daysBefore } from '../retention.ts';
import { refuseTakenPlace } from './environment.ts';
import { recordTourEvent } from './event.ts';
import { lockTour, workingCopy } from './locked-tour.ts';

const LOCK: Statement = {
  name: 'lock_deleted_tour',
  text: 'SELECT id FROM deleted_tours WHERE id = $1 AND project_id = ANY($2::int[]) AND deleted_at >= $3 FOR UPDATE',
};

/** The snapshot, which may be too large to pass through this process, for the statements below. */
const KEPT = '(SELECT snapshot FROM deleted_tours WHERE id = $1)';

const FORGET: Statement = { name: 'forget_deleted_tour', text: 'DELETE FROM deleted_tours WHERE id = $1' };

/** The internal flag comes back under its own id and key, which no other flag has got meanwhile. */
const RESTORE_FLAG: Statement = {
  name: 'restore_flag',
  text: `INSERT INTO feature_flags SELECT (jsonb_populate_record(NULL::feature_flags, flag || jsonb_build_object('created_by_id', u.id))).*
    FROM (SELECT ${KEPT}->'flag' AS flag) kept LEFT JOIN users u ON u.id = (flag->>'created_by_id')::int WHERE jsonb_typeof(flag) = 'object'`,
};

/**
 * People who are gone meanwhile stay away. The deletion took a revision, and so does the return. What was published from another project stands for itself if
 * its source has been published there anew.
 */
const RESTORE_TOUR: Statement = {
  name: 'restore_tour',
  text: `INSERT INTO tours SELECT (jsonb_populate_record(NULL::tours, kept || jsonb_build_object(
      'revision', (kept->>'revision')::int + 2,
      'updated_at', clock_timestamp(),
      'created_by_id', (SELECT id FROM users WHERE id = (kept->>'created_by_id')::int),
      'draft_saved_by_id', (SELECT id FROM users WHERE id = (kept->>'draft_saved_by_id')::int),
      'linked_flag_id', (SELECT id FROM feature_flags WHERE id = (kept->>'linked_flag_id')::int AND NOT deleted),
      'source_tour_id', (SELECT kept->'source_tour_id' WHERE NOT EXISTS (
        SELECT FROM tours o WHERE o.source_tour_id = (kept->>'source_tour_id')::uuid AND o.project_id = (kept->>'project_id')::int))
    ))).* FROM (SELECT ${KEPT}->'tour' AS kept) snapshot`,
};

const RESTORE_VERSIONS: Statement = {
  name: 'restore_versions',
  text: `INSERT INTO tour_versions SELECT v.* FROM jsonb_populate_recordset(NULL::tour_versions, (
      SELECT coalesce(jsonb_agg(kept || jsonb_build_object('published_by_id', (SELECT id FROM users WHERE id = (kept->>'published_by_id')::int))), '[]')
      FROM jsonb_array_elements(${KEPT}->'versions') kept
    )) v`,
};

const RESTORE_SURVEYS: Statement = {
  name: 'restore_surveys',
  text: `UPDATE surveys s SET tour_id = $1::uuid, end_date = kept."endDate"
    FROM jsonb_to_recordset(${KEPT}->'surveys') AS kept(id uuid, "endDate" timestamptz) WHERE s.id = kept.id`,
};

/**
 * Brings a deleted tour back as it was, with its draft, versions (the newest 32 MiB), flag and surveys, within the retention period.
 *
 * @throws NotFoundError, PermissionError; ValidationError when another tour has taken its name
 */
export async function restoreDeletedTour(deps: Deps, actor: Actor, tourId: string): Promise<void> {
  requireScope(actor, 'product_tour:write');
  // Older ones may still be there: they are removed once an hour.
  const oldest = daysBefore(deps.clock(), deps.retentionDays);
  await deps.db.transaction(async (tx) => {
    const [kept] = await tx.query(LOCK, [tourId, actor.projectIds, oldest]);
    if (!kept) throw new NotFoundError();
    await restoreRows(tx, tourId);
    const tour = await lockTour(tx, actor, tourId);
    await recordActivity(tx, actor, tour, 'restored', tour.name, []);
    await recordTourEvent(tx, actor, { tour, kind: 'UPDATED', revision: tour.revision, before: null, after: workingCopy(tour) });
  });
}

async function restoreRows(tx: Sql, tourId: string): Promise<void> {
  await tx.query(RESTORE_FLAG, [tourId]);
  await tx.query(RESTORE_TOUR, [tourId]).catch(refuseTakenPlace);
  await tx.query(RESTORE_VERSIONS, [tourId]);
  await tx.query(RESTORE_SURVEYS, [tourId]);
  await tx.query(FORGET, [tourId]);
}
