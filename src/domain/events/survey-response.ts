import { isObject, type JsonObject } from '../../json/json-object.ts';
import { storableText } from '../../json/storable.ts';
import { ratingScale } from '../tour/survey-question.ts';

export interface SurveyResponse {
  /** Empty where the event does not say: a survey of a tour has one question. */
  questionId: string;
  /** Null: it is none. */
  rating: number | null;
  /** The answer as it came. */
  text: string;
}

const RESPONSE = /^\$survey_response(?:_(?<questionId>.+))?$/s;

const MAX_QUESTION_ID = 200;

/** Pages keep a tour for a while: a number that answers no question for a rating may still answer what was one. */
const WIDEST_SCALE: [number, number] = [0, 10];

/**
 * The answers in the properties of `survey sent`. What was skipped, or is neither text nor number, is none. Ratings are the whole numbers of the question's
 * scale; some clients send them as texts.
 *
 * @param question the one question of the survey as it is stored, whatever that is
 */
export function surveyResponses(properties: JsonObject, question: unknown): SurveyResponse[] {
  const responses = Object.entries(properties).flatMap(([key, value]) => {
    const match = RESPONSE.exec(key);
    const isAnswer = typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
    if (!match || !isAnswer) return [];
    const questionId = match.groups?.questionId ?? '';
    const asked = isObject(question) && (questionId === '' || questionId === question.id) ? question : {};
    return [{ questionId: storableText(questionId, MAX_QUESTION_ID), rating: ratingOf(value, ratingScale(asked)), text: String(value) }];
  });
  // Some versions of the SDK send the first answer under both names.
  const named = responses.filter(({ questionId }) => questionId !== '');
  return named.length > 0 ? named : responses;
}

function ratingOf(value: number | string, scale: [number, number] | null): number | null {
  const isNumber = typeof value === 'number' || (scale !== null && /^\s*\d+\s*$/.test(value));
  const [lowest, highest] = scale ?? WIDEST_SCALE;
  const rating = Number(value);
  return isNumber && Number.isInteger(rating) && rating >= lowest && rating <= highest ? rating : null;
}
