import type pg from 'pg';

const LOCK = { name: 'lock_live', text: 'SELECT name, content, revision, version_number, project_id FROM tours WHERE id = $1 FOR UPDATE' };
const TOUR = {
  name: 'publish_tour',
  text: `UPDATE tours SET description = $2, content = $3, draft_content = NULL, draft_saved_at = NULL, updated_at = now(), revision = revision + 1,
    version_number = version_number + 1 WHERE id = $1`,
};
const FLAG = {
  name: 'publish_flag',
  text: `INSERT INTO feature_flags (project_id, key, filters) VALUES ($1, $2, $3) ON CONFLICT (project_id, key) DO UPDATE SET filters = excluded.filters`,
};
const SURVEY = {
  name: 'publish_survey',
  text: `INSERT INTO surveys (project_id, tour_id, name, questions) VALUES ($1, $2, $3, $4)
    ON CONFLICT (project_id, name) DO UPDATE SET questions = excluded.questions`,
};
const VERSION = {
  name: 'publish_version',
  text: `INSERT INTO tour_versions (project_id, tour_id, number, name, description, content, auto_launch) VALUES ($1, $2, $3, $4, $5, $6, true)`,
};
const ACTIVITY = {
  name: 'publish_activity',
  text: `INSERT INTO activities (project_id, scope, item_id, activity, detail) VALUES ($1, 'Floor', $2, 'updated', '{}')`,
};
const NOTIFY = { name: 'notify', text: "SELECT pg_notify('floor', $1)" };

/** The rows that a publish writes: tour, flag, survey, version, activity; one transaction, nothing checked. */
export async function publish(pool: pg.Pool, id: string, body: string): Promise<string> {
  const { description, content, targeting } = JSON.parse(body);
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query({ ...LOCK, values: [id] });
    const { project_id, name, revision, version_number } = rows[0];
    const json = JSON.stringify(content);
    await client.query({ ...FLAG, values: [project_id, `floor-${id}`, JSON.stringify(targeting)] });
    await client.query({ ...SURVEY, values: [project_id, id, `Survey of ${id}`, JSON.stringify([content.steps[0].survey])] });
    await client.query({ ...TOUR, values: [id, description, json] });
    await client.query({ ...VERSION, values: [project_id, id, version_number + 1, name, description, json] });
    await client.query({ ...ACTIVITY, values: [project_id, id] });
    await client.query({ ...NOTIFY, values: [JSON.stringify({ id, revision: revision + 1 })] });
    await client.query('COMMIT');
    return JSON.stringify({ revision: revision + 1 });
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
