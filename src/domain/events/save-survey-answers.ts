import type { Sql, Statement } from '../../db/sql.ts';
import type { NewTourEvent } from './save-tour-events.ts';
import { surveyResponses } from './survey-response.ts';

const INSERT: Statement = {
  name: 'insert_survey_answers',
  text: `
    INSERT INTO survey_answers (project_id, event_id, question_id, tour_id, survey_id, text, answered_at)
    SELECT "projectId", "eventId", "questionId", "tourId", "surveyId", text, "answeredAt" FROM json_to_recordset($1::json)
      AS given("projectId" int, "eventId" uuid, "questionId" text, "tourId" uuid, "surveyId" uuid, text text, "answeredAt" timestamptz)
    ON CONFLICT DO NOTHING`,
};

/** Keeps what people wrote, of events that have just been stored for the first time; ratings are counted instead (metrics.ts). */
export async function saveSurveyAnswers(tx: Sql, events: readonly NewTourEvent[]): Promise<void> {
  const answers = events.flatMap(({ event, tourId, surveyId, question }) => {
    if (event.name !== 'survey sent' || surveyId === null) return [];
    const { projectId, id: eventId, occurredAt: answeredAt } = event;
    return surveyResponses(event.tour?.properties ?? {}, question).flatMap(({ questionId, rating, text }) =>
      rating === null ? [{ projectId, eventId, questionId, tourId, surveyId, text, answeredAt }] : [],
    );
  });
  if (answers.length > 0) await tx.query(INSERT, [JSON.stringify(answers)]);
}
