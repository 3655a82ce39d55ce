import type pg from 'pg';

const STATEMENT = {
  name: 'draft_status',
  text: 'SELECT updated_at, draft_content IS NOT NULL AS has_draft FROM tours WHERE id = $1',
};

export async function draftStatus(pool: pg.Pool, id: string): Promise<string> {
  const { rows } = await pool.query({ ...STATEMENT, values: [id] });
  return JSON.stringify(rows[0]);
}
