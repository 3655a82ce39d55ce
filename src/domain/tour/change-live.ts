import { isDeepStrictEqual } from 'node:util';
import { isUniqueViolation } from '../../db/pg-errors.ts';
import type { Statement, Transaction } from '../../db/sql.ts';
import { RawJson } from '../../json/raw-json.ts';
import { recordTourActivity, type TourSnapshots } from '../activity.ts';
import type { Actor } from '../actor.ts';
import { ValidationError } from '../errors.ts';
import { recordTourEvent } from './event.ts';
import type { LiveFields } from './input.ts';
import { checkLaunchable } from './launch-check.ts';
import { resolveLinkedFlag, withoutLinkedVariant } from './linked-flag.ts';
import { type LockedTour, workingCopy } from './locked-tour.ts';
import { initialDraft } from './merge-draft.ts';
import { applySurveyPlan, planSurveys } from './sync-surveys.ts';
import { syncTargetingFlag } from './sync-targeting-flag.ts';
import { recordVersion } from './version.ts';

export interface LiveChange {
  kind: 'UPDATED' | 'PUBLISHED';
  changes: Partial<LiveFields>;
  /** Whether a pending draft ends with this change: it does on publish and on a direct write, as on the REST wire. */
  endsDraft: boolean;
}

const UPDATE: Statement = {
  name: 'change_live_tour',
  text: `
    UPDATE tours SET name = $2, description = $3, content = $4::jsonb, auto_launch = $5, targeting_flag_filters = $6::jsonb, internal_targeting_flag_id = $7,
      linked_flag_id = $8, start_date = $9::timestamptz, end_date = $10::timestamptz, archived = $11, version_number = $12, revision = revision + 1,
      updated_at = clock_timestamp(),
      draft_content = CASE WHEN $13 THEN NULL ELSE draft_content END,
      draft_saved_at = CASE WHEN $13 THEN NULL ELSE draft_saved_at END,
      draft_saved_by_id = CASE WHEN $13 THEN NULL ELSE draft_saved_by_id END
    WHERE id = $1`,
};

/**
 * Applies a change to the live tour with all that belongs to it, in the caller's transaction: the cross-field checks in the contract's order (7.4), the
 * internal flag (8), the surveys (12), a version when restorable fields changed, activity, and the event. The tour must be locked.
 *
 * @returns the tour on both sides of the change
 * @throws ValidationError; the caller's transaction is then to be rolled back
 */
export async function changeLive(tx: Transaction, actor: Actor, before: LockedTour, change: LiveChange): Promise<TourSnapshots> {
  const fields = fieldsOf(before);
  const after: LiveFields = { ...fields, ...change.changes };
  if (change.changes.linkedFlagId === null && !change.changes.content) after.content = withoutLinkedVariant(after.content);

  const contentChanged = !isDeepStrictEqual(after.content, fields.content);
  await resolveLinkedFlag(tx, before.projectId, after, {
    flag: 'linkedFlagId' in change.changes,
    variant: 'content' in change.changes || after.linkedFlagId !== fields.linkedFlagId,
  });
  const launches = after.startDate !== null && after.startDate !== fields.startDate;
  const resumes = after.endDate === null && fields.endDate !== null;
  if (after.startDate !== null && (launches || resumes || contentChanged)) {
    const problem = checkLaunchable(after.content);
    if (problem) throw new ValidationError([problem]);
  }

  const surveys = await planSurveys(tx, before, after);
  after.content = surveys.content;
  const flag = await syncTargetingFlag(tx, actor, before, fields, after);
  const isVersion = change.kind === 'PUBLISHED' || VERSIONED.some((field) => !isDeepStrictEqual(after[field], fields[field]));
  const versionNumber = before.versionNumber + (isVersion ? 1 : 0);

  await tx
    .query(UPDATE, [
      before.id,
      after.name,
      after.description,
      JSON.stringify(after.content),
      after.autoLaunch,
      after.targeting && JSON.stringify(after.targeting),
      flag.after?.id ?? null,
      after.linkedFlagId,
      after.startDate,
      after.endDate,
      after.archived,
      versionNumber,
      change.endsDraft,
    ])
    .catch(refuseTakenName);
  await applySurveyPlan(tx, actor, before, surveys.plan);
  if (isVersion) await recordVersion(tx, actor, before.id, versionNumber);
  const snapshots = { before: { ...fields, flag: flag.before }, after: { ...after, flag: flag.after } };
  await recordTourActivity(tx, actor, before, snapshots);
  const live = { ...after, content: RawJson.of(after.content), targeting: after.targeting && RawJson.of(after.targeting) };
  const copy = workingCopy(before);
  await recordTourEvent(tx, actor, {
    tour: before,
    kind: change.kind,
    revision: before.revision + 1,
    before: copy,
    after: copy.isDraft && !change.endsDraft ? copy : { value: initialDraft(live), isDraft: false },
    // Published, it is not lost.
    lostDraft: change.kind === 'UPDATED' && change.endsDraft ? before.draft : null,
  });
  return snapshots;
}

/** What a version keeps and a restore brings back. */
const VERSIONED = ['name', 'description', 'content', 'autoLaunch', 'targeting', 'linkedFlagId'] as const;

/** The live fields of a row, as plain values. */
export function fieldsOf(tour: LockedTour): LiveFields {
  const { name, description, autoLaunch, startDate, endDate, archived, linkedFlagId } = tour;
  return {
    name,
    description,
    linkedFlagId,
    targeting: (tour.targeting?.value ?? null) as object | null,
    content: tour.content.value as Record<string, unknown>,
    autoLaunch,
    startDate,
    endDate,
    archived,
  };
}

/** Contract 7.5: of the tours that are not archived, two may not share a name. The constraint decides, also between two requests at once. */
export function refuseTakenName(error: unknown): never {
  if (isUniqueViolation(error, 'tours_project_id_name_unarchived_key')) {
    throw new ValidationError([{ path: 'name', code: 'unique', message: 'There is already a product tour with this name.' }]);
  }
  throw error;
}
