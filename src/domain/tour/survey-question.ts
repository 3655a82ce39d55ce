import type { JsonObject } from '../../json/json-object.ts';
import { SURVEY_DEFAULTS } from './content/survey.ts';

/** The one question of a survey that a step asks. */
export interface SurveyQuestion {
  id: string;
  type: string;
  question: string;
  scale?: number;
  display?: string;
  skipSubmitButton?: true;
  lowerBoundLabel?: string;
  upperBoundLabel?: string;
}

/** The question as a step's `survey` puts it: contract section 12. What is missing or of an odd type has its default. */
export function surveyQuestion(survey: JsonObject, id: string): SurveyQuestion {
  const type = textOr(survey.type, SURVEY_DEFAULTS.type);
  const question: SurveyQuestion = { id, type, question: textOr(survey.questionText, '') };
  if (type !== 'rating') return question;
  const lowerBoundLabel = textOr(survey.lowerBoundLabel, '');
  const upperBoundLabel = textOr(survey.upperBoundLabel, '');
  return {
    ...question,
    scale: typeof survey.scale === 'number' ? survey.scale : SURVEY_DEFAULTS.scale,
    display: textOr(survey.display, SURVEY_DEFAULTS.display),
    skipSubmitButton: true,
    ...(lowerBoundLabel && { lowerBoundLabel }),
    ...(upperBoundLabel && { upperBoundLabel }),
  };
}

/**
 * The lowest and the highest number that the SDK offers as answers to a question, as it is stored; null: it asks for no rating. It draws three or five faces,
 * and numbers from 1 to 5 for every scale but 10.
 */
export function ratingScale(question: JsonObject): [lowest: number, highest: number] | null {
  const { type, scale, display } = question;
  if (type !== 'rating') return null;
  if (scale === 10) return [0, 10];
  return [1, scale === 3 && display === 'emoji' ? 3 : 5];
}

/** Numbers are shown as they are written; whatever else is no text says nothing. */
function textOr(value: unknown, fallback: string): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : fallback;
}
