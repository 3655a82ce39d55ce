import type { JsonObject } from '../../json/json-object.ts';
import { storableText } from '../../json/storable.ts';

export interface SurveyResponse {
  /** Empty where the event does not say: a survey of a tour has one question. */
  questionId: string;
  /** A number answers a question for a rating, a text an open one. */
  value: number | string;
}

const RESPONSE = /^\$survey_response(?:_(?<questionId>.+))?$/s;

const MAX_QUESTION_ID = 200;

/** The answers in the properties of `survey sent`. What was skipped, or is neither text nor number, is none. */
export function surveyResponses(properties: JsonObject): SurveyResponse[] {
  const responses = Object.entries(properties).flatMap(([key, value]) => {
    const match = RESPONSE.exec(key);
    const isAnswer = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
    return match && isAnswer ? [{ questionId: storableText(match.groups?.questionId ?? '', MAX_QUESTION_ID), value }] : [];
  });
  // Some versions of the SDK send the first answer under both names.
  const named = responses.filter(({ questionId }) => questionId !== '');
  return named.length > 0 ? named : responses;
}
