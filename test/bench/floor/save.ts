import type pg from 'pg';

const LOCK = { name: 'lock', text: 'SELECT draft_content, revision, project_id FROM tours WHERE id = $1 FOR UPDATE' };
const WRITE = {
  name: 'write',
  text: `UPDATE tours SET draft_content = $2, draft_saved_at = now(), updated_at = now(), revision = revision + 1 WHERE id = $1`,
};
const NOTIFY = { name: 'notify', text: "SELECT pg_notify('floor', $1)" };

/** One transaction that locks the tour, merges keys into its draft, writes it, and notifies. */
export async function saveDraft(pool: pg.Pool, id: string, body: string): Promise<string> {
  const patch = JSON.parse(body);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query({ ...LOCK, values: [id] });
    const draft = { ...rows[0].draft_content, ...patch };
    await client.query({ ...WRITE, values: [id, JSON.stringify(draft)] });
    const revision = rows[0].revision + 1;
    await client.query({ ...NOTIFY, values: [JSON.stringify({ id, revision })] });
    await client.query('COMMIT');
    return JSON.stringify({ revision });
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
