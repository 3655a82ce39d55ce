import { isEmptyJson } from '../../json/emptiness.ts';
import { isObject, type JsonObject } from '../../json/json-object.ts';
import { UUID } from '../uuid.ts';
import { surveyName } from './flag-key.ts';
import { type SurveyQuestion, surveyQuestion } from './survey-question.ts';

/** A survey that one of this tour's steps made before. */
export interface OwnSurvey {
  id: string;
  questions: unknown;
  appearance: unknown;
  endDate: string | null;
}

export interface SurveyPlanInput {
  tour: { name: string; startDate: string | null; endDate: string | null; archived: boolean };
  content: JsonObject;
  ownSurveys: OwnSurvey[];
  /** The surveys that the steps of the previous content named, in lower case. */
  previouslyLinkedIds: string[];
  newId: () => string;
  /** Eight hexadecimal digits, to make the name of a survey unique. */
  newHex: () => string;
  /** RFC 3339. */
  now: string;
}

interface PlannedSurvey {
  id: string;
  questions: SurveyQuestion[];
  appearance: JsonObject;
  startDate: string | null;
  endDate: string | null;
}

/** What has to be written so that a tour's surveys say what its steps ask. */
export interface SurveyPlan {
  create: (PlannedSurvey & { name: string })[];
  update: PlannedSurvey[];
  /** Surveys that no step asks any more and that have not ended. */
  end: string[];
  /** The content with the ids of survey and question written into its steps; the very same object when they stand there already. */
  content: JsonObject;
}

const APPEARANCE = { position: 'middle_center', displayThankYouMessage: false, hideCancelButton: true };

/**
 * Contract section 12, with section 16, rows 6, 7 and 12: a step reuses the survey it names only if this tour made it and no earlier step has taken it; the id of a
 * question never changes, so that answers stay together, and the step always names the survey's own. A step with any non-empty `survey` object takes part.
 */
export function surveyPlan(input: SurveyPlanInput): SurveyPlan {
  const own = new Map(input.ownSurveys.map((survey) => [survey.id, survey]));
  const create: SurveyPlan['create'] = [];
  const update: PlannedSurvey[] = [];
  const taken = new Set<string>();
  const questionIds = new Set(input.ownSurveys.flatMap((survey) => questionId(survey) ?? []));

  function planStep(step: unknown, index: number): unknown {
    if (!isObject(step) || !isObject(step.survey) || isEmptyJson(step.survey)) return step;
    const linkedId = typeof step.linkedSurveyId === 'string' ? step.linkedSurveyId.toLowerCase() : '';
    const existing = taken.has(linkedId) ? undefined : own.get(linkedId);
    const id = existing?.id ?? input.newId();
    const question = surveyQuestion(step.survey, (existing && questionId(existing)) ?? unusedQuestionId(step.linkedSurveyQuestionId));
    const survey: PlannedSurvey = { id, questions: [question], appearance: appearanceOf(existing), ...datesOf(input, existing) };
    if (existing) update.push(survey);
    else create.push({ ...survey, name: surveyName(input.tour.name, index + 1, input.newHex()) });
    taken.add(id);
    questionIds.add(question.id);
    return linkedTo(step, id, question.id);
  }

  /** The id that the step brings, unless another survey has a question of that id. */
  function unusedQuestionId(wanted: unknown): string {
    return typeof wanted === 'string' && UUID.test(wanted) && !questionIds.has(wanted) ? wanted : input.newId();
  }

  const content = withSteps(input.content, planStep);
  const end = input.previouslyLinkedIds.filter((id) => !taken.has(id) && own.get(id)?.endDate === null);
  return { create, update, end, content };
}

function questionId({ questions }: OwnSurvey): string | undefined {
  const first: unknown = Array.isArray(questions) ? questions[0] : undefined;
  return isObject(first) && typeof first.id === 'string' && first.id !== '' ? first.id : undefined;
}

function appearanceOf(existing: OwnSurvey | undefined): JsonObject {
  return { ...(isObject(existing?.appearance) && existing.appearance), ...APPEARANCE };
}

/** The tour's dates; an archived tour that never ended ends its surveys, each once. */
function datesOf({ tour, now }: SurveyPlanInput, existing: OwnSurvey | undefined): { startDate: string | null; endDate: string | null } {
  const { startDate, endDate, archived } = tour;
  return { startDate, endDate: endDate ?? (archived ? (existing?.endDate ?? now) : null) };
}

function linkedTo(step: JsonObject, linkedSurveyId: string, linkedSurveyQuestionId: string): JsonObject {
  if (step.linkedSurveyId === linkedSurveyId && step.linkedSurveyQuestionId === linkedSurveyQuestionId) return step;
  return { ...step, linkedSurveyId, linkedSurveyQuestionId };
}

function withSteps(content: JsonObject, plan: (step: unknown, index: number) => unknown): JsonObject {
  if (!Array.isArray(content.steps)) return content;
  const { steps } = content;
  const planned = steps.map(plan);
  return planned.every((step, index) => step === steps[index]) ? content : { ...content, steps: planned };
}
