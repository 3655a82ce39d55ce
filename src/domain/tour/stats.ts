import type { Statement } from '../../db/sql.ts';
import type { TourMetricKind } from '../../generated/prisma/enums.ts';
import type { RawJson } from '../../json/raw-json.ts';
import type { Deps } from '../deps.ts';
import { ValidationError } from '../errors.ts';

/** Which days to count: from the day of the one moment to that of the other, both in UTC and in whole. Null: without end. */
export interface StatsRange {
  from: string | null;
  to: string | null;
}

export interface TourCount {
  /** Events. */
  total: number;
  /** Persons among them, each once. */
  persons: number;
}

export interface TourAndRange extends StatsRange {
  tourId: string;
  projectId: number;
}

export interface TourStats extends TourAndRange {
  shown: TourCount;
  completed: TourCount;
  dismissed: TourCount;
  dismissReasons: { reason: string; count: TourCount }[];
  steps: TourStepStats[];
  series: TourDayStats[];
  surveys: TourSurveyStats[];
}

export interface TourStepStats {
  stepId: string;
  /** From 0; null where no event has said it. */
  order: number | null;
  shown: TourCount;
  completed: TourCount;
  /** Persons who did not find the element of the step on a page. */
  targetMissing: Pick<TourCount, 'persons'>;
}

export interface TourDayStats {
  /** Midnight in UTC, at which the day begins. */
  day: string;
  shown: TourCount;
  completed: TourCount;
  dismissed: TourCount;
}

export interface TourSurveyStats {
  surveyId: string;
  shown: TourCount;
  sent: TourCount;
  dismissed: TourCount;
  /** The answers to its question for a rating, whole numbers of its scale, the lowest first. */
  ratings: { questionId: string; value: number; total: number }[];
}

/**
 * The persons of a range are those of each of its days, less those who were there on an earlier day of the range too. So a range costs its days and those
 * who came again, not everybody who was there.
 */
const FIND: Statement = {
  name: 'find_tour_stats',
  text: `
    SELECT wanted.n, m.kind, m.item, m.detail, m.step_order AS "stepOrder", days.total, days.persons - again.count AS persons, days.series
    FROM json_to_recordset($1::json) AS wanted(n int, "tourId" uuid, "projectId" int, "from" date, "to" date)
      JOIN tour_metrics m ON m.tour_id = wanted."tourId" AND m.project_id = wanted."projectId"
      CROSS JOIN LATERAL (
        SELECT sum(total) AS total, sum(persons) AS persons,
          CASE WHEN m.kind IN ('SHOWN', 'COMPLETED', 'DISMISSED') THEN jsonb_agg(jsonb_build_array(day, total, persons)) END AS series
        FROM tour_metric_days WHERE metric_id = m.id AND day BETWEEN wanted."from" AND wanted."to"
      ) days
      CROSS JOIN LATERAL (
        SELECT count(*) AS count FROM tour_metric_persons
        WHERE metric_id = m.id AND day BETWEEN wanted."from" AND wanted."to" AND previous_day >= wanted."from"
      ) again
    WHERE days.total > 0`,
};

interface Row {
  n: number;
  kind: TourMetricKind;
  item: string;
  detail: string;
  stepOrder: number | null;
  total: number;
  persons: number;
  series: RawJson | null;
}

/** @throws ValidationError when its last day is before its first */
export function statsRange(from: string | null | undefined, to: string | null | undefined): StatsRange {
  if (from && to && from.slice(0, 10) > to.slice(0, 10))
    throw new ValidationError([{ path: 'to', code: 'invalid_input', message: 'The end of the range is before its beginning.' }]);
  return { from: from ?? null, to: to ?? null };
}

/** What the events of browsers have told of tours, in one statement for all of them, past any check: for tours that the caller may see. */
export async function findTourStats({ db }: Pick<Deps, 'db'>, wanted: readonly TourAndRange[]): Promise<TourStats[]> {
  const ranges = wanted.map(({ from, to, ...tour }, n) => ({ n, ...tour, ...daysOf({ from, to }) }));
  const rows = await db.sql.query<Row>(FIND, [JSON.stringify(ranges)]);
  return wanted.map((tour, n) => ({ ...tour, ...statsOf(rows.filter((row) => row.n === n)) }));
}

