import type { Sql, Statement } from '../../db/sql.ts';
import type { CapturedEvent } from './captured-event.ts';

/** A survey is its tour's, whatever tour the event names. What is about no tour of the project is left out, and so is what is there already. */
const INSERT: Statement = {
  name: 'insert_tour_events',
  text: `
    INSERT INTO tour_events (project_id, id, tour_id, survey_id, name, distinct_id, occurred_at, properties)
    SELECT given."projectId", given.id, t.id, s.id, given.name, given."distinctId", given."occurredAt", given.properties
    FROM json_to_recordset($1::json) AS given(
        "projectId" int, id uuid, "tourId" uuid, "surveyId" uuid, name text, "distinctId" text, "occurredAt" timestamptz, properties jsonb
      )
      LEFT JOIN surveys s ON s.id = given."surveyId" AND s.project_id = given."projectId" AND s.tour_id IS NOT NULL
      JOIN tours t ON t.id = coalesce(s.tour_id, given."tourId") AND t.project_id = given."projectId"
    ON CONFLICT DO NOTHING
    RETURNING project_id AS "projectId", id, tour_id AS "tourId", survey_id AS "surveyId"`,
};

/** An event that has just been stored for the first time. */
export interface NewTourEvent {
  event: CapturedEvent;
  tourId: string;
  /** Null: it is about no survey, or about none of the tour's. */
  surveyId: string | null;
}

/** Stores what happened to tours. @returns the events that were not there before */
export async function saveTourEvents(tx: Sql, events: readonly CapturedEvent[]): Promise<NewTourEvent[]> {
  const given = new Map<string, CapturedEvent>();
  for (const event of events) {
    const key = `${event.projectId} ${event.id}`;
    if (event.tour && !given.has(key)) given.set(key, event);
  }
  if (given.size === 0) return [];
  const rows = [...given.values()].map(({ tour, projectId, id, name, distinctId, occurredAt }) => ({
    projectId,
    id,
    name,
    distinctId,
    occurredAt,
    ...tour,
  }));
  const stored = await tx.query<{ projectId: number; id: string; tourId: string; surveyId: string | null }>(INSERT, [JSON.stringify(rows)]);
  return stored.flatMap(({ projectId, id, tourId, surveyId }) => {
    const event = given.get(`${projectId} ${id}`);
    return event ? [{ event, tourId, surveyId }] : [];
  });
}
