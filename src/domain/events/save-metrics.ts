import type { Sql, Statement } from '../../db/sql.ts';
import type { CapturedEvent } from './captured-event.ts';
import { isGiven, type Metric, metricsOf, missMetric } from './metrics.ts';
import type { People } from './people.ts';
import type { NewTourEvent } from './save-tour-events.ts';
import type { TargetMiss } from './target-misses.ts';

/** Of what is not known to be the tour's own, no more different things are counted: a public token lets anybody make some up. */
const MAX_METRICS_PER_TOUR = 2000;

/** A step counts as the tour's own if one of so many of its newest versions has it: pages keep a tour for a while. */
const VERSIONS = 20;

const FIND_METRICS: Statement = {
  name: 'find_metrics',
  text: `
    SELECT m.id, given.n, m.step_order AS "stepOrder"
    FROM json_to_recordset($1::json) AS given(n int, "tourId" uuid, kind tour_metric_kind, item text, detail text)
      JOIN tour_metrics m ON m.tour_id = given."tourId" AND m.kind = given.kind AND m.item = given.item AND m.detail = given.detail`,
};

/** The tour's own things are only looked for where it has so many that others are left out. */
const SAVE_METRICS: Statement = {
  name: 'save_metrics',
  text: `
    WITH given AS (
      SELECT * FROM json_to_recordset($1::json) AS given(
        n int, "projectId" int, "tourId" uuid, kind tour_metric_kind, item text, detail text, "stepOrder" int, "isGiven" boolean
      )
    ), size AS (
      SELECT "tourId", (SELECT count(*) FROM tour_metrics m WHERE m.tour_id = given."tourId") AS count FROM given GROUP BY 1
    ), counted AS (
      SELECT given.*, size.count + row_number() OVER (PARTITION BY "tourId" ORDER BY n) > ${MAX_METRICS_PER_TOUR} AS "isBeyond"
      FROM given JOIN size USING ("tourId")
    ), crowded AS (
      SELECT DISTINCT "tourId" AS id FROM counted WHERE "isBeyond" AND NOT "isGiven"
    ), own_steps AS MATERIALIZED (
      SELECT DISTINCT crowded.id AS "tourId", left(step.id #>> '{}', 200) AS item FROM crowded
        CROSS JOIN LATERAL (SELECT content FROM tour_versions v WHERE v.tour_id = crowded.id ORDER BY number DESC LIMIT ${VERSIONS}) version
        CROSS JOIN LATERAL jsonb_path_query(version.content, 'lax $.steps[*].id') AS step(id)
    ), own_questions AS MATERIALIZED (
      -- An answer may also come without the id of its question.
      SELECT s.tour_id AS "tourId", s.id || ' ' || question AS item FROM crowded JOIN surveys s ON s.tour_id = crowded.id
        CROSS JOIN LATERAL (VALUES (''), (s.questions #>> '{0,id}')) AS asked(question)
    ), saved AS (
      INSERT INTO tour_metrics (project_id, tour_id, kind, item, detail, step_order)
      SELECT "projectId", "tourId", kind, item, detail, "stepOrder" FROM counted WHERE CASE
        WHEN NOT "isBeyond" OR "isGiven" THEN true
        WHEN kind = 'RATING' THEN detail ~ '^([0-9]|10)$' AND ("tourId", item) IN (SELECT * FROM own_questions)
        ELSE ("tourId", item) IN (SELECT * FROM own_steps)
      END
      ON CONFLICT (tour_id, kind, item, detail) DO UPDATE SET step_order = coalesce(excluded.step_order, tour_metrics.step_order)
      RETURNING id, tour_id, kind, item, detail
    )
    SELECT saved.id, given.n FROM saved JOIN given
      ON given."tourId" = saved.tour_id AND given.kind = saved.kind AND given.item = saved.item AND given.detail = saved.detail`,
};

/** @returns for each metric and day how many persons were new there */
const SAVE_PERSONS: Statement = {
  name: 'save_metric_persons',
  text: `
    WITH saved AS (
      INSERT INTO tour_metric_persons (person_id, metric_id, day)
      SELECT DISTINCT "personId", "metricId", day FROM json_to_recordset($1::json) AS given("personId" bigint, "metricId" int, day date)
      ON CONFLICT DO NOTHING
      RETURNING metric_id, day
    )
    SELECT metric_id AS "metricId", day::text, count(*) AS persons FROM saved GROUP BY metric_id, day`,
};

/** Days come in any order, and all at once where two persons turn out to be one. */
const LINK_DAYS: Statement = {
  name: 'link_metric_days',
  text: `
    UPDATE tour_metric_persons p SET previous_day = linked.previous
    FROM (
      SELECT person_id, metric_id, day, previous_day, lag(day) OVER (PARTITION BY person_id, metric_id ORDER BY day) AS previous
      FROM tour_metric_persons WHERE person_id = ANY($1::bigint[]) AND ($2::int[] IS NULL OR metric_id = ANY($2::int[]))
    ) linked
    WHERE linked.previous IS DISTINCT FROM linked.previous_day
      AND p.person_id = linked.person_id AND p.metric_id = linked.metric_id AND p.day = linked.day`,
};

const COUNT: Statement = {
  name: 'count_metric_days',
  text: `
    INSERT INTO tour_metric_days (metric_id, day, total, persons)
    SELECT "metricId", day, total, persons FROM json_to_recordset($1::json) AS given("metricId" int, day date, total int, persons int)
    ON CONFLICT (metric_id, day) DO UPDATE SET total = tour_metric_days.total + excluded.total, persons = tour_metric_days.persons + excluded.persons`,
};

