import type { Database } from '../../src/db/database.ts';

/** The tables that a request about tours may write. */
export const TOUR_TABLES = [
  'tours',
  'feature_flags',
  'surveys',
  'tour_versions',
  'deleted_tours',
  'draft_events',
  'draft_feeds',
  'scheduled_publishes',
  'activities',
  'idempotency_keys',
] as const;

/** The same text as long as no row of these tables has changed. */
export async function rowsChecksum({ sql }: Database, tables: readonly string[] = TOUR_TABLES): Promise<string> {
  const sums = tables.map((table) => `(SELECT count(*) || md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM ${table} t)`);
  const [row] = await sql.query<{ checksum: string }>(`SELECT concat_ws('-', ${sums.join(', ')}) AS checksum`);
  return row?.checksum ?? '';
}
