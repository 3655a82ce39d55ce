import type pg from 'pg';

const NAME = 'word_similarity($1, t.name)';
const DESCRIPTION = 'word_similarity($1, t.description)';

const SEARCH = {
  name: 'search',
  text: `SELECT t.id AS uuid, t.name FROM tours t
    WHERE t.project_id = 1 AND ((t.name %> $1 AND ${NAME} > 0.3::float8) OR (t.description %> $1 AND ${DESCRIPTION} > 0.4::float8))
    ORDER BY ${NAME} + similarity(t.name, $1) + 0.5::float8 * ${DESCRIPTION} DESC, t.name, t.id LIMIT 20`,
};

const PAGE = {
  name: 'page',
  text: `SELECT t.id AS uuid, t.name FROM tours t WHERE t.project_id = 1 AND (t.created_at, t.id) < ($1::timestamptz, $2::uuid)
    ORDER BY t.created_at DESC, t.id DESC LIMIT 20`,
};

export async function search(pool: pg.Pool, term: string): Promise<string> {
  const { rows } = await pool.query({ ...SEARCH, values: [term] });
  return JSON.stringify(rows);
}

/** Twenty tours after this position. */
export async function page(pool: pg.Pool, createdAt: string, id: string): Promise<string> {
  const { rows } = await pool.query({ ...PAGE, values: [createdAt, id] });
  return JSON.stringify(rows);
}
