import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDatabase, type Database } from '../../../src/db/database.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createOwner, OWNER } from '../../support/owner.ts';

const TOUR = '00000000-0000-4000-8000-000000000001';

let test: TestDatabase;
let db: Database;
const heard: unknown[] = [];

beforeAll(async () => {
  test = await createTestDatabase();
  db = await createDatabase(test.config);
  await createOwner(db);
  await db.prisma.project.create({ data: { id: 1, name: 'One', token: 'phc_one', organizationId: OWNER } });
  await db.prisma.user.create({ data: { id: 1, email: 'ada@example.com' } });
  await db.sql.query('INSERT INTO tours (id, project_id, name) VALUES ($1, 1, $2)', [TOUR, 'First']);
  await db.sql.query('INSERT INTO draft_feeds (project_id) VALUES (1)');
  await db.listen(
    'tour_gateway_access',
    (payload) => heard.push(JSON.parse(payload)),
    () => {},
  );
});

afterAll(async () => {
  await db?.close();
  await test?.drop();
});

describe('the database refuses', () => {
  const refused: [what: string, constraint: string, statement: string][] = [
    [
      'a project token that does not start with phc_',
      'projects_token_check',
      "INSERT INTO projects (name, token, organization_id) VALUES ('Two', 'phcx', '00000000-0000-4000-8000-0000000000aa')",
    ],
    ['an organization without a name', 'organizations_name_check', "INSERT INTO organizations (name) VALUES (' ')"],
    ['a project without an organization', 'projects_organization_id_fkey', `UPDATE projects SET organization_id = gen_random_uuid()`],
    ['an organization to go before its projects', 'projects_organization_id_fkey', 'DELETE FROM organizations'],
    ['an e-mail address without @', 'users_email_check', "INSERT INTO users (email) VALUES ('ada')"],
    ['an e-mail address that differs in case only', 'users_email_lower_key', "INSERT INTO users (email) VALUES ('Ada@Example.com')"],
    [
      'a key that is not stored as its hash',
      'personal_api_keys_hash_check',
      "INSERT INTO personal_api_keys (user_id, label, hash, mask) VALUES (1, 'a', 'phx_secret', 'phx_…')",
    ],
    [
      'an access token that never expires',
      'personal_api_keys_expires_at_check',
      "INSERT INTO personal_api_keys (user_id, is_access_token, label, hash, mask) VALUES (1, true, 'a', 'sha256$a', 'pha_…')",
    ],
    [
      'a preview token that is no access token',
      'personal_api_keys_preview_tour_id_check',
      "INSERT INTO personal_api_keys (user_id, preview_tour_id, label, hash, mask) SELECT 1, id, 'a', 'sha256$a', 'phv_…' FROM tours",
    ],
    ['a flag without a key', 'feature_flags_key_check', "INSERT INTO feature_flags (project_id, key) VALUES (1, '')"],
    [
      'flag filters that are no object',
      'feature_flags_filters_check',
      "INSERT INTO feature_flags (project_id, key, filters) VALUES (1, 'a', '[]')",
    ],
    [
      'survey questions that are no list',
      'surveys_questions_check',
      "INSERT INTO surveys (project_id, name, questions) VALUES (1, 'a', '{}')",
    ],
    ['a tour without a name', 'tours_name_check', "UPDATE tours SET name = ''"],
    ['a blank tour name', 'tours_name_check', "UPDATE tours SET name = E' \\t\\n'"],
    ['tour content that is no object', 'tours_content_check', "UPDATE tours SET content = '[]'"],
    ['a draft that is no object', 'tours_draft_content_check', "UPDATE tours SET draft_content = '[]', draft_saved_at = now()"],
    ['a draft that is the JSON null', 'tours_draft_content_check', "UPDATE tours SET draft_content = 'null', draft_saved_at = now()"],
    ['a draft that was never saved', 'tours_draft_saved_at_check', "UPDATE tours SET draft_content = '{}'"],
    ['a saving time without a draft', 'tours_draft_saved_at_check', 'UPDATE tours SET draft_saved_at = now()'],
    ['a tour revision below 1', 'tours_revision_check', 'UPDATE tours SET revision = 0'],
    ['a version number below 0', 'tours_version_number_check', 'UPDATE tours SET version_number = -1'],
    ['a version below 1', 'tour_versions_number_check', version(0, '{}')],
    ['version content that is no object', 'tour_versions_content_check', version(1, '"text"')],
    ['a feed pruned beyond its end', 'draft_feeds_pruned_through_check', 'UPDATE draft_feeds SET pruned_through = 1'],
    ['an event with a revision below 1', 'draft_events_revision_check', event(0, 'NULL')],
    ['an event whose previous revision is not earlier', 'draft_events_previous_revision_check', event(2, '2')],
    [
      'properties of a person that are no object',
      'persons_properties_check',
      "INSERT INTO persons (project_id, properties) VALUES (1, '[]')",
    ],
    [
      'properties of an event that are no object',
      'tour_events_properties_check',
      `INSERT INTO tour_events (project_id, id, tour_id, name, distinct_id, occurred_at, properties)
        VALUES (1, gen_random_uuid(), gen_random_uuid(), 'product tour shown', 'ada', now(), '"text"')`,
    ],
    [
      'a day on which more persons did something than times it was done',
      'tour_metric_days_check',
      "INSERT INTO tour_metric_days (metric_id, day, total, persons) VALUES (1, '2026-01-01', 1, 2)",
    ],
    [
      'a day of a person that does not come after the one before',
      'tour_metric_persons_previous_day_check',
      "INSERT INTO tour_metric_persons (person_id, metric_id, day, previous_day) VALUES (1, 1, '2026-01-01', '2026-01-01')",
    ],
    ['two tours in use with one name', 'tours_project_id_name_unarchived_key', "INSERT INTO tours (project_id, name) VALUES (1, 'First')"],
  ];

  it.each(refused)('%s', async (_what, constraint, statement) => {
    await expect(db.sql.query(statement)).rejects.toMatchObject({ constraint });
  });

  it('nothing else: every CHECK constraint is in this list', async () => {
    const rows = await db.sql.query<{ name: string }>(
      "SELECT conname AS name FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace",
    );
    expect(rows.length).toBeGreaterThanOrEqual(21);
    const tested = new Set(refused.map(([, constraint]) => constraint));
    expect(rows.map((row) => row.name).filter((name) => !tested.has(name))).toEqual([]);
  });

  it('a name of 401 characters', async () => {
    await db.sql.query('UPDATE tours SET name = $1 WHERE id = $2', ['n'.repeat(400), TOUR]);
    await expect(db.sql.query('UPDATE tours SET name = $1 WHERE id = $2', ['n'.repeat(401), TOUR])).rejects.toMatchObject({
      code: '22001',
    });
  });
});