/** The days as PostgreSQL's dates. */
export function daysOf({ from, to }: StatsRange): { from: string; to: string } {
  return { from: from?.slice(0, 10) ?? '-infinity', to: to?.slice(0, 10) ?? 'infinity' };
}

function statsOf(rows: readonly Row[]): Omit<TourStats, keyof TourAndRange> {
  const of = (kind: TourMetricKind) => rows.filter((row) => row.kind === kind);
  return {
    shown: countOf(of('SHOWN')[0]),
    completed: countOf(of('COMPLETED')[0]),
    dismissed: countOf(of('DISMISSED')[0]),
    dismissReasons: of('DISMISS_REASON')
      .map((row) => ({ reason: row.item, count: countOf(row) }))
      .sort((a, b) => b.count.total - a.count.total || compare(a.reason, b.reason)),
    steps: stepsOf(of('STEP_SHOWN'), of('STEP_COMPLETED'), of('STEP_TARGET_MISSING')),
    series: seriesOf(of('SHOWN')[0], of('COMPLETED')[0], of('DISMISSED')[0]),
    surveys: surveysOf(rows),
  };
}

function stepsOf(shown: readonly Row[], completed: readonly Row[], missing: readonly Row[]): TourStepStats[] {
  const find = (rows: readonly Row[], stepId: string) => rows.find(({ item }) => item === stepId);
  const ids = new Set([...shown, ...completed, ...missing].map(({ item }) => item));
  const steps = [...ids].map((stepId) => {
    const [of, done, missed] = [find(shown, stepId), find(completed, stepId), find(missing, stepId)];
    const order = of?.stepOrder ?? done?.stepOrder ?? missed?.stepOrder ?? null;
    return { stepId, order, shown: countOf(of), completed: countOf(done), targetMissing: { persons: missed?.persons ?? 0 } };
  });
  const last = Number.MAX_SAFE_INTEGER;
  return steps.sort((a, b) => (a.order ?? last) - (b.order ?? last) || compare(a.stepId, b.stepId));
}

/** Days without any event are left out. */
function seriesOf(...metrics: [shown: Row | undefined, completed: Row | undefined, dismissed: Row | undefined]): TourDayStats[] {
  const [shown, completed, dismissed] = metrics.map((row) => {
    const days = (row?.series?.value ?? []) as [day: string, total: number, persons: number][];
    return new Map(days.map(([day, total, persons]) => [day, { total, persons }]));
  });
  const days = new Set([shown, completed, dismissed].flatMap((counts) => [...(counts?.keys() ?? [])]));
  return [...days].sort().map((day) => ({
    day: `${day}T00:00:00Z`,
    shown: shown?.get(day) ?? NONE,
    completed: completed?.get(day) ?? NONE,
    dismissed: dismissed?.get(day) ?? NONE,
  }));
}

function surveysOf(rows: readonly Row[]): TourSurveyStats[] {
  const isSurvey = ({ kind }: Row) => kind === 'RATING' || kind.startsWith('SURVEY_');
  const ids = new Set(rows.filter(isSurvey).map(({ item }) => item.slice(0, UUID_LENGTH)));
  return [...ids].sort().map((surveyId) => {
    const find = (kind: TourMetricKind) => countOf(rows.find((row) => row.kind === kind && row.item === surveyId));
    const ratings = rows
      .filter(({ kind, item }) => kind === 'RATING' && item.startsWith(surveyId))
      .map(({ item, detail, total }) => ({ questionId: item.slice(UUID_LENGTH + 1), value: Number(detail), total }));
    return {
      surveyId,
      shown: find('SURVEY_SHOWN'),
      sent: find('SURVEY_SENT'),
      dismissed: find('SURVEY_DISMISSED'),
      ratings: ratings.sort((a, b) => compare(a.questionId, b.questionId) || a.value - b.value),
    };
  });
}

const UUID_LENGTH = 36;
const NONE: TourCount = { total: 0, persons: 0 };

function countOf(row: Row | undefined): TourCount {
  return row ? { total: row.total, persons: row.persons } : NONE;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