/** Days on which both had been counted as two persons are days of one. */
const MERGE: Statement = {
  name: 'merge_metric_persons',
  text: `
    WITH gone AS (
      DELETE FROM tour_metric_persons p USING json_to_recordset($1::json) AS merge("from" bigint, "to" bigint)
      WHERE p.person_id = merge."from" RETURNING merge."to", p.metric_id, p.day
    ), moved AS (
      INSERT INTO tour_metric_persons (person_id, metric_id, day) SELECT DISTINCT "to", metric_id, day FROM gone
      ON CONFLICT DO NOTHING RETURNING metric_id, day
    )
    UPDATE tour_metric_days d SET persons = d.persons - doubled.count
    FROM (
      SELECT metric_id, day, count(*) - (SELECT count(*) FROM moved m WHERE m.metric_id = gone.metric_id AND m.day = gone.day) AS count
      FROM gone GROUP BY metric_id, day
    ) doubled
    WHERE d.metric_id = doubled.metric_id AND d.day = doubled.day AND doubled.count > 0`,
};

interface Count {
  projectId: number;
  tourId: string;
  metric: Metric;
  /** UTC, such as 2026-11-23. */
  day: string;
  personId: number;
}

/**
 * Counts events that have just been stored for the first time, for what they say and for the persons who they are about; and the persons who missed an element,
 * each once a day however often they are reported.
 */
export async function saveMetrics(tx: Sql, events: readonly NewTourEvent[], misses: readonly TargetMiss[], people: People): Promise<void> {
  const count = ({ projectId, distinctId, occurredAt }: CapturedEvent, tourId: string, metrics: readonly Metric[]): Count[] => {
    const personId = people.of(projectId, distinctId).id;
    const day = occurredAt.toISOString().slice(0, 10);
    return personId === null ? [] : metrics.map((metric) => ({ projectId, tourId, metric, day, personId }));
  };
  const counts = [
    ...events.flatMap((given) => count(given.event, given.tourId, metricsOf(given))),
    ...misses.flatMap((miss) => count(miss.event, miss.tourId, [missMetric(miss)])),
  ];
  if (counts.length === 0) return;
  const metricIds = await findMetricIds(tx, counts);
  const rows = counts.flatMap(({ personId, day, metric }, n) => {
    const metricId = metricIds[n];
    return metricId === undefined ? [] : [{ personId, metricId, day, isOfPersons: metric.kind === 'STEP_TARGET_MISSING' }];
  });
  const ofPersons = new Set(rows.filter(({ isOfPersons }) => isOfPersons).map(({ metricId }) => metricId));
  if (rows.length === 0) return;
  const persons = await tx.query<{ metricId: number; day: string; persons: number }>(SAVE_PERSONS, [JSON.stringify(rows)]);
  await tx.query(LINK_DAYS, [[...new Set(rows.map(({ personId }) => personId))], [...new Set(rows.map(({ metricId }) => metricId))]]);
  const days = new Map<string, { metricId: number; day: string; total: number; persons: number }>();
  const dayOf = (metricId: number, day: string) => {
    const key = `${metricId} ${day}`;
    const known = days.get(key) ?? { metricId, day, total: 0, persons: 0 };
    days.set(key, known);
    return known;
  };
  for (const { metricId, day, isOfPersons } of rows) if (!isOfPersons) dayOf(metricId, day).total += 1;
  for (const { metricId, day, persons: count } of persons) {
    const counted = dayOf(metricId, day);
    counted.persons = count;
    if (ofPersons.has(metricId)) counted.total = count;
  }
  if (days.size > 0) await tx.query(COUNT, [JSON.stringify([...days.values()])]);
}

/** Follows persons who turned out to be others, wherever they were counted. */
export async function mergeMetrics(tx: Sql, people: People): Promise<void> {
  const merges = people.all.flatMap(({ id, absorbed }) => absorbed.map((from) => ({ from, to: id })));
  if (merges.length === 0) return;
  await tx.query(MERGE, [JSON.stringify(merges)]);
  await tx.query(LINK_DAYS, [merges.map(({ to }) => to), null]);
}

/** The id of the metric of each count; undefined where the tour has too many already and it is none of its own. */
async function findMetricIds(tx: Sql, counts: readonly Count[]): Promise<(number | undefined)[]> {
  const keys = counts.map(({ tourId, metric: { kind, item, detail } }) => JSON.stringify([tourId, kind, item, detail]));
  const wanted = [...new Map(counts.map((count, n) => [keys[n] as string, count])).entries()];
  const rows = wanted.map(([, { projectId, tourId, metric }], n) => ({ n, projectId, tourId, ...metric, isGiven: isGiven(metric) }));
  const known = await tx.query<{ id: number; n: number; stepOrder: number | null }>(FIND_METRICS, [JSON.stringify(rows)]);
  const unchanged = new Set(known.filter(({ n, stepOrder }) => (rows[n]?.stepOrder ?? stepOrder) === stepOrder).map(({ n }) => n));
  const others = rows.filter(({ n }) => !unchanged.has(n));
  const saved = others.length === 0 ? [] : await tx.query<{ id: number; n: number }>(SAVE_METRICS, [JSON.stringify(others)]);
  const ids = new Map([...known, ...saved].map(({ id, n }) => [wanted[n]?.[0], id]));
  return keys.map((key) => ids.get(key));
}
