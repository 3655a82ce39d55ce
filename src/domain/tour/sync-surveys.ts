import { randomBytes, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Sql, Statement } from '../../db/sql.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { Actor } from '../actor.ts';
import { readSteps } from './content.ts';
import type { LiveFields } from './input.ts';
import { linkedSurveyIds } from './survey-links.ts';
import { type SurveyPlan, surveyPlan } from './survey-plan.ts';

const FIND_OWN: Statement = {
  name: 'find_own_surveys',
  text: `SELECT id, questions, appearance, start_date AS "startDate", end_date AS "endDate", enable_partial_responses AS "isPartial" FROM surveys
    WHERE tour_id = $1 ORDER BY created_at, id`,
};
const LOCK_OWN: Statement = { name: 'lock_own_surveys', text: `${FIND_OWN.text} FOR UPDATE` };

interface OwnSurveyRow {
  id: string;
  questions: RawJson;
  appearance: RawJson | null;
  startDate: string | null;
  endDate: string | null;
  isPartial: boolean;
}

const CREATE: Statement = {
  name: 'create_survey',
  text: `INSERT INTO surveys (id, project_id, tour_id, name, type, questions, appearance, start_date, end_date, created_by_id)
    VALUES ($1, $2, $3, $4, 'api', $5::jsonb, $6::jsonb, $7::timestamptz, $8::timestamptz, $9)`,
};

const UPDATE: Statement = {
  name: 'update_survey',
  text: `UPDATE surveys SET questions = $2::jsonb, appearance = $3::jsonb, start_date = $4::timestamptz, end_date = $5::timestamptz,
    enable_partial_responses = false WHERE id = $1`,
};

const END: Statement = { name: 'end_surveys', text: 'UPDATE surveys SET end_date = now() WHERE id = ANY($1::uuid[]) AND end_date IS NULL' };

/**
 * What the surveys of a tour have to become (contract section 12), and the content with their ids written in. Nothing is written yet; the surveys that there are
 * are locked, unless they are only to be looked at.
 */
export async function planSurveys(
  tx: Sql,
  tour: { id: string; content: RawJson },
  after: LiveFields,
  { isLocked } = { isLocked: true },
): Promise<{ content: Record<string, unknown>; plan: SurveyPlan | null; unchanged: Set<string> }> {
  const previous = linkedSurveyIds(tour.content.value);
  const asks = readSteps(after.content).some((step) => step.survey);
  if (!asks && previous.length === 0) return { content: after.content, plan: null, unchanged: new Set() };
  const own = await tx.query<OwnSurveyRow>(isLocked ? LOCK_OWN : FIND_OWN, [tour.id]);
  const plan = surveyPlan({
    tour: after,
    content: after.content,
    ownSurveys: own.map((survey) => ({ ...survey, questions: survey.questions.value, appearance: survey.appearance?.value ?? null })),
    previouslyLinkedIds: previous,
    newId: randomUUID,
    newHex: () => randomBytes(4).toString('hex'),
    now: new Date().toISOString(),
  });
  const unchanged = plan.update.filter((planned) => own.some((survey) => survey.id === planned.id && isSame(survey, planned)));
  return { content: plan.content, plan, unchanged: new Set(unchanged.map(({ id }) => id)) };
}

/** Whether a survey is already what it is planned to be. */
function isSame(survey: OwnSurveyRow, planned: SurveyPlan['update'][number]): boolean {
  const before = [survey.questions.value, survey.appearance?.value ?? null, moment(survey.startDate), moment(survey.endDate)];
  // As JSON, where a key whose value is undefined is an absent one.
  const after = JSON.parse(JSON.stringify([planned.questions, planned.appearance, moment(planned.startDate), moment(planned.endDate)]));
  return !survey.isPartial && isDeepStrictEqual(before, after);
}

function moment(date: string | null): number | null {
  return date === null ? null : Date.parse(date);
}

/** Carries a plan out; the tour's row is there. */
export async function applySurveyPlan(
  tx: Sql,
  actor: Actor,
  tour: { id: string; projectId: number },
  plan: SurveyPlan | null,
): Promise<void> {
  if (!plan) return;
  for (const { id, name, questions, appearance, startDate, endDate } of plan.create) {
    const values = [
      id,
      tour.projectId,
      tour.id,
      name,
      JSON.stringify(questions),
      JSON.stringify(appearance),
      startDate,
      endDate,
      actor.userId,
    ];
    await tx.query(CREATE, values);
  }
  for (const { id, questions, appearance, startDate, endDate } of plan.update) {
    await tx.query(UPDATE, [id, JSON.stringify(questions), JSON.stringify(appearance), startDate, endDate]);
  }
  if (plan.end.length > 0) await tx.query(END, [plan.end]);
}
