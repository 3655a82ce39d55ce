import type { Sql, Statement } from '../../db/sql.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { CapturedEvent } from './captured-event.ts';

/**
 * A survey is its tour's, whatever tour the event names. What is about no tour of the project is left out. The rows that were there before are told apart by
 * being seen: a statement does not see those that it inserts.
 */
const INSERT: Statement = {
  name: 'insert_tour_events',
  text: `
    WITH given AS MATERIALIZED (
      SELECT * FROM json_to_recordset($1::json) AS given(
        "projectId" int, id uuid, "tourId" uuid, "surveyId" uuid, name text, "distinctId" text, "occurredAt" timestamptz, properties jsonb
      )
    ), stored AS (
      INSERT INTO tour_events (project_id, id, tour_id, survey_id, name, distinct_id, occurred_at, properties)
      SELECT given."projectId", given.id, t.id, s.id, given.name, given."distinctId", given."occurredAt", given.properties
      FROM given
        LEFT JOIN surveys s ON s.id = given."surveyId" AND s.project_id = given."projectId" AND s.tour_id IS NOT NULL
        JOIN tours t ON t.id = coalesce(s.tour_id, given."tourId") AND t.project_id = given."projectId"
      ON CONFLICT DO NOTHING
      RETURNING project_id, id, tour_id, survey_id
    )
    SELECT stored.project_id AS "projectId", stored.id, stored.tour_id AS "tourId", s.id AS "surveyId", s.questions -> 0 AS question, true AS "isNew"
    FROM stored LEFT JOIN surveys s ON s.id = stored.survey_id
    UNION ALL
    SELECT e.project_id, e.id, e.tour_id, e.survey_id, NULL, false FROM given JOIN tour_events e ON e.project_id = given."projectId" AND e.id = given.id`,
};

/** An event that has just been stored for the first time. */
export interface NewTourEvent {
  event: CapturedEvent;
  tourId: string;
  /** Null: it is about no survey, or about none of the tour's. */
  surveyId: string | null;
  /** What the survey asks, as it is stored. */
  question: unknown;
}

export interface SavedTourEvents {
  added: NewTourEvent[];
  /** Those whose id is that of an event which is stored already, or comes before it among the given. */
  repeated: ReadonlySet<CapturedEvent>;
}

/** Stores what happened to tours, each event once. */
export async function saveTourEvents(tx: Sql, events: readonly CapturedEvent[]): Promise<SavedTourEvents> {
  const given = new Map<string, CapturedEvent>();
  const repeated = new Set<CapturedEvent>();
  for (const event of events) {
    if (!event.tour) continue;
    const key = keyOf(event);
    if (given.has(key)) repeated.add(event);
    else given.set(key, event);
  }
  if (given.size === 0) return { added: [], repeated };
  const rows = [...given.values()].map(({ tour, projectId, id, name, distinctId, occurredAt }) => ({
    projectId,
    id,
    name,
    distinctId,
    occurredAt,
    ...tour,
  }));
  const added: NewTourEvent[] = [];
  for (const { isNew, tourId, surveyId, question, ...key } of await tx.query<StoredRow>(INSERT, [JSON.stringify(rows)])) {
    const event = given.get(keyOf(key));
    if (!event) continue;
    if (isNew) added.push({ event, tourId, surveyId, question: question?.value });
    else repeated.add(event);
  }
  return { added, repeated };
}

interface StoredRow {
  projectId: number;
  id: string;
  tourId: string;
  surveyId: string | null;
  question: RawJson | null;
  isNew: boolean;
}

function keyOf({ projectId, id }: Pick<CapturedEvent, 'projectId' | 'id'>): string {
  return `${projectId} ${id}`;
}
