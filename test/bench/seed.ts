import { randomUUID } from 'node:crypto';
import type { Database } from './database.ts';
import { TOKEN } from './gateway.ts';

/** The rows that reads are measured on, in the project that the gateway made at its first start. */
export interface Seeded {
  projectId: number;
  /** Newest first, as lists show them. */
  tourIds: string[];
}

const WORDS = 'invoice customer payment reminder tax report product order price discount account team settings import export'.split(' ');

/** Content of a tour with about so many bytes of JSON; `mark` makes one differ from another. */
export function tourContent(bytes: number, mark: string): object {
  const paragraph = `<p>${WORDS.join(' ')} "${mark}"</p>`;
  const steps: object[] = [];
  for (let size = 150, n = 0; size < bytes; size += 350, n++) {
    const contentHtml = paragraph.repeat(2).slice(0, Math.min(250, Math.max(1, bytes - size)));
    steps.push({ id: `step-${n}`, type: 'modal', progressionTrigger: 'button', contentHtml, selector: null, maxWidth: 320 });
  }
  return { type: 'tour', displayFrequency: 'until_interacted', appearance: { showOverlay: true, fontFamily: 'system-ui' }, steps };
}

/** Tours of 4 kB, each with one of ten linked flags and one of ten authors; times are whole milliseconds, which every peer can show. */
export async function seedTours(database: Database, count: number): Promise<Seeded> {
  const [project] = await database.query<{ id: number }>('SELECT id FROM projects WHERE token = $1', [TOKEN]);
  const projectId = project?.id ?? 0;
  await database.query(
    `INSERT INTO users (email, first_name, distinct_id, is_email_verified, hedgehog_config)
     SELECT 'author' || n || '@example.com', 'Author ' || n, 'author-' || n, true, '{"color": "green"}' FROM generate_series(1, 10) n`,
  );
  await database.query(
    `INSERT INTO feature_flags (project_id, key, name, filters)
     SELECT $1, 'flag-' || n, 'Flag ' || n, '{"groups": [{"properties": [], "rollout_percentage": 50}]}' FROM generate_series(1, 10) n`,
    [projectId],
  );
  const tourIds: string[] = [];
  for (let n = 0; n < count; n++) {
    const id = randomUUID();
    tourIds.unshift(id);
    await database.query(
      `INSERT INTO tours (id, project_id, name, description, content, linked_flag_id, created_by_id, start_date, created_at, updated_at)
       SELECT $1, $2, $3, $4, $5,
         (SELECT id FROM feature_flags WHERE project_id = $2 AND key = 'flag-' || $6::int % 10 + 1),
         (SELECT id FROM users WHERE email = 'author' || $6::int % 10 + 1 || '@example.com'),
         '2026-01-01T08:00:00.5Z', timestamptz '2026-01-01T00:00:00.123Z' + make_interval(mins => $6), '2026-02-02T10:20:30.456Z'`,
      [id, projectId, `Tour ${n}`, `The ${WORDS[n % WORDS.length]} tour`, tourContent(4096, `tour ${n}`), n],
    );
  }
  await database.query('ANALYZE');
  return { projectId, tourIds };
}