it('allows the name of an archived tour again, and a tour with a saved draft', async () => {
  await db.sql.query("INSERT INTO tours (project_id, name, archived) VALUES (1, 'Old', true), (1, 'Old', true), (1, 'Old', false)");
  await db.sql.query("UPDATE tours SET draft_content = '{}', draft_saved_at = now() WHERE name = 'Old'");
});

describe('every node hears of', () => {
  it.each([
    ['a revoked key', 'UPDATE personal_api_keys SET revoked_at = now() WHERE id = $1', 'keyId'],
    ['a key that expires', 'UPDATE personal_api_keys SET expires_at = now() WHERE id = $1', 'keyId'],
    ['changed scopes', "UPDATE personal_api_keys SET scopes = '{*}' WHERE id = $1", 'keyId'],
    ['changed projects of a key', "UPDATE personal_api_keys SET scoped_project_ids = '{1}' WHERE id = $1", 'keyId'],
    ['changed organizations of a key', `UPDATE personal_api_keys SET scoped_organization_ids = '{${OWNER}}' WHERE id = $1`, 'keyId'],
    ['a deleted key', 'DELETE FROM personal_api_keys WHERE id = $1', 'keyId'],
    ['a deactivated user', 'UPDATE users SET is_active = false WHERE id = $1', 'userId'],
    ['a new member', 'INSERT INTO memberships (user_id, project_id) VALUES ($1, 1)', 'userId'],
    ['a member who moves to another project', 'UPDATE memberships SET project_id = 2 WHERE user_id = $1', 'userId'],
    ['a member who leaves', 'DELETE FROM memberships WHERE user_id = $1', 'userId'],
    ['a deleted user', 'DELETE FROM users WHERE id = $1', 'userId'],
    ['a new project token', "UPDATE projects SET token = 'phc_renewed' WHERE id = $1", 'projectId'],
    ['a project that goes to another organization', 'UPDATE projects SET organization_id = organization_id WHERE id = $1', 'projectId'],
    ['a deleted project', 'DELETE FROM projects WHERE id = $1', 'projectId'],
    [
      'an organization that allows keys no more',
      'UPDATE organizations SET members_can_use_personal_api_keys = false WHERE id = $1',
      'organizationId',
    ],
  ] as const)('%s', async (_what, statement, name) => {
    const id = await subjects[name]();
    heard.length = 0;
    await db.sql.query(statement, [id]);
    await vi.waitFor(() => expect(heard).toEqual([{ [name]: id }]));
  });

  it('nothing that leaves access as it was', async () => {
    const [userId, keyId, projectId] = [await subjects.userId(), await subjects.keyId(), await subjects.projectId()];
    heard.length = 0;
    await db.sql.query('UPDATE personal_api_keys SET last_used_at = now() WHERE id = $1', [keyId]);
    await db.sql.query("UPDATE users SET first_name = 'Ada' WHERE id = $1", [userId]);
    await db.sql.query("UPDATE projects SET name = 'Renamed' WHERE id = $1", [projectId]);
    await db.sql.query("UPDATE organizations SET name = 'Renamed'");
    await db.sql.query("SELECT pg_notify('tour_gateway_access', '\"end\"')");
    await vi.waitFor(() => expect(heard).toEqual(['end']));
  });

  let count = 1;
  // One of each in turn; the user keeps its membership from test to test, and project 2 is there to move to.
  const subjects = {
    async keyId(): Promise<string> {
      count += 1;
      return (await db.prisma.personalApiKey.create({ data: { userId: 1, label: 'k', hash: `sha256$${count}`, mask: 'phx_…' } })).id;
    },
    async userId(): Promise<number> {
      await db.prisma.project.upsert({
        where: { id: 2 },
        create: { id: 2, name: 'Two', token: 'phc_two', organizationId: OWNER },
        update: {},
      });
      return (await db.prisma.user.upsert({ where: { id: 2 }, create: { id: 2, email: 'bob@example.com' }, update: {} })).id;
    },
    async organizationId(): Promise<string> {
      return (await db.prisma.organization.create({ data: { name: 'O' } })).id;
    },
    async projectId(): Promise<number> {
      count += 1;
      return (await db.prisma.project.create({ data: { id: 100 + count, name: 'P', token: `phc_${count}`, organizationId: OWNER } })).id;
    },
  };
});

function version(number: number, content: string): string {
  return `INSERT INTO tour_versions (project_id, tour_id, number, name, description, content, auto_launch)
    VALUES (1, '${TOUR}', ${number}, 'a', '', '${content}', false)`;
}

function event(revision: number, previous: string): string {
  return `INSERT INTO draft_events (project_id, sequence, tour_id, kind, revision, previous_revision, has_draft)
    VALUES (1, 1, '${TOUR}', 'SAVED', ${revision}, ${previous}, true)`;
}
