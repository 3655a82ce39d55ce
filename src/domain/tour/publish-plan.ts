import type { Sql } from '../../db/sql.ts';
import type { RawJson } from '../../json/raw-json.ts';
import { fieldsOf } from './change-live.ts';
import { listSteps } from './content.ts';
import { draftInput } from './draft-input.ts';
import { checkTourInput } from './input.ts';
import type { Draft } from './merge-draft.ts';
import { draftProblems } from './problems/draft-problems.ts';
import { planSurveys } from './sync-surveys.ts';
import { findTargetingFlag, planTargetingFlag, type TargetingFlagPlan } from './sync-targeting-flag.ts';
import type { TourCore } from './tour.ts';

export interface PlannedSurvey {
  change: 'CREATE' | 'CHANGE' | 'END' | 'NONE';
  /** Null: it is not there yet. */
  surveyId: string | null;
  /** The place of the step that asks it, from 1; null: none does any more. */
  stepNumber: number | null;
}

/** What a publish would do beside the tour itself. */
export interface PublishPlan {
  /** `flagId` null: there is none yet. */
  targetingFlag: TargetingFlagPlan & { flagId: number | null };
  /** In the order of the steps, then those that would end. */
  surveys: PlannedSurvey[];
}

/**
 * What a publish of the draft would do to the tour's flag and surveys, by the functions by which it does it. Nothing is written or locked.
 *
 * @returns null when it would be refused: `draftProblems` says why
 */
export async function planPublish(
  sql: Sql,
  tour: TourCore & { content: RawJson; targeting: RawJson | null },
  draft: Draft,
): Promise<PublishPlan | null> {
  const problems = await draftProblems(sql, tour, draft);
  if (problems.some(({ severity }) => severity === 'ERROR')) return null;
  const before = fieldsOf(tour);
  const after = { ...before, ...checkTourInput(draftInput(draft), tour.id) };
  const { content, plan, unchanged } = await planSurveys(sql, tour, after, { isLocked: false });
  const flag = await findTargetingFlag(sql, tour, { isLocked: false });
  const targetingFlag = { ...planTargetingFlag(tour, flag, before, { ...after, content }), flagId: flag?.id ?? null };
  const created = new Set(plan?.create.map(({ id }) => id));
  const kept = new Set(plan?.update.map(({ id }) => id));
  const asked = listSteps(content).flatMap((step, index): PlannedSurvey[] => {
    const id = String((step as { linkedSurveyId?: unknown } | null)?.linkedSurveyId);
    // A step may name a survey that it does not ask.
    if (created.delete(id)) return [{ change: 'CREATE', surveyId: null, stepNumber: index + 1 }];
    return kept.delete(id) ? [{ change: unchanged.has(id) ? 'NONE' : 'CHANGE', surveyId: id, stepNumber: index + 1 }] : [];
  });
  const ended = (plan?.end ?? []).map((surveyId): PlannedSurvey => ({ change: 'END', surveyId, stepNumber: null }));
  return { targetingFlag, surveys: [...asked, ...ended] };
}
