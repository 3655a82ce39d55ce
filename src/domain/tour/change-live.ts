import { isDeepStrictEqual } from 'node:util';
import { isUniqueViolation } from '../../db/pg-errors.ts';
import type { Transaction } from '../../db/sql.ts';
import { RawJson } from '../../json/raw-json.ts';
import { recordTourActivity, type TourSnapshots } from '../activity.ts';
import type { Actor } from '../actor.ts';
import { ValidationError } from '../errors.ts';
import { type TourChange, updateTourWithEvent } from './event.ts';
import type { LiveFields } from './input.ts';
import { checkLaunchable, contentToLaunch } from './launch-check.ts';
import { resolveLinkedFlag, withoutLinkedVariant } from './linked-flag.ts';
import { type LockedTour, workingCopy } from './locked-tour.ts';
import { initialDraft } from './merge-draft.ts';
import { requireWritten } from './optimistic-write.ts';
import { requireSafeContent } from './page-safety/tour-problems.ts';
import { applySurveyPlan, planSurveys } from './sync-surveys.ts';
import { syncTargetingFlag } from './sync-targeting-flag.ts';
import type { TourCore } from './tour.ts';
import { versionOf } from './version.ts';

export interface LiveChange {
  kind: 'UPDATED' | 'PUBLISHED';
  changes: Partial<LiveFields>;
  /** What becomes of a pending draft: it goes live, or is lost, which a direct write does on the REST wire as well. */
  draft: 'STAYS' | 'GOES_LIVE' | 'IS_LOST';
  /** Whether content may go live that the SDK cannot evaluate, as over REST. Browsers then do not receive the tour if the SDK would throw. */
  acceptsUnsafe?: boolean | undefined;
}

const UPDATE = {
  name: 'change_live_tour',
  set: `name = $13, description = $14, content = $15::jsonb, auto_launch = $16, targeting_flag_filters = $17::jsonb, internal_targeting_flag_id = $18,
      linked_flag_id = $19, start_date = $20::timestamptz, end_date = $21::timestamptz, archived = $22, version_number = $23,
      draft_content = CASE WHEN $24 THEN NULL ELSE draft_content END,
      draft_saved_at = CASE WHEN $24 THEN NULL ELSE draft_saved_at END,
      draft_saved_by_id = CASE WHEN $24 THEN NULL ELSE draft_saved_by_id END`,
  also: `version AS (${versionOf('t', { author: '$10', authorName: '$25' })} WHERE $26)`,
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

  await resolveLinkedFlag(tx, before.projectId, after, {
    flag: 'linkedFlagId' in change.changes,
    variant: 'content' in change.changes || after.linkedFlagId !== fields.linkedFlagId,
  });
  const launched = contentToLaunch(fields, after);
  const problem = checkLaunchable(launched);
  if (problem) throw new ValidationError([problem]);
  if (!change.acceptsUnsafe) requireSafeContent(change.kind === 'PUBLISHED' ? after.content : launched);

  const surveys = await planSurveys(tx, before, after);
  after.content = surveys.content;
  const flag = await syncTargetingFlag(tx, actor, before, fields, after);
  const isVersion = change.kind === 'PUBLISHED' || VERSIONED.some((field) => !isDeepStrictEqual(after[field], fields[field]));
  const versionNumber = before.versionNumber + (isVersion ? 1 : 0);

  await applySurveyPlan(tx, actor, before, surveys.plan);
  const snapshots = { before: { ...fields, flag: flag.before }, after: { ...after, flag: flag.after } };
  await recordTourActivity(tx, actor, before, snapshots);
  const content = RawJson.of(after.content);
  const live = { ...after, content, targeting: after.targeting && RawJson.of(after.targeting) };
  const copy = workingCopy(before);
  const event: TourChange = {
    tour: before,
    kind: change.kind,
    revision: before.revision + 1,
    before: copy,
    after: copy.isDraft && change.draft === 'STAYS' ? copy : { value: initialDraft(live), isDraft: false },
    lostDraft: change.draft === 'IS_LOST' ? before.draft : null,
  };
  const values = [
    after.name,
    after.description,
    content,
    after.autoLaunch,
    live.targeting,
    flag.after?.id ?? null,
    after.linkedFlagId,
    after.startDate,
    after.endDate,
    after.archived,
    versionNumber,
    change.draft !== 'STAYS',
    actor.userName,
    isVersion,
  ];
  requireWritten(await updateTourWithEvent(tx, actor, event, { ...UPDATE, values }, []).catch(refuseTakenName));
  return snapshots;
}

/** What a version keeps and a restore brings back. */
const VERSIONED = ['name', 'description', 'content', 'autoLaunch', 'targeting', 'linkedFlagId'] as const;

/** The live fields of a row, as plain values. */
export function fieldsOf(tour: TourCore & { content: RawJson; targeting: RawJson | null }): LiveFields {
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

export const NAME_TAKEN = { code: 'unique', message: 'There is already a product tour with this name.' } as const;

/** Contract 7.5: of the tours that are not archived, two may not share a name. The constraint decides, also between two requests at once. */
export function refuseTakenName(error: unknown): never {
  if (isUniqueViolation(error, 'tours_project_id_name_unarchived_key')) {
    throw new ValidationError([{ path: 'name', ...NAME_TAKEN }]);
  }
  throw error;
}
