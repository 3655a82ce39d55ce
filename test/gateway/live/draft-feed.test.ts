import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DomainError } from '../../../src/domain/errors.ts';
import { NO_TOUR } from '../../../src/live/feed-event.ts';
import { type DraftHistory, openDraftHistory, range, revisions, take, takeUntil } from './draft-history.ts';

let history: DraftHistory;

beforeAll(async () => {
  history = await openDraftHistory();
});

afterAll(() => history?.close());

it('starts a tour with a SNAPSHOT of where it stands, then gives each change as it was recorded', async () => {
  const { feed, projectId, userId } = history;
  const tourId = await history.createTour();
  await history.write(tourId, 3);
  const events = feed.tour({ tourId, projectId });
  const [snapshot] = await take(events, 1);
  expect(snapshot).toMatchObject({ kind: 'SNAPSHOT', projectId, tourId, revision: 4, previousRevision: null, patch: null });
  await history.write(tourId, 1, { kind: 'PUBLISHED', clientMutationId: 'mine' });
  const [published] = await take(events, 1);
  expect(published).toMatchObject({
    kind: 'PUBLISHED',
    tourId,
    revision: 5,
    previousRevision: 4,
    hasDraft: true,
    actorId: userId,
    clientMutationId: 'mine',
  });
  expect(published?.patch?.value).toEqual([{ op: 'replace', path: '/name', value: '5' }]);
  expect(published).not.toHaveProperty('sequence');
  await events.return();
});

it('starts a project with a SNAPSHOT about no tour, then gives the changes of all of its tours', async () => {
  const { feed, projectId } = history;
  const [first, second] = [await history.createTour(), await history.createTour()];
  const events = feed.project({ projectId });
  expect(await take(events, 1)).toMatchObject([{ kind: 'SNAPSHOT', tourId: NO_TOUR, revision: 0 }]);
  await history.write(first);
  await history.write(second);
  await history.write(first);
  expect((await take(events, 3)).map(({ tourId, revision }) => [tourId, revision])).toEqual([
    [first, 2],
    [second, 2],
    [first, 3],
  ]);
  await events.return();
});

it('takes the UUID of a tour in capitals too', async () => {
  const { feed, projectId } = history;
  const tourId = await history.createTour();
  const events = feed.tour({ tourId: tourId.toUpperCase(), projectId });
  await take(events, 1);
  await history.write(tourId);
  expect(await take(events, 1)).toMatchObject([{ tourId, revision: 2 }]);
  await events.return();
});

it('completes after the tour is deleted', async () => {
  const { feed, projectId } = history;
  const tourId = await history.createTour();
  const events = feed.tour({ tourId, projectId });
  await take(events, 1);
  await history.write(tourId, 2);
  await history.write(tourId, 1, { kind: 'DELETED' });
  expect((await take(events, 9)).map((event) => event.kind)).toEqual(['SAVED', 'SAVED', 'DELETED']);
  expect(feed.stats().subscribers).toBe(0);
});

