import type { Sql, Statement } from '../../db/sql.ts';
import { applyPatch, MisfitError, type Operation } from '../../json/patch.ts';
import { RawJson } from '../../json/raw-json.ts';
import { WORKING_COPY } from './locked-tour.ts';
import type { Draft } from './merge-draft.ts';

/** How much of patches is read to go back, and how much of drafts is made of them: weeks of an editor's saves, and little enough to be held in memory. */
export const MAX_PAST_BYTES = 32 * 1024 * 1024;

/** How many events are read to go back: thousands of saves would take seconds to undo. */
export const MAX_PAST_EVENTS = 2000;

const PAST: Statement = {
  name: 'past_of_tour',
  text: `
    SELECT t.revision AS "current", CASE WHEN e.revision IS NULL OR e.revision = t.revision THEN ${WORKING_COPY} END AS copy, e.revision, e.undo
    FROM tours t LEFT JOIN LATERAL (
      SELECT revision, undo FROM (
        SELECT revision, undo, sum(coalesce(octet_length(undo::text), 0)) OVER (ORDER BY revision DESC) AS size
        FROM (
          SELECT revision, undo FROM draft_events WHERE tour_id = t.id AND revision > $2 AND revision <= t.revision
          ORDER BY revision DESC LIMIT ${MAX_PAST_EVENTS}
        ) newest
      ) sized WHERE size <= ${MAX_PAST_BYTES}
    ) e ON true
    WHERE t.id = $1 ORDER BY e.revision DESC`,
};

interface PastRow {
  current: number;
  /** In the first row. */
  copy: RawJson;
  revision: number | null;
  undo: RawJson | null;
}

/**
 * What an editor worked on at some revisions: the draft, or else what one would have started from. One statement, which reads the events since the oldest of
 * them. The tour may be seen by the caller.
 *
 * @returns the drafts by revision. Missing are those that the tour has not had, those before a deletion from which it was brought back, those behind events that
 *   are gone, and those behind more than `MAX_PAST_EVENTS` events or `MAX_PAST_BYTES` of changes. The newest two and `MAX_PAST_BYTES` of drafts are returned at
 *   once; the revisions of any others are `omitted`.
 */
export async function findPastDrafts(
  sql: Sql,
  tourId: string,
  revisions: readonly number[],
): Promise<{ drafts: Map<number, RawJson>; omitted: Set<number> }> {
  const drafts = new Map<number, RawJson>();
  const rows = await sql.query<PastRow>(PAST, [tourId, Math.min(...revisions)]);
  if (!rows[0]) return { drafts, omitted: new Set() };
  const { current, copy } = rows[0];
  let [at, draft, bytes]: [number, Draft | null, number] = [current, copy.value as Draft, 0];
  const wanted = [...new Set(revisions)].filter((revision) => revision <= current).sort((a, b) => b - a);
  for (const [n, revision] of wanted.entries()) {
    draft = goBack(draft, rows.slice(current - at, current - revision), { at, revision });
    if (!draft) break;
    const json = RawJson.of(draft);
    bytes += Buffer.byteLength(json.text);
    if (bytes > MAX_PAST_BYTES && drafts.size >= 2) return { drafts, omitted: new Set(wanted.slice(n)) };
    drafts.set(revision, json);
    at = revision;
  }
  return { drafts, omitted: new Set() };
}

/** @returns null when the events do not lead there */
function goBack(draft: Draft, events: readonly PastRow[], { at, revision }: { at: number; revision: number }): Draft | null {
  if (events.length < at - revision || events.some((event, n) => !event.undo || event.revision !== at - n)) return null;
  try {
    return applyPatch(
      draft,
      events.flatMap(({ undo }) => undo?.value as Operation[]),
    ) as Draft;
  } catch (error) {
    // Somebody has written to the table by hand.
    if (error instanceof MisfitError) return null;
    throw error;
  }
}
