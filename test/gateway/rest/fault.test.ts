import { afterAll, beforeAll, describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { rowsChecksum } from '../../support/rows.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  await gateway.app.db.sql.query(
    `CREATE FUNCTION break_down() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'secret reason'; END $$`,
  );
});

const ASKS = { steps: [{ type: 'survey', survey: { questionText: 'Why?' } }] };

/** The writes to a tour that has a flag, a survey and a draft. */
const WRITES: [string, (id: string) => Parameters<RestTours['send']>][] = [
  ['create', () => ['POST', '/', { name: 'Never made', auto_launch: true, content: ASKS }]],
  ['update', (id) => ['PATCH', `/${id}/`, { name: 'Never renamed', auto_launch: false, content: { steps: [] } }]],
  ['publish', (id) => ['POST', `/${id}/publish_draft/`, { auto_launch: false }]],
  ['delete', (id) => ['DELETE', `/${id}/`]],
];

describe.each(['activities', 'draft_events', 'feature_flags'])('when %s cannot be written', (table) => {
  let tourId: string;

  beforeAll(async () => {
    ({ id: tourId } = await tours.create({ auto_launch: true, start_date: '2024-01-01', content: ASKS }));
    await tours.draft(tourId, { description: 'drafted' });
    const { sql } = gateway.app.db;
    await sql.query(`CREATE TRIGGER broken BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION break_down()`);
  });
  afterAll(async () => {
    await gateway.app.db.sql.query(`DROP TRIGGER broken ON ${table}`);
  });

  it.each(WRITES)('a %s is a fault without reasons, and leaves every row as it was', async (_, request) => {
    const before = await rowsChecksum(gateway.app.db);
    const answer = await tours.send(...request(tourId));
    expect([answer.status, answer.body]).toEqual([
      500,
      { type: 'server_error', code: 'error', detail: 'A server error occurred.', attr: null },
    ]);
    expect(await rowsChecksum(gateway.app.db)).toBe(before);
  });
});

it('has a fault, and not half an answer, where a value is not what it has to be', async () => {
  const { sql } = gateway.app.db;
  const { id } = await tours.create({});
  await sql.query('ALTER TABLE users ALTER COLUMN email DROP NOT NULL');
  await sql.query('UPDATE users SET email = NULL');
  const answers = [await tours.send('GET', '/'), await tours.send('GET', `/${id}/`)];
  for (const { status, body } of answers) expect([status, body]).toEqual([500, expect.objectContaining({ type: 'server_error' })]);
  await sql.query("UPDATE users SET email = 'admin@example.com'");
  expect((await tours.send('GET', `/${id}/`)).status).toBe(200);
});

it('asks to come back when the database is away, and keeps nothing', async () => {
  const { sql } = gateway.app.db;
  const { id } = await tours.create({});
  const away = "RAISE EXCEPTION 'secret reason' USING ERRCODE = '08006'";
  await sql.query(`CREATE FUNCTION go_away() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN ${away}; END $$`);
  await sql.query('CREATE TRIGGER away BEFORE INSERT ON draft_events FOR EACH ROW EXECUTE FUNCTION go_away()');
  const before = await rowsChecksum(gateway.app.db);
  const written = await tours.send('PATCH', `/${id}/draft/`, { name: 'Never saved' });
  expect([written.status, written.headers.get('retry-after'), written.body]).toEqual([503, '1', AWAY]);
  expect(await rowsChecksum(gateway.app.db)).toBe(before);
});

const AWAY = {
  type: 'server_error',
  code: 'database_unavailable',
  detail: "We couldn't reach the database just now. Please try again in a moment.",
  attr: null,
};