it('says that a tour, or a project, is not there', async () => {
  const { feed, projectId } = history;
  await expect(feed.tour({ tourId: randomUUID(), projectId }).next()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(feed.tour({ tourId: await history.createTour(), projectId: projectId + 1 }).next()).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(feed.project({ projectId: projectId + 1 }).next()).rejects.toMatchObject({ code: 'PROJECT_NOT_FOUND' });
  expect(feed.stats()).toMatchObject({ subscribers: 0, channels: 0 });
});

it('gives twenty subscribers what four writers write at once: each event once, in order', async () => {
  const { feed, projectId } = history;
  const tourIds = await Promise.all(range(1, 4).map(() => history.createTour()));
  const perTour = tourIds.flatMap((tourId) => range(1, 4).map(() => feed.tour({ tourId, projectId })));
  const perProject = range(1, 4).map(() => feed.project({ projectId }));
  await Promise.all([...perTour, ...perProject].map((events) => take(events, 1)));

  const reading = Promise.all([...perTour.map((events) => take(events, 200)), ...perProject.map((events) => take(events, 800))]);
  await Promise.all(
    tourIds.map(async (tourId) => {
      for (let n = 0; n < 200; n++) await history.write(tourId);
    }),
  );
  const received = await reading;

  for (const events of received.slice(0, 16)) expect(revisions(events)).toEqual(range(2, 201));
  const [order, ...others] = received.slice(16).map((events) => events.map(({ tourId, revision }) => `${tourId} ${revision}`));
  expect(new Set(order).size).toBe(800);
  for (const other of others) expect(other).toEqual(order);
  for (const events of received.slice(16)) {
    for (const tourId of tourIds) expect(revisions(events.filter((event) => event.tourId === tourId))).toEqual(range(2, 201));
  }
  for (const events of received)
    expect(events.every((event) => event.previousRevision === event.revision - 1 && event.patch !== null)).toBe(true);
  await Promise.all([...perTour, ...perProject].map((events) => events.return()));
});

it('reads events once for all subscribers of a project', async () => {
  const { feed, projectId } = history;
  const tourId = await history.createTour();
  const subscribers = range(1, 50).map(() => feed.tour({ tourId, projectId }));
  await Promise.all(subscribers.map((events) => take(events, 1)));
  const before = feed.stats().reads;
  const reading = Promise.all(subscribers.map((events) => take(events, 10)));
  await history.write(tourId, 10);
  await reading;
  expect(feed.stats().reads - before).toBeLessThan(10);
  await Promise.all(subscribers.map((events) => events.return()));
});

it('hears on one node what is written on another', async () => {
  const { projectId } = history;
  const tourId = await history.createTour();
  const node = await history.openNode();
  const events = node.tour({ tourId, projectId });
  await take(events, 1);
  await history.write(tourId, 5);
  expect(revisions(await take(events, 5))).toEqual(range(2, 6));
  await events.return();
});

it('goes on while notifications come that nobody understands', async () => {
  const { feed, projectId, db } = history;
  const tourId = await history.createTour();
  const events = feed.tour({ tourId, projectId });
  await take(events, 1);
  for (const payload of ['', 'null', '[]', '{"p":"x","s":1}', '{"p":1e99,"s":1}', `{"p":${projectId},"s":9007199254740991}`]) {
    await db.sql.query("SELECT pg_notify('tour_gateway_events', $1)", [payload]);
  }
  await history.write(tourId);
  expect(revisions(await take(events, 1))).toEqual([2]);
  await events.return();
});

it('finds by itself what no notification told of', async () => {
  const { feed, projectId, db } = history;
  const tourId = await history.createTour();
  const events = feed.tour({ tourId, projectId });
  await take(events, 1);
  // As recorded, but for the notification.
  await db.sql.query(
    `WITH feed AS (UPDATE draft_feeds SET last_sequence = last_sequence + 1 WHERE project_id = $1 RETURNING last_sequence)
     INSERT INTO draft_events (project_id, sequence, tour_id, kind, revision, previous_revision, has_draft) SELECT $1, last_sequence, $2, 'SAVED', 2, 1, true FROM feed`,
    [projectId, tourId],
  );
  expect(revisions(await takeUntil(events, () => true))).toEqual([2]);
  await events.return();
});

it('ends a subscription from outside, with its reason and nothing else', async () => {
  const { feed, projectId } = history;
  const tourId = await history.createTour();
  const [waiting, behind] = [feed.tour({ tourId, projectId }), feed.tour({ tourId, projectId })];
  await Promise.all([take(waiting, 1), take(behind, 1)]);
  const next = waiting.next();
  const reason = new DomainError('UNAUTHENTICATED', 'The key was revoked.');
  waiting.fail(reason);
  await expect(next).rejects.toBe(reason);
  const other = feed.tour({ tourId, projectId });
  await take(other, 1);
  await history.write(tourId);
  await take(other, 1);
  behind.fail(reason);
  await expect(behind.next()).rejects.toBe(reason);
  expect(await behind.next()).toEqual({ done: true, value: undefined });
  await other.return();
  expect(feed.stats()).toMatchObject({ subscribers: 0, channels: 0 });
});
