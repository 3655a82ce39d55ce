import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../../src/config.ts';
import { type App, startApp } from '../../src/server/app.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type GraphqlClient, graphqlClient } from '../support/graphql.ts';
import { mutate } from '../support/mutate.ts';
import { subscribe } from '../support/socket.ts';

const KEY = 'phx_scheduled_publish_test_key';

let database: TestDatabase;
let dataDir: string;
/** What an embedded database begins with. */
let dataImage: Blob | undefined;
let nodes: App[];

beforeEach(async () => {
  database = await createTestDatabase();
  dataImage = database.config.dataImage;
  dataDir = await mkdtemp(path.join(tmpdir(), 'tour-gateway-schedule-'));
  nodes = [];
});
afterEach(async () => {
  for (const node of nodes) await node.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

/** @param home where an embedded database is: in a folder if it is to outlive its node. It has one node at a time */
async function startNode(home = ':memory:'): Promise<App> {
  const settings = loadConfig({ PORT: '0', LOG_LEVEL: 'fatal', RATE_LIMIT: 'off', BOOTSTRAP_PERSONAL_API_KEY: KEY, DATA_DIR: home });
  const { kind, config } = database;
  if (kind === 'embedded' && nodes[0]) return nodes[0];
  const node = await startApp(kind === 'embedded' ? { ...settings, dataImage } : { ...settings, ...config });
  dataImage = undefined;
  nodes.push(node);
  return node;
}

async function stopNodes(): Promise<void> {
  for (const node of nodes) await node.close();
  nodes = [];
}

/** A tour whose draft, at revision 2, has another name. */
async function draftTour(graphql: GraphqlClient, name: string, draft = `${name}, better`): Promise<string> {
  const { tour } = await mutate(graphql, 'createTour', { projectId: 1, name });
  await mutate(graphql, 'saveTourDraft', { tourId: tour.uuid, name: draft });
  return tour.uuid;
}

const fromNow = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString();
/** Schedules drafts in so many minutes. */
const schedule = (graphql: GraphqlClient, tourId: string, minutes: number) =>
  mutate(graphql, 'scheduleTourDraft', { tourId, publishAt: fromNow(minutes * 60_000) }, 'tour { revision }');
/** Moves all scheduled moments closer, as if so many minutes had passed. */
const pass = ({ db }: App, minutes: number) =>
  db.sql.query(`UPDATE scheduled_publishes SET publish_at = publish_at - $1 * interval '1 minute'`, [minutes]);

const PUBLISHED = { hasDraft: false, revision: 4, versions: { totalCount: 2 } };
async function untilPublished(graphql: GraphqlClient, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const read = async () => (await graphql(`{ tour(id: "${id}") { hasDraft revision versions { totalCount } } }`)).tour;
    await expect.poll(read, { timeout: 30_000 }).toMatchObject(PUBLISHED);
  }
}

it('publishes each scheduled draft once, whichever of two nodes took the schedule', async () => {
  const [first, second] = [await startNode(), await startNode()];
  const clients = [graphqlClient(first.url, KEY), graphqlClient(second.url, KEY)] as const;
  const ids: string[] = [];
  for (let n = 1; n <= 10; n++) ids.push(await draftTour(clients[0], `Tour ${n}`));
  const watched = subscribe<{ kind: string; tourId: string }>(
    second.url,
    KEY,
    'subscription { projectDraftsChanged(projectId: 1) { kind tourId } }',
    {},
  );
  await watched.next();
  await Promise.all(ids.map((id, n) => schedule(clients[n % 2] as GraphqlClient, id, 60)));
  // All at one moment: both nodes find all of them.
  await first.db.sql.query(`UPDATE scheduled_publishes SET publish_at = now() + interval '1 second'`);
  await untilPublished(clients[0], ids);
  await mutate(clients[1], 'createTour', { projectId: 1, name: 'Last' });
  const events = await watched.until(({ kind }) => kind === 'UPDATED');
  await watched.close();
  const published = events.filter(({ kind }) => kind === 'PUBLISHED').map(({ tourId }) => tourId);
  expect(published.sort()).toEqual([...ids].sort());
});

it('publishes what became due while no node ran, in the order of the moments, as soon as one runs', async () => {
  const node = await startNode(dataDir);
  const graphql = graphqlClient(node.url, KEY);
  const giver = await draftTour(graphql, 'Tour 1');
  const taker = await draftTour(graphql, 'Tour 2', 'Tour 1');
  const kept = await draftTour(graphql, 'Tour 3');
  // One takes the name that the other gives up.
  await schedule(graphql, taker, 60);
  await schedule(graphql, giver, 59);
  await schedule(graphql, kept, 180);
  // Without the announcement, the node sleeps on until it looks again by itself, in a minute.
  await node.db.sql.query('ALTER TABLE scheduled_publishes DISABLE TRIGGER announce_scheduled_publish');
  await pass(node, 61);
  await node.db.sql.query('ALTER TABLE scheduled_publishes ENABLE TRIGGER announce_scheduled_publish');
  const { tours: before } = await graphql('{ tours(projectId: 1) { nodes { hasDraft } } }');
  expect(before.nodes).toEqual(Array(3).fill({ hasDraft: true }));
  await stopNodes();
  const again = graphqlClient((await startNode(dataDir)).url, KEY);
  await untilPublished(again, [giver, taker]);
  const { tours } = await again('{ tours(projectId: 1, orderBy: { field: NAME, direction: ASC }) { nodes { name hasDraft } } }');
  expect(tours.nodes).toEqual([
    { name: 'Tour 1', hasDraft: false },
    { name: 'Tour 1, better', hasDraft: false },
    { name: 'Tour 3', hasDraft: true },
  ]);
});

it('tries again what the database gave up, and what goes on going wrong does not hold up the rest', async () => {
  const node = await startNode();
  const graphql = graphqlClient(node.url, KEY);
  const cut = await draftTour(graphql, 'Tour 0');
  const broken = await draftTour(graphql, 'Tour 1');
  const sound = await draftTour(graphql, 'Tour 2');
  const { sql } = node.db;
  await sql.query('CREATE SEQUENCE attempts');
  await sql.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.name = 'Tour 0, better' THEN RAISE EXCEPTION 'cut' USING ERRCODE = '57P01'; END IF;
    IF NEW.name = 'Tour 1, better' THEN RAISE EXCEPTION 'broken'; END IF;
    IF NEW.name = 'Tour 2, better' AND nextval('attempts') < 6 THEN RAISE EXCEPTION 'not now' USING ERRCODE = '40001'; END IF;
    RETURN NEW;
  END $$`);
  await sql.query('CREATE TRIGGER refuse BEFORE UPDATE ON tours FOR EACH ROW EXECUTE FUNCTION refuse()');
  for (const [n, id] of [cut, broken, sound].entries()) await schedule(graphql, id, 57 + n);
  await pass(node, 60);
  await untilPublished(graphql, [sound]);
  expect(await sql.query("SELECT nextval('attempts') AS next")).toEqual([{ next: 7 }]);
  const query = `{ tour(id: "${broken}") { hasDraft draft { scheduledPublish { failure { at } } } } }`;
  expect((await graphql(query)).tour).toEqual({ hasDraft: true, draft: { scheduledPublish: { failure: null } } });
  await sql.query('DROP TRIGGER refuse ON tours');
  // Any other schedule has the nodes look again.
  await schedule(graphql, await draftTour(graphql, 'Another'), 60);
  await untilPublished(graphql, [cut, broken]);
});

const ATTEMPTS = 'failedAttempts nextAttemptAt lastError failure { at }';
const attemptsOf = async (graphql: GraphqlClient, id: string) =>
  (await graphql(`{ tour(id: "${id}") { revision draft { scheduledPublish { ${ATTEMPTS} } } } }`)).tour;

/** Has every publish of a tour with this name fail for a reason that concerns nobody outside. */
async function breakPublishes({ db }: App, name: string): Promise<void> {
  await db.sql.query(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.name = '${name}' THEN RAISE EXCEPTION 'secret detail'; END IF;
    RETURN NEW;
  END $$`);
  await db.sql.query('CREATE TRIGGER refuse BEFORE UPDATE ON tours FOR EACH ROW EXECUTE FUNCTION refuse()');
}

/** The database's clock, in milliseconds. */
const databaseTime = async ({ db }: App) =>
  (await db.sql.query<{ now: number }>('SELECT extract(epoch FROM clock_timestamp())::float8 * 1000 AS now'))[0]?.now ?? 0;

it.each([
  [0, 1],
  [1, 2],
  [5, 32],
  [11, 2048],
  [12, 3600],
  [400, 3600],
])('after %d failed attempts and one more waits for %d seconds, and shows it', async (before, seconds) => {
  const node = await startNode();
  const graphql = graphqlClient(node.url, KEY);
  const id = await draftTour(graphql, 'Broken');
  await schedule(graphql, id, 60);
  expect((await attemptsOf(graphql, id)).draft.scheduledPublish).toEqual({ failedAttempts: 0, nextAttemptAt: null, lastError: null, failure: null });
  await breakPublishes(node, 'Broken, better');
  await node.db.sql.query('UPDATE scheduled_publishes SET failed_attempts = $1', [before]);
  const start = await databaseTime(node);
  await pass(node, 61);
  const read = async () => (await attemptsOf(graphql, id)).draft.scheduledPublish;
  await expect.poll(async () => (await read()).failedAttempts, { timeout: 30_000, interval: 20 }).toBeGreaterThan(before);
  const [row] = await node.db.sql.query<{ next: number; attempts: number }>(
    'SELECT extract(epoch FROM next_attempt_at)::float8 * 1000 AS next, failed_attempts AS attempts FROM scheduled_publishes',
  );
  const end = await databaseTime(node);
  // Short delays may have passed already: each attempt of them doubles the next.
  const delay = 1000 * Math.min(2 ** ((row?.attempts ?? 0) - 1), 3600);
  expect(delay).toBeGreaterThanOrEqual(1000 * seconds);
  expect(row?.next).toBeGreaterThanOrEqual(start + delay);
  expect(row?.next).toBeLessThanOrEqual(end + delay);
  const shown = await attemptsOf(graphql, id);
  expect(shown).toMatchObject({ revision: 3, draft: { scheduledPublish: { nextAttemptAt: expect.stringMatching(/Z$/), failure: null } } });
  expect(shown.draft.scheduledPublish.lastError).toMatch(/internal error/);
  expect(JSON.stringify(shown)).not.toContain('secret');
});

it('keeps the time of the next attempt over a restart, and starts anew when the draft is scheduled again', async () => {
  const node = await startNode(dataDir);
  const graphql = graphqlClient(node.url, KEY);
  const broken = await draftTour(graphql, 'Broken');
  await schedule(graphql, broken, 60);
  await breakPublishes(node, 'Broken, better');
  await node.db.sql.query('UPDATE scheduled_publishes SET failed_attempts = 20');
  await pass(node, 61);
  await expect.poll(async () => (await attemptsOf(graphql, broken)).draft.scheduledPublish.failedAttempts, { timeout: 30_000 }).toBe(21);
  const { scheduledPublish } = (await attemptsOf(graphql, broken)).draft;
  await node.db.sql.query('DROP TRIGGER refuse ON tours');
  await stopNodes();

  const again = await startNode(dataDir);
  const client = graphqlClient(again.url, KEY);
  // Nothing holds up the others, and what waits is not tried before its time.
  const sound = await draftTour(client, 'Sound');
  await schedule(client, sound, 60);
  await again.db.sql.query(`UPDATE scheduled_publishes SET publish_at = now() WHERE tour_id = $1`, [sound]);
  await untilPublished(client, [sound]);
  expect((await attemptsOf(client, broken)).draft.scheduledPublish).toEqual(scheduledPublish);
  await schedule(client, broken, 60);
  expect((await attemptsOf(client, broken)).draft.scheduledPublish).toMatchObject({ failedAttempts: 0, nextAttemptAt: null, lastError: null });
  await pass(again, 61);
  await expect.poll(async () => (await attemptsOf(client, broken)).draft, { timeout: 30_000 }).toBeNull();
});
