import type { Sql, Statement } from '../../db/sql.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { Remaining } from './capture-quota.ts';
import type { CapturedEvent } from './captured-event.ts';

/** The largest `int` of PostgreSQL: no limit. */
const MAX_INT = 2 ** 31 - 1;

/**
 * A survey is its tour's, whatever tour the event names. What is about no tour of the project is left out. The rows that were there before are told apart by
 * being seen: a statement does not see those that it inserts. Of the new ones, each project may add the first so many.
 */
const INSERT: Statement = {
  name: 'insert_tour_events',
  text: `
    WITH given AS MATERIALIZED (
      SELECT * FROM json_to_recordset($1::json) AS given(
        n int, "projectId" int, id uuid, "tourId" uuid, "surveyId" uuid, name text, "distinctId" text, "occurredAt" timestamptz, properties jsonb
      )
    ), fresh AS (
      SELECT given.*, t.id AS "ownTourId", s.id AS "ownSurveyId", row_number() OVER (PARTITION BY given."projectId" ORDER BY given.n) > quota.events AS "isBeyond"
      FROM given JOIN json_to_recordset($2::json) AS quota("projectId" int, events int) USING ("projectId")
        LEFT JOIN surveys s ON s.id = given."surveyId" AND s.project_id = given."projectId" AND s.tour_id IS NOT NULL
        JOIN tours t ON t.id = coalesce(s.tour_id, given."tourId") AND t.project_id = given."projectId"
      WHERE NOT EXISTS (SELECT FROM tour_events e WHERE e.project_id = given."projectId" AND e.id = given.id)
    ), stored AS (
      INSERT INTO tour_events (project_id, id, tour_id, survey_id, name, distinct_id, occurred_at, properties)
      SELECT "projectId", id, "ownTourId", "ownSurveyId", name, "distinctId", "occurredAt", properties FROM fresh WHERE NOT "isBeyond"
      ON CONFLICT DO NOTHING
      RETURNING project_id, id, tour_id, survey_id
    )
    SELECT stored.project_id AS "projectId", stored.id, stored.tour_id AS "tourId", s.id AS "surveyId", s.questions -> 0 AS question, 'added' AS outcome
    FROM stored LEFT JOIN surveys s ON s.id = stored.survey_id
    UNION ALL
    SELECT e.project_id, e.id, e.tour_id, e.survey_id, NULL, 'repeated' FROM given JOIN tour_events e ON e.project_id = given."projectId" AND e.id = given.id
    UNION ALL
    SELECT "projectId", id, "ownTourId", NULL, NULL, 'refused' FROM fresh WHERE "isBeyond"`,
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
  /** Those that are not stored because the project may add no more. */
  refused: readonly CapturedEvent[];
}

/** Stores what happened to tours, each event once, as far as the projects may add some. */
export async function saveTourEvents(
  tx: Sql,
  events: readonly CapturedEvent[],
  remaining: ReadonlyMap<number, Remaining>,
): Promise<SavedTourEvents> {
  const given = new Map<string, CapturedEvent>();
  const repeated = new Set<CapturedEvent>();
  for (const event of events) {
    if (!event.tour) continue;
    const key = keyOf(event);
    if (given.has(key)) repeated.add(event);
    else given.set(key, event);
  }
  if (given.size === 0) return { added: [], repeated, refused: [] };
  const rows = [...given.values()].map(({ tour, projectId, id, name, distinctId, occurredAt }, n) => ({
    n,
    projectId,
    id,
    name,
    distinctId,
    occurredAt,
    ...tour,
  }));
  const quotas = [...remaining].map(([projectId, left]) => ({ projectId, events: Math.min(left.events, MAX_INT) }));
  const added: NewTourEvent[] = [];
  const refused: CapturedEvent[] = [];
  const outcomes = await tx.query<StoredRow>(INSERT, [JSON.stringify(rows), JSON.stringify(quotas)]);
  for (const { outcome, tourId, surveyId, question, ...key } of outcomes) {
    const event = given.get(keyOf(key));
    if (!event) continue;
    if (outcome === 'added') added.push({ event, tourId, surveyId, question: question?.value });
    else if (outcome === 'repeated') repeated.add(event);
    else refused.push(event);
  }
  return { added, repeated, refused };
}

interface StoredRow {
  projectId: number;
  id: string;
  tourId: string;
  surveyId: string | null;
  question: RawJson | null;
  outcome: 'added' | 'repeated' | 'refused';
}

function keyOf({ projectId, id }: Pick<CapturedEvent, 'projectId' | 'id'>): string {
  return `${projectId} ${id}`;
}
