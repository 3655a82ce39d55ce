import { randomUUID } from 'node:crypto';
import type { Sql, Statement, Transaction } from '../../db/sql.ts';
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
import { fieldsElsewhere } from './environment-fields.ts';
import { checkTourInput, type LiveFields } from './input.ts';
import { type LockedTour, lockPublishedTour, lockTour, workingCopy } from './locked-tour.ts';
import { initialDraft } from './merge-draft.ts';
import { requireSafeContent } from './page-safety/tour-problems.ts';
import { requireRevision } from './revision.ts';
import { draftPending } from './update.ts';

export interface PublishToEnvironment {
  tourId: string;
  /** Another project of the same organization. */
  environment: number;
  expectedRevision?: number | null | undefined;
  /** Refused unless it is empty: only what is saved is published. */
  patch?: DraftPatch | null | undefined;
  idempotencyKey?: string | null | undefined;
}

const NAMESAKE: Statement = {
  name: 'find_namesake',
  text: 'SELECT id FROM tours WHERE project_id = $1 AND name = $2 AND NOT archived AND id IS DISTINCT FROM $3::uuid',
};

const MARK: Statement = {
  name: 'mark_published_tour',
  text: 'UPDATE tours SET source_revision = $2, source_published_at = clock_timestamp() WHERE id = $1',
};

/**
 * Makes what is being edited, or what is live when nothing is, live in another project of the organization, as a tour of its own there: made by the first
 * publish, not launched; changed by every later one, with the version, flag, surveys, activity and event of a publish. This tour stays as it is. All in one
 * transaction; it neither launches, stops nor archives.
 *
 * @throws NotFoundError, PermissionError, ValidationError; ConflictError also for a draft that is pending there, with the code DRAFT_PENDING
 */
export async function publishToEnvironment(deps: Deps, actor: Actor, input: PublishToEnvironment): Promise<void> {
  const { tourId, environment, expectedRevision, patch, idempotencyKey } = input;
  if (Object.keys(checkDraftPatch(patch ?? {})).length > 0)
    throw refusal('Save the draft first: only what is saved is published elsewhere.', 'draft');
  await captureAfter(deps, async (tx, collect) => {
    const tour = await lockTour(tx, actor, tourId);
    await requireEnvironment(tx, actor, tour, environment);
    const { projectId } = tour;
    const request = { actor, projectId, operation: 'publishTourDraft', key: idempotencyKey, input: { tourId, patch: {}, environment } };
    await once(tx, request, tour.id, async () => {
      await requireRevision(tx, tour, expectedRevision);
      collect(await publishElsewhere(tx, actor, tour, environment));
    });
  });
}

/** @returns what happened, for analytics */
async function publishElsewhere(tx: Transaction, actor: Actor, tour: LockedTour, environment: number): Promise<AnalyticsEvent[]> {
  // A draft may lack keys, which are as they are live here, not there.
  const copy = checkTourInput(draftInput({ ...initialDraft(tour), ...workingCopy(tour).value }), tour.id) as Published;
  requireSafeContent(copy.content);
  const published = await lockPublishedTour(tx, tour.id, environment);
  if (published?.draft) {
    const what = `Tour ${published.id}, as which this one is published in project ${environment},`;
    throw draftPending(published, published.draft, what);
  }
  if (!published?.archived) await refuseNamesake(tx, environment, copy.name, published?.id ?? null);
  const changes = await fieldsElsewhere(tx, { from: tour.projectId, to: environment }, copy, published?.content.value);
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

async function refuseNamesake(tx: Sql, projectId: number, name: string, id: string | null): Promise<void> {
  const [other] = await tx.query<{ id: string }>(NAMESAKE, [projectId, name, id]);
  if (!other) return;
  const message = `Project ${projectId} has another product tour with this name, ${other.id}, which is not published from this one.`;
  throw new ValidationError([{ path: 'name', code: 'unique', message }]);
}
