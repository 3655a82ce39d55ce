import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FeedEvent } from '../../../src/live/draft-feed.ts';
import { type DraftHistory, openDraftHistory, range, revisions, take, takeUntil } from './draft-history.ts';

let history: DraftHistory;

beforeAll(async () => {
  history = await openDraftHistory();
});

afterAll(() => history?.close());

/** Every revision is accounted for: each event goes on from the one before. */
function expectChain(events: FeedEvent[], from: number, to: number): void {
  let reached = from;
  for (const event of events) {
    expect(event.previousRevision).toBe(reached);
    expect(event.revision).toBeGreaterThan(reached);
    reached = event.revision;
  }
  expect(reached).toBe(to);
}

it('gives a subscriber that falls behind one event for many, and spares the others', async () => {
  const { feed, projectId } = history;
  const tourId = await history.createTour();
  const [stalled, diligent] = [feed.tour({ tourId, projectId }), feed.tour({ tourId, projectId })];
  await Promise.all([take(stalled, 1), take(diligent, 1)]);
  const reading = take(diligent, 5000);
  for (let n = 0; n < 100; n++) await history.write(tourId, 50);
  expect(revisions(await reading)).toEqual(range(2, 5001));

  const [merged] = await take(stalled, 1);
  expect(merged).toMatchObject({ kind: 'SAVED', revision: 5001, previousRevision: 1, patch: null, clientMutationId: null });
  const next = take(stalled, 1);
  await history.write(tourId);
  expect(await next).toMatchObject([{ revision: 5002, previousRevision: 5001, patch: expect.anything() }]);
  await Promise.all([stalled.return(), diligent.return()]);
});

it('keeps single events, with their patches, for one that is only a little behind', async () => {
  const { feed, projectId } = history;
  const tourId = await history.createTour();
  const [late, onTime] = [feed.tour({ tourId, projectId }), feed.tour({ tourId, projectId })];
  await Promise.all([take(late, 1), take(onTime, 1)]);
  await history.write(tourId, 60);
  await take(onTime, 60);
  const received = await take(late, 60);
  expect(revisions(received)).toEqual(range(2, 61));
  expect(received.every((event) => event.patch !== null)).toBe(true);
  await Promise.all([late.return(), onTime.return()]);
});

it('keeps no more than a megabyte of patches', async () => {
  const { feed, projectId } = history;
  const tourId = await history.createTour();
  const [late, onTime] = [feed.tour({ tourId, projectId }), feed.tour({ tourId, projectId })];
  await Promise.all([take(late, 1), take(onTime, 1)]);
  for (let n = 0; n < 5; n++) {
    await history.write(tourId, 1, { text: 'x'.repeat(300_000) });
    expect((await take(onTime, 1))[0]?.patch?.text.length).toBeGreaterThan(300_000);
  }
  const received = await takeUntil(late, (event) => event.revision === 6);
  expectChain(received, 1, 6);
  expect(received.length).toBeLessThan(5);
  expect(received.every((event) => event.patch === null)).toBe(true);
  await Promise.all([late.return(), onTime.return()]);
});

it('merges the events of a project tour by tour, and loses none when the reader is cut off among them', async () => {
  const { feed, projectId } = history;
  const tourIds = await Promise.all(range(1, 10).map(() => history.createTour()));
  const [late, onTime] = [feed.project({ projectId }), feed.project({ projectId })];
  await Promise.all([take(late, 1), take(onTime, 1)]);
  const reading = take(onTime, 200);
  for (let n = 0; n < 20; n++) for (const tourId of tourIds) await history.write(tourId);
  await reading;

  const received = await take(late, 4);
  expect(received.map(({ revision, previousRevision }) => [previousRevision, revision])).toEqual(range(1, 4).map(() => [1, 21]));
  await late.return();
  const resumed = feed.project({ projectId, after: received.at(-1)?.cursor ?? null });
  const rest = await takeUntil(resumed, ({ tourId, revision }) => tourId === tourIds.at(-1) && revision === 21);
  for (const tourId of tourIds.slice(4)) {
    expectChain(
      rest.filter((event) => event.tourId === tourId),
      1,
      21,
    );
  }
  await Promise.all([resumed.return(), onTime.return()]);
});

it('tells a subscriber that has missed more than a thousand tours to read again', async () => {
  const { feed, projectId } = history;
  const [late, onTime] = [feed.project({ projectId }), feed.project({ projectId })];
  await Promise.all([take(late, 1), take(onTime, 1)]);
  const reading = take(onTime, 1100);
  const tourIds = await Promise.all(range(1, 1100).map(() => history.createTour()));
  for (const tourId of tourIds) await history.write(tourId);
  expect(new Set((await reading).map((event) => event.tourId)).size).toBe(1100);
  expect(await take(late, 1)).toMatchObject([{ kind: 'RESET', revision: 0 }]);
  await history.write(tourIds[0] as string);
  expect(await take(late, 1)).toMatchObject([{ tourId: tourIds[0], revision: 3, previousRevision: 2 }]);
  await Promise.all([late.return(), onTime.return()]);
});
