import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TourEvent } from '../../../src/domain/tour/event.ts';
import { RawJson } from '../../../src/json/raw-json.ts';
import { Backlog, type Delivery, MAX_EVENTS, MAX_TOURS } from '../../../src/live/backlog.ts';
import { mergeEvents } from '../../../src/live/merge-events.ts';

/** The events of a project in which the given tours are written to, one after the other; the tours start at revision 1. */
function historyOf(tourIds: string[]): TourEvent[] {
  const revisions = new Map<string, number>();
  return tourIds.map((tourId, n) => {
    const previousRevision = revisions.get(tourId) ?? 1;
    revisions.set(tourId, previousRevision + 1);
    return eventOf({ tourId, sequence: n + 1, previousRevision, revision: previousRevision + 1 });
  });
}

function eventOf(part: Partial<TourEvent>): TourEvent {
  return {
    projectId: 1,
    sequence: 1,
    tourId: 'a',
    kind: 'SAVED',
    revision: 2,
    previousRevision: 1,
    hasDraft: true,
    patch: new RawJson('[]'),
    losesDraft: false,
    actorId: 1,
    clientMutationId: null,
    occurredAt: '2026-01-01T00:00:00Z',
    ...part,
  };
}

function drain(backlog: Backlog): Delivery[] {
  const all: Delivery[] = [];
  for (let next = backlog.shift(); next; next = backlog.shift()) all.push(next);
  return all;
}

const histories = fc.integer({ min: 1, max: 12 }).chain((tours) =>
  fc.array(
    fc.nat({ max: tours - 1 }).map((n) => `tour ${n}`),
    { minLength: 1, maxLength: 400, size: 'max' },
  ),
);

it('gives a continuous chain of revisions for each tour, however writing and reading alternate', () => {
  let mergedRuns = 0;
  fc.assert(
    fc.property(histories, fc.infiniteStream(fc.nat({ max: 150 })), fc.infiniteStream(fc.nat({ max: 20 })), (tourIds, pushes, takes) => {
      const backlog = new Backlog();
      const history = historyOf(tourIds);
      const delivered: Delivery[] = [];
      for (let n = 0; n < history.length; ) {
        const until = n + (pushes.next().value as number) + 1;
        for (; n < Math.min(until, history.length); n++) expect(backlog.push(history[n] as TourEvent)).toBe(true);
        for (let m = takes.next().value as number; m > 0; m--) {
          const next = backlog.shift();
          if (next) delivered.push(next);
        }
      }
      delivered.push(...drain(backlog));

      const reached = new Map<string, number>();
      for (const { event } of delivered) {
        expect(event.previousRevision).toBe(reached.get(event.tourId) ?? 1);
        expect(event.revision).toBeGreaterThan(event.previousRevision as number);
        reached.set(event.tourId, event.revision);
      }
      for (const event of history) expect(reached.get(event.tourId)).toBeGreaterThanOrEqual(event.revision);
      if (delivered.length < history.length) mergedRuns += 1;
    }),
  );
  expect(mergedRuns).toBeGreaterThan(10);
});

it('never says that something was seen which has still to be delivered', () => {
  fc.assert(
    fc.property(histories, (tourIds) => {
      const backlog = new Backlog();
      const history = historyOf(tourIds);
      for (const event of history) backlog.push(event);
      const delivered = drain(backlog);
      for (const [n, { seen }] of delivered.entries()) {
        expect(seen).toBeGreaterThanOrEqual(delivered[n - 1]?.seen ?? 0);
        const known = new Map(delivered.slice(0, n + 1).map(({ event }) => [event.tourId, event.revision]));
        for (const event of history.slice(0, seen)) expect(known.get(event.tourId)).toBeGreaterThanOrEqual(event.revision);
      }
      expect(delivered.at(-1)?.seen).toBe(history.length);
    }),
  );
});

it('holds single events up to its bound, and beyond it one for each tour', () => {
  const backlog = new Backlog();
  const history = historyOf(Array.from({ length: MAX_EVENTS + 1 }, (_, n) => (n % 2 ? 'a' : 'b')));
  for (const event of history.slice(0, MAX_EVENTS)) backlog.push(event);
  expect(drain(backlog).map(({ event }) => event)).toEqual(history.slice(0, MAX_EVENTS));
  for (const event of history) backlog.push(event);
  expect(drain(backlog)).toHaveLength(2);
});

it('refuses one tour too many', () => {
  const backlog = new Backlog();
  const history = historyOf(Array.from({ length: MAX_TOURS + 1 }, (_, n) => `tour ${n}`));
  expect(history.map((event) => backlog.push(event)).indexOf(false)).toBe(MAX_TOURS);
});

it('merges two events into where the second ends, from where the first began', () => {
  const older = eventOf({ kind: 'SAVED', revision: 3, previousRevision: 2, hasDraft: true, actorId: 1, clientMutationId: 'x' });
  const newer = eventOf({
    kind: 'PUBLISHED',
    sequence: 9,
    revision: 4,
    previousRevision: 3,
    hasDraft: false,
    actorId: 1,
    clientMutationId: 'y',
  });
  expect(mergeEvents(older, newer)).toEqual({ ...newer, previousRevision: 2, patch: null, clientMutationId: null });
});

it('names no actor for the work of two', () => {
  expect(mergeEvents(eventOf({ actorId: 1 }), eventOf({ actorId: 2 })).actorId).toBeNull();
});
