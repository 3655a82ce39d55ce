import { randomUUID } from 'node:crypto';
import type { Statement, Transaction } from '../../db/sql.ts';
import type { Actor } from '../actor.ts';
import type { AnalyticsEvent } from '../analytics.ts';
import { captureAfter } from '../capture.ts';
import type { Deps } from '../deps.ts';
import { ValidationError } from '../errors.ts';
import { once } from '../idempotency.ts';
import { tourEvents } from './analytics.ts';
import { changeLive } from './change-live.ts';
import { insertTour } from './create.ts';
import { draftInput } from './draft-input.ts';
import { checkDraftPatch, type DraftPatch } from './draft-patch.ts';
import { refusal, requireEnvironment } from './environment.ts';
import { fieldsElsewhere, type Passage } from './environment-fields.ts';
import { completeEnvironmentRefusal, namesakeElsewhere } from './environment-obstacles.ts';
import { checkTourInput, type LiveFields } from './input.ts';
import { type LockedTour, lockPublishedTour, lockTour, workingCopy } from './locked-tour.ts';
import { type Draft, initialDraft } from './merge-draft.ts';
import { requireRevision } from './revision.ts';
import { UNSCHEDULE, updateSchedule } from './schedule.ts';
import { draftPending } from './update.ts';

export interface PublishToEnvironment {
  tourId: string;
  /** Another project of the same organization. */
  environment: number;
  expectedRevision?: number | null | undefined;
  /** Refused unless it is empty: only what is saved is published. */
  patch?: DraftPatch | null | undefined;
  idempotencyKey?: string | null | undefined;
  /** Whether the publish that is scheduled for the tour is this one, and ends with it. */
  endsSchedule?: boolean;
}

const MARK: Statement = {
  name: 'mark_published_tour',
  text: 'UPDATE tours SET source_revision = $2, source_published_at = clock_timestamp() WHERE id = $1',
};

/**
 * Makes what is being edited, or what is live when nothing is, live in another project of the organization, as a tour of its own there: made by the first
 * publish, not launched; changed by every later one, with the version, flag, surveys, activity and event of a publish. This tour, its draft and what is
 * scheduled for it stay unchanged. All in one transaction; it neither launches, stops nor archives.
 *
 * @throws NotFoundError, PermissionError; ValidationError with everything that prevents it, what the publish came upon first at the head; ConflictError also for
 *   a draft that is pending there, with the code DRAFT_PENDING
 */
export async function publishToEnvironment(deps: Deps, actor: Actor, input: PublishToEnvironment): Promise<void> {
  const { tourId, environment, expectedRevision, patch, idempotencyKey, endsSchedule = false } = input;
  if (Object.keys(checkDraftPatch(patch ?? {})).length > 0)
    throw refusal('Save the draft first: only what is saved is published elsewhere.', 'draft');
  let attempt: { passage: Passage; draft: Draft } | null = null;
  const publishing = captureAfter(deps, async (tx, collect) => {
    const tour = await lockTour(tx, actor, tourId);
    await requireEnvironment(tx, actor, tour, environment);
    const { projectId } = tour;
    const request = { actor, projectId, operation: 'publishTourDraft', key: idempotencyKey, input: { tourId, patch: {}, environment } };
    await once(tx, request, tour.id, async () => {
      await requireRevision(tx, tour, expectedRevision);
      // A draft may lack keys, which are as they are live here, not there.
      const draft = { ...initialDraft(tour), ...workingCopy(tour).value };
      attempt = { passage: { from: projectId, to: environment }, draft };
      collect(await publishElsewhere(tx, actor, endsSchedule ? await endSchedule(tx, actor, tour) : tour, environment, draft));
    });
  });
  await publishing.catch(async (error: unknown) => {
    // Looked for when the transaction is over: what breaks a constraint ends it.
    if (!(error instanceof ValidationError) || !attempt) throw error;
    throw await completeEnvironmentRefusal(deps.db.sql, tourId, attempt.passage, attempt.draft, error);
  });
}

/** @returns the tour at the revision that this makes */
async function endSchedule(tx: Transaction, actor: Actor, tour: LockedTour): Promise<LockedTour> {
  await updateSchedule(tx, actor, tour, UNSCHEDULE, []);
  return { ...tour, revision: tour.revision + 1 };
}

/** @returns what happened, for analytics */
async function publishElsewhere(
  tx: Transaction,
  actor: Actor,
  tour: LockedTour,
  environment: number,
  draft: Draft,
): Promise<AnalyticsEvent[]> {
  const copy = checkTourInput(draftInput(draft), tour.id) as Published;
  const published = await lockPublishedTour(tx, tour.id, environment);
  if (published?.draft) {
    const what = `Tour ${published.id}, as which this one is published in project ${environment},`;
    throw draftPending(published, published.draft, what);
  }
  const namesakes = published?.archived ? [] : await namesakeElsewhere(tx, environment, copy.name, published?.id ?? null);
  const passage = { from: tour.projectId, to: environment };
  const { value: changes, obstacles } = await fieldsElsewhere(tx, passage, copy, published?.content.value);
  if (namesakes.length + obstacles.length > 0) throw new ValidationError([...namesakes, ...obstacles]);
  if (published) {
    await tx.query(MARK, [published.id, tour.revision]);
    return tourEvents(actor, published, await changeLive(tx, actor, published, { kind: 'PUBLISHED', changes, draft: 'GOES_LIVE' }));
  }
  const made = { id: randomUUID(), projectId: environment, createdById: actor.userId, source: tour };
  const fields = { ...changes, startDate: null, endDate: null, archived: false };
  return tourEvents(actor, made, await insertTour(tx, actor, made, fields));
}

/** The draftable fields. */
type Published = Omit<LiveFields, 'startDate' | 'endDate' | 'archived'>;
