import type { Statement } from '../../db/sql.ts';
import type { Deps } from '../deps.ts';
import { daysOf, type StatsRange } from './stats.ts';

/** What somebody wrote in answer to an open question, or gave for a rating that is none. */
export interface SurveyAnswer {
  /** Of the event that brought it. */
  id: string;
  questionId: string;
  text: string;
  answeredAt: string;
}

/** More are not given at once. */
export const MAX_ANSWERS = 100;

const FIND: Statement = {
  name: 'find_survey_answers',
  text: `
    SELECT a.event_id AS id, a.question_id AS "questionId", a.text, a.answered_at AS "answeredAt"
    FROM survey_answers a
    WHERE a.survey_id = $1 AND a.tour_id = $2 AND a.answered_at >= $3::date AND a.answered_at < $4::date + 1
      AND ($5::uuid IS NULL OR (a.answered_at, a.event_id) < (
        SELECT b.answered_at, b.event_id FROM survey_answers b WHERE b.survey_id = $1 AND b.event_id = $5 LIMIT 1
      ))
    ORDER BY a.answered_at DESC, a.event_id DESC LIMIT $6`,
};

/**
 * The newest answers of a survey that a tour asks, of whole days in UTC. For a tour that the caller may see.
 *
 * @param after the id of the last answer that is known already; null: from the newest
 */
export function findSurveyAnswers(
  { db }: Pick<Deps, 'db'>,
  { tourId, surveyId, from, to }: { tourId: string; surveyId: string } & StatsRange,
  { first, after }: { first: number; after: string | null },
): Promise<SurveyAnswer[]> {
  const days = daysOf({ from, to });
  return db.sql.query<SurveyAnswer>(FIND, [surveyId, tourId, days.from, days.to, after, Math.min(Math.max(first, 0), MAX_ANSWERS)]);
}
