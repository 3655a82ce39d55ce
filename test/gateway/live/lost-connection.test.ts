import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createDraftFeed } from '../../../src/live/draft-feed.ts';
import { createWakeUps } from '../../../src/live/wake-up.ts';
import { type DraftHistory, openDraftHistory, range, revisions, take } from './draft-history.ts';

let history: DraftHistory;

beforeAll(async () => {
  history = await openDraftHistory();
});

afterAll(() => history?.close());

it('goes on when reads fail for a while', async () => {
  const { db, projectId } = history;
  const tourId = await history.createTour();
  const failures: unknown[] = [];
  let isBroken = false;
  const unreliable: typeof db.sql = {
    ...db.sql,
    query: (statement, values) => (isBroken ? Promise.reject(new Error('The connection was lost')) : db.sql.query(statement, values)),
  };
  const feed = createDraftFeed({
    db: { sql: unreliable },
    wakeUps: createWakeUps(db),
    log(error) {
      failures.push(error);
      if (failures.length === 3) isBroken = false;
    },
  });
  const events = feed.tour({ tourId, projectId });
  await take(events, 1);
  isBroken = true;
  const reading = take(events, 100);
  await history.write(tourId, 50);
  await expect(feed.tour({ tourId, projectId }).next()).rejects.toThrow('The connection was lost');
  await history.write(tourId, 50);
  expect(revisions(await reading)).toEqual(range(2, 101));
  expect(failures).toHaveLength(3);
  await feed.close();
});

if (inject('testDatabase').kind === 'postgresql') {
  it('loses nothing when all connections of a node are cut, again and again', async () => {
    const { projectId, db } = history;
    const tourId = await history.createTour();
    const node = await history.openNode();
    const events = node.tour({ tourId, projectId });
    await take(events, 1);
    const reading = take(events, 300);
    const cut = async () => {
      const connections = await db.sql.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE datname = current_database() AND pid <> pg_backend_pid() AND (query LIKE '%LISTEN%' OR query LIKE '%draft_%')`,
      );
      return connections.length;
    };
    for (let n = 0; n < 6; n++) {
      await history.write(tourId, 25);
      // The node may not be back yet from the time before.
      await expect.poll(cut, { timeout: 20_000 }).toBeGreaterThan(0);
      await history.write(tourId, 25);
    }
    expect(revisions(await reading)).toEqual(range(2, 301));
    await events.return();
  });
}
