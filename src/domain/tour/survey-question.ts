import type { JsonObject } from '../../json/json-object.ts';

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
  const type = textOr(survey.type, 'open');
  const question: SurveyQuestion = { id, type, question: textOr(survey.questionText, '') };
  if (type !== 'rating') return question;
  const lowerBoundLabel = textOr(survey.lowerBoundLabel, '');
  const upperBoundLabel = textOr(survey.upperBoundLabel, '');
  return {
    ...question,
    scale: typeof survey.scale === 'number' ? survey.scale : 5,
    display: textOr(survey.display, 'emoji'),
    skipSubmitButton: true,
    ...(lowerBoundLabel && { lowerBoundLabel }),
    ...(upperBoundLabel && { upperBoundLabel }),
  };
}

/** Numbers are shown as they are written; whatever else is no text says nothing. */
function textOr(value: unknown, fallback: string): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : fallback;
}
