import type { Sql, Statement } from '../../db/sql.ts';
import { lockCapturedEvents } from './lock.ts';

// One batch of each: @returns how many rows are gone.

const DELETE_EVENTS: Statement = {
  name: 'purge_tour_events',
  text: `WITH gone AS (
      DELETE FROM tour_events WHERE (project_id, id) IN (
        SELECT project_id, id FROM tour_events WHERE occurred_at < $1 ORDER BY occurred_at LIMIT $2
      ) RETURNING 1
    ) SELECT count(*) AS count FROM gone`,
};

const FIND_PROJECTS: Statement = {
  name: 'find_projects_with_forgettable',
  text: 'SELECT DISTINCT project_id AS id FROM persons WHERE NOT is_identified AND updated_at < $1 ORDER BY project_id',
};

const FIND_PROJECTS_OF_IDENTIFIED: Statement = {
  name: 'find_projects_with_old_identified',
  text: 'SELECT DISTINCT project_id AS id FROM persons WHERE is_identified AND updated_at < $1 ORDER BY project_id',
};

const DELETE_PERSONS: Statement = {
  name: 'purge_anonymous_persons',
  text: `WITH gone AS (
      DELETE FROM persons WHERE id IN (
        SELECT id FROM persons WHERE project_id = $1 AND NOT is_identified AND updated_at < $2 LIMIT $3
      ) RETURNING 1
    ) SELECT count(*) AS count FROM gone`,
};

const DELETE_IDENTIFIED: Statement = {
  name: 'purge_identified_persons',
  text: `WITH gone AS (
      DELETE FROM persons WHERE id IN (
        SELECT id FROM persons WHERE project_id = $1 AND is_identified AND updated_at < $2 LIMIT $3
      ) RETURNING 1
    ) SELECT count(*) AS count FROM gone`,
};

const FIND_GONE_METRICS: Statement = {
  name: 'find_gone_metrics',
  text: `
    SELECT id, tour_id AS "tourId", project_id AS "projectId" FROM tour_metrics m
    WHERE NOT EXISTS (SELECT 1 FROM tours t WHERE t.id = m.tour_id) AND NOT EXISTS (SELECT 1 FROM deleted_tours d WHERE d.id = m.tour_id)`,
};

const DELETE_METRIC_PERSONS: Statement = {
  name: 'purge_metric_persons',
  text: `WITH gone AS (
      DELETE FROM tour_metric_persons WHERE (person_id, metric_id, day) IN (
        SELECT person_id, metric_id, day FROM tour_metric_persons WHERE metric_id = ANY($1::int[]) LIMIT $2
      ) RETURNING 1
    ) SELECT count(*) AS count FROM gone`,
};

const DELETE_ANSWERS: Statement = { name: 'purge_survey_answers', text: 'DELETE FROM survey_answers WHERE tour_id = ANY($1::uuid[])' };

const DELETE_METRICS: Statement = {
  name: 'purge_metrics',
  text: 'WITH gone AS (DELETE FROM tour_metrics WHERE id = ANY($1::int[]) RETURNING 1) SELECT count(*) AS count FROM gone',
};

export function deleteTourEvents(tx: Sql, cutoff: Date, limit: number): Promise<number> {
  return count(tx, DELETE_EVENTS, [cutoff, limit]);
}

/** Persons to forget: those of whom nothing has been heard since `cutoff`, either named by a website or not. */
export interface Forgettable {
  isIdentified: boolean;
  cutoff: Date;
}

/** Projects with such persons. */
export async function findProjectsWithForgettable(sql: Sql, { isIdentified, cutoff }: Forgettable): Promise<number[]> {
  const statement = isIdentified ? FIND_PROJECTS_OF_IDENTIFIED : FIND_PROJECTS;
  return (await sql.query<{ id: number }>(statement, [cutoff])).map(({ id }) => id);
}

/** Under the lock of those who write events: nobody is forgotten while something is being written about them. */
export async function forgetPersons(tx: Sql, projectId: number, { isIdentified, cutoff }: Forgettable, limit: number): Promise<number> {
  await lockCapturedEvents(tx, [projectId]);
  return count(tx, isIdentified ? DELETE_IDENTIFIED : DELETE_PERSONS, [projectId, cutoff, limit]);
}

/**
 * What was counted of tours that can be restored no more, with what people answered to their surveys: first the persons, a batch at a time so that nobody waits
 * long, last the metrics. Under the lock of those who write events: a person who becomes another one meanwhile would be left behind.
 */
export async function deleteCountsOfGoneTours(tx: Sql, limit: number): Promise<number> {
  const metrics = await tx.query<{ id: number; tourId: string; projectId: number }>(FIND_GONE_METRICS);
  if (metrics.length === 0) return 0;
  await lockCapturedEvents(tx, [...new Set(metrics.map(({ projectId }) => projectId))]);
  const ids = metrics.map(({ id }) => id);
  const persons = await count(tx, DELETE_METRIC_PERSONS, [ids, limit]);
  if (persons > 0) return persons;
  await tx.query(DELETE_ANSWERS, [metrics.map(({ tourId }) => tourId)]);
  return count(tx, DELETE_METRICS, [ids]);
}

async function count(tx: Sql, statement: Statement, values: unknown[]): Promise<number> {
  const [row] = await tx.query<{ count: number }>(statement, values);
  return row?.count ?? 0;
}
