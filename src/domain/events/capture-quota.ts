import type { Sql, Statement } from '../../db/sql.ts';

/** What the browsers of one project may add in one hour and in one day, by the database's clock in UTC. */
export interface CaptureQuotas {
  /** New distinct ids of persons: a new person has at least one. */
  personsPerHour: number;
  personsPerDay: number;
  /** Stored events. */
  eventsPerHour: number;
  eventsPerDay: number;
  /** Of the properties of one person. */
  personBytes: number;
}

export interface Remaining {
  persons: number;
  events: number;
}

/** At most one row for each hour of the day. */
const FIND_USAGE: Statement = {
  name: 'find_capture_usage',
  text: `
    SELECT project_id AS "projectId",
      coalesce(sum(persons) FILTER (WHERE hour >= date_trunc('hour', now())), 0)::float8 AS "personsOfHour",
      coalesce(sum(events) FILTER (WHERE hour >= date_trunc('hour', now())), 0)::float8 AS "eventsOfHour",
      sum(persons)::float8 AS "personsOfDay", sum(events)::float8 AS "eventsOfDay"
    FROM capture_usage WHERE project_id = ANY($1::int[]) AND hour >= date_trunc('day', now()) GROUP BY project_id`,
};

const ADD_USAGE: Statement = {
  name: 'add_capture_usage',
  text: `
    INSERT INTO capture_usage (project_id, hour, persons, events)
    SELECT "projectId", date_trunc('hour', now()), persons, events FROM json_to_recordset($1::json) AS given("projectId" int, persons int, events int)
    ON CONFLICT (project_id, hour) DO UPDATE SET
      persons = capture_usage.persons + excluded.persons, events = capture_usage.events + excluded.events`,
};

const DELETE_USAGE: Statement = {
  name: 'purge_capture_usage',
  text: `WITH gone AS (DELETE FROM capture_usage WHERE hour < date_trunc('day', now()) - interval '1 day' RETURNING 1) SELECT count(*) AS count FROM gone`,
};

interface Usage {
  projectId: number;
  personsOfHour: number;
  eventsOfHour: number;
  personsOfDay: number;
  eventsOfDay: number;
}

/** What each project may still add. The caller holds the lock of those who write events, so that no two transactions use the same remainder. */
export async function findRemaining(tx: Sql, projectIds: readonly number[], quotas: CaptureQuotas): Promise<Map<number, Remaining>> {
  const usage = new Map((await tx.query<Usage>(FIND_USAGE, [projectIds])).map((row) => [row.projectId, row]));
  return new Map(
    projectIds.map((projectId) => {
      const { personsOfHour = 0, eventsOfHour = 0, personsOfDay = 0, eventsOfDay = 0 } = usage.get(projectId) ?? {};
      const persons = Math.min(quotas.personsPerHour - personsOfHour, quotas.personsPerDay - personsOfDay);
      const events = Math.min(quotas.eventsPerHour - eventsOfHour, quotas.eventsPerDay - eventsOfDay);
      return [projectId, { persons: Math.max(0, persons), events: Math.max(0, events) }];
    }),
  );
}

/** Counts what was added. */
export async function addUsage(tx: Sql, added: ReadonlyMap<number, Remaining>): Promise<void> {
  const rows = [...added].map(([projectId, counts]) => ({ projectId, ...counts })).filter(({ persons, events }) => persons + events > 0);
  if (rows.length > 0) await tx.query(ADD_USAGE, [JSON.stringify(rows)]);
}

/** @returns how many rows are gone: those of hours that no quota looks at */
export async function deleteOldUsage(tx: Sql): Promise<number> {
  const [row] = await tx.query<{ count: number }>(DELETE_USAGE);
  return row?.count ?? 0;
}
