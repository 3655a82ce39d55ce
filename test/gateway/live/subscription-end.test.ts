import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type DraftHistory, openDraftHistory, range, take } from './draft-history.ts';

const NOBODY = { subscribers: 0, channels: 0 };
const DONE = { done: true, value: undefined };

let history: DraftHistory;
let tourId: string;

beforeAll(async () => {
  history = await openDraftHistory();
  tourId = await history.createTour();
  await history.write(tourId, 50);
});

afterAll(() => history?.close());

it('does nothing for a subscription that nobody reads', async () => {
  const { feed, projectId } = history;
  const { reads } = feed.stats();
  const events = feed.tour({ tourId, projectId });
  expect(feed.stats()).toEqual({ ...NOBODY, reads });
  await events.return();
  expect(await events.next()).toEqual(DONE);
});

it('ends at once when its reader leaves during the first read', async () => {
  const { feed, projectId } = history;
  const events = feed.tour({ tourId, projectId });
  const next = events.next();
  expect(feed.stats().subscribers).toBe(1);
  await events.return();
  expect(await next).toEqual(DONE);
  expect(feed.stats()).toMatchObject(NOBODY);
});

it('ends at once when its reader leaves while it catches up', async () => {
  const { feed, projectId } = history;
  const first = feed.tour({ tourId, projectId });
  const [snapshot] = await take(first, 1);
  await first.return();
  await history.write(tourId, 100);
  const events = feed.tour({ tourId, projectId, after: snapshot?.cursor ?? null });
  await take(events, 10);
  await events.return();
  expect(await events.next()).toEqual(DONE);
  expect(feed.stats()).toMatchObject(NOBODY);
});

it('ends at once when its reader leaves while nothing happens', async () => {
  const { feed, projectId } = history;
  const events = feed.project({ projectId });
  await take(events, 1);
  const waiting = events.next();
  await events.return();
  expect(await waiting).toEqual(DONE);
  expect(feed.stats()).toMatchObject(NOBODY);
});

it('keeps nothing after ten thousand subscriptions, wherever they were left', async () => {
  const { feed, projectId } = history;
  for (let n = 0; n < 100; n++) {
    const subscriptions = range(1, 100).map((m) => (m % 2 ? feed.tour({ tourId, projectId }) : feed.project({ projectId })));
    const firsts = subscriptions.map((events) => events.next());
    for (const events of subscriptions.slice(0, 30)) await events.return();
    await Promise.all(firsts);
    for (const events of subscriptions) await events.return();
  }
  expect(feed.stats()).toMatchObject(NOBODY);
  expect(feed.stats().reads).toBeGreaterThan(5000);
});

it('completes every subscription when it closes, and those that come later', async () => {
  const { projectId } = history;
  const node = await history.openNode();
  const subscriptions = range(1, 20).map((n) => (n % 2 ? node.tour({ tourId, projectId }) : node.project({ projectId })));
  await Promise.all(subscriptions.map((events) => take(events, 1)));
  const next = Promise.all(subscriptions.map((events) => events.next()));
  await node.close();
  for (const result of await next) expect(result).toEqual(DONE);
  expect(await node.tour({ tourId, projectId }).next()).toEqual(DONE);
  expect(node.stats()).toMatchObject(NOBODY);
});

it('may close before anything has begun', async () => {
  const node = await history.openNode();
  const next = node.project({ projectId: history.projectId }).next();
  await node.close();
  expect(await next).toEqual(DONE);
  await vi.waitFor(() => expect(node.stats()).toMatchObject(NOBODY));
});
