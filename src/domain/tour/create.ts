import { randomUUID } from 'node:crypto';
import type { Statement, Transaction } from '../../db/sql.ts';
import { RawJson } from '../../json/raw-json.ts';
import { requireProject } from '../access.ts';
import { recordTourActivity, type TourSnapshots } from '../activity.ts';
import type { Actor } from '../actor.ts';
import { captureAfter } from '../capture.ts';
import type { Deps } from '../deps.ts';
import { ValidationError } from '../errors.ts';
import { once } from '../idempotency.ts';
import { type CreationContext, tourEvents } from './analytics.ts';
import { requireKnownTargeting, type TargetingField } from './check-targeting.ts';
import { requireContentSize, requireFilterSize } from './content-size.ts';
import { refuseTakenPlace } from './environment.ts';
import { recordTourEvent } from './event.ts';
import { checkTourInput, type LiveFields, type TourInput } from './input.ts';
import { checkLaunchable } from './launch-check.ts';
import { resolveLinkedFlag } from './linked-flag.ts';
import { initialDraft } from './merge-draft.ts';
import { applySurveyPlan, planSurveys } from './sync-surveys.ts';
import { syncTargetingFlag } from './sync-targeting-flag.ts';
import { recordVersion } from './version.ts';

export interface CreateTour extends TourInput {
  projectId: number;
  creationContext?: CreationContext | null | undefined;
  idempotencyKey?: string | null | undefined;
  /** How many steps the content may have at most, unless it has more already; absent: any number. */
  maxSteps?: number | null | undefined;
  /** The input field to check the targeting by; absent: it is not checked. */
  targetingField?: TargetingField | null | undefined;
}

const DEFAULTS: Omit<LiveFields, 'name'> = {
  description: '',
  linkedFlagId: null,
  targeting: null,
  content: {},
  autoLaunch: false,
  startDate: null,
  endDate: null,
  archived: false,
};

/** The id of no tour: typed targeting names other tours on purpose, so that none of its conditions are taken for the gateway's own. */
const NO_TOUR = '';

const INSERT: Statement = {
  name: 'insert_tour',
  text: `
    INSERT INTO tours (id, project_id, name, description, content, auto_launch, targeting_flag_filters, internal_targeting_flag_id, linked_flag_id, start_date,
      end_date, archived, created_by_id, created_at, updated_at, version_number, revision, source_tour_id, source_revision, source_published_at)
    VALUES ($1, $2, $3, $4, $5::jsonb, $6, $7::jsonb, $8, $9, $10::timestamptz, $11::timestamptz, $12, $13, now(), now(), 1, 1, $14, $15,
      CASE WHEN $14::uuid IS NOT NULL THEN now() END)`,
};

/**
 * Creates a tour with its flag, surveys, first version, activity and event, in one transaction. A start date launches it at once.
 *
 * @returns the new tour's id; with an idempotency key that was used before for the same request, the id of that tour
 * @throws NotFoundError, PermissionError, ValidationError
 */
export async function createTour(deps: Deps, actor: Actor, request: CreateTour): Promise<string> {
  const { projectId, idempotencyKey, creationContext, maxSteps, targetingField, ...input } = request;
  requireProject(actor, projectId, 'product_tour:write');
  if (input.name === undefined) throw new ValidationError([{ path: 'name', code: 'required', message: 'This field is required.' }]);
  await requireKnownTargeting(deps.db.sql, { value: input.targetingFlagFilters, field: targetingField }, null);
  const fields = { ...DEFAULTS, ...checkTourInput(input, targetingField === 'targeting' ? NO_TOUR : undefined) } as LiveFields;
  if (input.content != null) requireContentSize(null, fields.content, { bytes: deps.maxContentBytes, steps: maxSteps ?? null });
  if (fields.targeting) requireFilterSize('targetingFlagFilters', null, fields.targeting, deps.maxContentBytes);
  const claim = { actor, projectId, operation: 'createTour', key: idempotencyKey, input: { projectId, ...input } };
  return captureAfter(deps, (tx, collect) =>
    once(tx, claim, randomUUID(), async (id) => {
      const tour = { id, projectId, createdById: actor.userId };
      collect(tourEvents(actor, tour, await insertTour(tx, actor, tour, fields), creationContext));
    }),
  );
}

/**
 * Writes a checked tour under a new id.
 *
 * @param tour source: the tour of another project that is published as this one
 */
export async function insertTour(
  tx: Transaction,
  actor: Actor,
  { id, projectId, source }: { id: string; projectId: number; source?: { id: string; revision: number } },
  fields: LiveFields,
): Promise<TourSnapshots> {
  await resolveLinkedFlag(tx, projectId, fields, { flag: true, variant: true });
  const problems = fields.startDate !== null ? checkLaunchable(fields.content) : [];
  if (problems.length > 0) throw new ValidationError(problems);

  const surveys = await planSurveys(tx, { id, content: new RawJson('{}') }, fields);
  const after = { ...fields, content: surveys.content };
  const flag = await syncTargetingFlag(tx, actor, { id, projectId, internalTargetingFlagId: null }, null, after);
  const values = [
    id,
    projectId,
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
    actor.userId,
    source?.id ?? null,
    source?.revision ?? null,
  ];
  await tx.query(INSERT, values).catch(refuseTakenPlace);
  await applySurveyPlan(tx, actor, { id, projectId }, surveys.plan);
  await recordVersion(tx, actor, id);
  const snapshots = { before: null, after: { ...after, flag: flag.after } };
  await recordTourActivity(tx, actor, { id, projectId }, snapshots);
  const live = { ...after, content: RawJson.of(after.content), targeting: after.targeting && RawJson.of(after.targeting) };
  await recordTourEvent(tx, actor, {
    tour: { id, projectId },
    kind: 'UPDATED',
    revision: 1,
    before: null,
    after: { value: initialDraft(live), isDraft: false },
  });
  return snapshots;
}
