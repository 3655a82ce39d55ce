import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createDraftFeed } from '../../../src/live/draft-feed.ts';
import type { FeedSubscription } from '../../../src/live/subscriber.ts';
import { type DraftHistory, openDraftHistory, range, revisions, take } from './draft-history.ts';

let history: DraftHistory;
let tourId: string;
const open: FeedSubscription[] = [];

beforeAll(async () => {
  history = await openDraftHistory();
});

beforeEach(async () => {
  tourId = await history.createTour();
});

afterEach(async () => {
  for (const events of open.splice(0)) await events.return();
});

afterAll(() => history?.close());

function followTour(after: string | null = null): FeedSubscription {
  const events = history.feed.tour({ tourId, projectId: history.projectId, after });
  open.push(events);
  return events;
}

function followProject(after: string | null = null): FeedSubscription {
  const events = history.feed.project({ projectId: history.projectId, after });
  open.push(events);
  return events;
}

it('gives exactly the rest from every position of a tour, then goes on live', async () => {
  const first = followTour();
  const [snapshot] = await take(first, 1);
  // Taken as they come: a reader that lets more than 64 wait gets them as one.
  await history.write(tourId, 40);
  const received = [snapshot, ...(await take(first, 40))];
  await history.write(await history.createTour(), 40);
  await history.write(tourId, 40);
  received.push(...(await take(first, 40)));
  const resumed = received.map((event) => followTour(event?.cursor));
  for (const [n, events] of resumed.entries()) {
    const [control, ...rest] = await take(events, 81 - n);
    expect(control).toMatchObject({ kind: 'RESUMED', tourId, revision: n + 1 });
    expect(rest).toEqual(received.slice(n + 1));
  }
  expect(resumed).toHaveLength(81);
  const next = Promise.all(resumed.map((events) => take(events, 1)));
  await history.write(tourId);
  for (const [event] of await next) expect(event).toMatchObject({ revision: 82, previousRevision: 81 });
});

it('gives exactly the rest from every position of a project', async () => {
  const first = followProject();
  const [snapshot] = await take(first, 1);
  const tours = [tourId, await history.createTour(), await history.createTour()];
  for (let n = 0; n < 30; n++) await history.write(tours[n % 3] as string);
  const received = [snapshot, ...(await take(first, 30))];
  for (const [n, event] of received.entries()) {
    const [control, ...rest] = await take(followProject(event?.cursor), 31 - n);
    expect(control?.kind).toBe('RESUMED');
    expect(control?.cursor).toBe(event?.cursor);
    expect(rest).toEqual(received.slice(n + 1));
  }
});

it('loses nothing when it resumes while others write', async () => {
  const [snapshot] = await take(followTour(), 1);
  await history.write(tourId, 100);
  const writing = (async () => {
    for (let n = 0; n < 150; n++) await history.write(tourId);
  })();
  const received = await Promise.all(range(1, 10).map(() => take(followTour(snapshot?.cursor), 251)));
  await writing;
  for (const [control, ...rest] of received) {
    expect(control?.kind).toBe('RESUMED');
    expect(revisions(rest)).toEqual(range(2, 251));
  }
});

it('reads nothing more for a tour that has not changed, whatever else has', async () => {
  const [snapshot] = await take(followTour(), 1);
  await history.write(await history.createTour(), 100);
  const { reads } = history.feed.stats();
  const events = followTour(snapshot?.cursor);
  expect(await take(events, 1)).toMatchObject([{ kind: 'RESUMED', revision: 1 }]);
  const next = take(events, 1);
  await history.write(tourId);
  expect(revisions(await next)).toEqual([2]);
  expect(history.feed.stats().reads - reads).toBeLessThan(5);
});

it('says RESET when events after the cursor were removed, and goes on from where things stand', async () => {
  const first = followTour();
  const [snapshot] = await take(first, 1);
  const [projectSnapshot] = await take(followProject(), 1);
  await history.write(tourId, 10);
  // Until this node has read them all: one that is still reading would tell every subscriber of its loss.
  await take(first, 10);
  await history.prune(await lastSequence());
  const [events, projectEvents] = [followTour(snapshot?.cursor), followProject(projectSnapshot?.cursor)];
  expect(await take(events, 1)).toMatchObject([{ kind: 'RESET', revision: 11, previousRevision: null }]);
  expect(await take(projectEvents, 1)).toMatchObject([{ kind: 'RESET', revision: 0 }]);
  const next = Promise.all([take(events, 1), take(projectEvents, 1)]);
  await history.write(tourId);
  expect((await next).flat()).toMatchObject([{ revision: 12 }, { revision: 12 }]);
});

it('says RESET to a subscriber whose node slept while events came and were removed', async () => {
  const node: { wake?: () => void } = {};
  const wakeUps = {
    async start(_: unknown, onMissed: () => void) {
      node.wake = onMissed;
      return async () => {};
    },
  };
  const feed = createDraftFeed({ db: history.db, wakeUps });
  const events = feed.tour({ tourId, projectId: history.projectId });
  await take(events, 1);
  await history.write(tourId, 10);
  await history.prune((await lastSequence()) - 2);
  await history.write(tourId);
  node.wake?.();
  expect(await take(events, 1)).toMatchObject([{ kind: 'RESET', revision: 12 }]);
  await history.write(tourId);
  node.wake?.();
  expect(await take(events, 1)).toMatchObject([{ revision: 13, previousRevision: 12 }]);
  await feed.close();
});

it('resumes from the very end of what was removed', async () => {
  const first = followTour();
  await take(first, 1);
  await history.write(tourId, 4);
  const received = await take(first, 4);
  const through = await lastSequence();
  await history.write(tourId, 2);
  await history.prune(through);
  expect(revisions(await take(followTour(received.at(-1)?.cursor), 3))).toEqual([5, 6, 7]);
});

it('says RESET when the cursor knows more than the database, which was restored from an older copy', async () => {
  const first = followTour();
  await take(first, 1);
  await history.write(tourId, 5);
  const newest = (await take(first, 5)).at(-1);
  await history.db.transaction(async (tx) => {
    await tx.query('DELETE FROM draft_events WHERE tour_id = $1 AND revision > 3', [tourId]);
    await tx.query('UPDATE tours SET revision = 3 WHERE id = $1', [tourId]);
    await tx.query('UPDATE draft_feeds SET last_sequence = last_sequence - 3 WHERE project_id = $1', [history.projectId]);
  });
  expect(await take(followTour(newest?.cursor), 1)).toMatchObject([{ kind: 'RESET', revision: 3 }]);
  // The subscriber that was there all the time hears of it too.
  expect(await take(first, 1)).toMatchObject([{ kind: 'RESET', revision: 3 }]);
});

async function lastSequence(): Promise<number> {
  const [row] = await history.db.sql.query<{ last: number }>('SELECT last_sequence AS last FROM draft_feeds WHERE project_id = $1', [
    history.projectId,
  ]);
  return row?.last ?? 0;
}
