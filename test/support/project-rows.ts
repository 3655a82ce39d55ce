import type { Database } from '../../src/db/database.ts';

const QUERIES = {
  tours: 'SELECT to_jsonb(t) AS row FROM tours t WHERE project_id = $1 ORDER BY created_at',
  flags: 'SELECT to_jsonb(t) AS row FROM feature_flags t WHERE project_id = $1 ORDER BY id',
  surveys: 'SELECT to_jsonb(t) AS row FROM surveys t WHERE project_id = $1 ORDER BY created_at, name',
  versions: 'SELECT to_jsonb(t) AS row FROM tour_versions t WHERE project_id = $1 ORDER BY tour_id, number',
  events: 'SELECT to_jsonb(t) AS row FROM draft_events t WHERE project_id = $1 ORDER BY sequence',
  activities: 'SELECT to_jsonb(t) AS row FROM activities t WHERE project_id = $1 ORDER BY created_at, activity',
  deleted: 'SELECT to_jsonb(t) AS row FROM deleted_tours t WHERE project_id = $1 ORDER BY deleted_at',
  feeds: 'SELECT to_jsonb(t) AS row FROM draft_feeds t WHERE project_id = $1',
};

export type ProjectRows = Record<keyof typeof QUERIES, unknown[]>;

/** Makes the ids of flags to come such that no other number in the rows looks like one. */
export async function markFlagIds({ sql }: Database): Promise<void> {
  await sql.query(`SELECT setval(pg_get_serial_sequence('feature_flags', 'id'), 700000000)`);
}

/** Every row of a project that is about its tours. */
export async function projectRows({ sql }: Database, projectId: number): Promise<ProjectRows> {
  const found: Record<string, unknown[]> = {};
  for (const [table, query] of Object.entries(QUERIES)) {
    found[table] = (await sql.query<{ row: unknown }>(query, [projectId])).map(({ row }) => row);
  }
  return found as ProjectRows;
}

/**
 * Rows, and whatever goes with them, with what differs between any two runs replaced: ids by the order in which they first appear, moments other than those
 * of 2024 by a word, random parts of names by another.
 */
export function maskedRows<T extends ProjectRows>(rows: T): T {
  const ids = new Map<string, string>();
  const named = (id: string) => ids.get(id) ?? (ids.set(id, `id ${ids.size + 1}`).get(id) as string);
  const text = JSON.stringify(rows)
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, named)
    .replace(/\b7000\d{5}\b/g, (id) => `"${named(id)}"`)
    .replace(/"(project_id|team_id)":\d+/g, '"$1":"project"')
    .replace(/"20(?!24)\d\d-\d\d-\d\dT[^"]*"/g, '"now"')
    .replace(/-[0-9a-f]{8}"/g, '-random"')
    .replace(/\([0-9a-f]{8}\)"/g, '(random)"');
  return JSON.parse(text);
}
