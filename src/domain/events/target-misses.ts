import type { Sql, Statement } from '../../db/sql.ts';
import { type CapturedEvent, changesPerson } from './captured-event.ts';
import { stepOf } from './metrics.ts';

/** An event that tells that the element of a step was not on the page. */
export interface TargetMiss {
  event: CapturedEvent;
  tourId: string;
  stepId: string;
  /** From 0; null if it is not known. */
  stepOrder: number | null;
}

const STEP_EVENT = 'product tour step selector failed';
const BANNER_EVENT = 'product tour banner container selector failed';

/** Whether events of this name are only counted: browsers repeat them every second for as long as the page is open. */
export function isTargetEvent(name: string): boolean {
  return name === STEP_EVENT || name === BANNER_EVENT;
}

/**
 * What a report of a missing element has in common with its repetitions: they add nothing on the same day. Null: the event
 * is no such report, or changes its person as well.
 */
export function reportKey(event: CapturedEvent): string | null {
  if (!isTargetEvent(event.name) || !event.tour || changesPerson(event)) return null;
  const { $product_tour_step_id: stepId, $product_tour_error: fault, $product_tour_banner_selector: selector } = event.tour.properties;
  const day = event.occurredAt.toISOString().slice(0, 10);
  return JSON.stringify([event.projectId, event.distinctId, event.tour.tourId, event.name, day, stepId, fault, selector]);
}

/**
 * Events of banners name no step. It is the one with the selector that was looked for, as far as the live tour has it;
 * else its first banner. What is about no tour of the project is left out.
 */
const FIND: Statement = {
  name: 'find_missed_targets',
  text: `
    SELECT given.n, coalesce(given."stepId", banner.id) AS "stepId", coalesce(given."stepOrder", banner.place) AS "stepOrder"
    FROM json_to_recordset($1::json) AS given(n int, "projectId" int, "tourId" uuid, "stepId" text, "stepOrder" int, selector text)
      JOIN tours t ON t.id = given."tourId" AND t.project_id = given."projectId"
      LEFT JOIN LATERAL (
        SELECT left(step.value->>'id', 200) AS id, step.n::int - 1 AS place
        FROM jsonb_array_elements(CASE WHEN jsonb_typeof(t.content->'steps') = 'array' THEN t.content->'steps' ELSE '[]' END)
          WITH ORDINALITY AS step(value, n)
        WHERE given."stepId" IS NULL AND step.value->>'type' = 'banner' AND step.value->>'id' <> ''
        ORDER BY step.value->'bannerConfig'->>'selector' IS NOT DISTINCT FROM given.selector DESC, step.n LIMIT 1
      ) banner ON true
    WHERE coalesce(given."stepId", banner.id) IS NOT NULL`,
};

/** Of such events those whose element was not on the page, with its step. One statement. */
export async function findTargetMisses(tx: Sql, events: readonly CapturedEvent[]): Promise<TargetMiss[]> {
  const given = new Map<
    string,
    { n: number; projectId: number; tourId: string; stepId: string | null; stepOrder: number | null; selector: string | null }
  >();
  const missed = events.flatMap((event) => {
    const tourId = event.tour?.tourId;
    // The SDK shows the step at the first of several elements.
    if (!tourId || event.tour?.properties.$product_tour_error === 'multiple_matches') return [];
    const step = event.name === STEP_EVENT ? stepOf(event) : { stepId: null, stepOrder: null };
    if (!step) return [];
    const { $product_tour_banner_selector: selector } = event.tour?.properties ?? {};
    const target = { projectId: event.projectId, tourId, ...step, selector: typeof selector === 'string' ? selector : null };
    const key = JSON.stringify(target);
    if (!given.has(key)) given.set(key, { n: given.size, ...target });
    return [{ event, tourId, n: given.get(key)?.n }];
  });
  if (missed.length === 0) return [];
  const rows = await tx.query<{ n: number; stepId: string; stepOrder: number | null }>(FIND, [JSON.stringify([...given.values()])]);
  const steps = new Map(rows.map(({ n, ...step }) => [n, step]));
  return missed.flatMap(({ n, ...miss }) => {
    const step = steps.get(n as number);
    return step ? [{ ...miss, ...step }] : [];
  });
}
