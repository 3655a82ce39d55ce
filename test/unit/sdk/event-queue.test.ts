import { describe, expect, it } from 'vitest';
import { createEventQueue, QueueFullError } from '../../../src/sdk/event-queue.ts';

/** A queue whose batches are written when the test says so. */
function queueOf({
  batch = { events: 10, bytes: 1000 },
  capacity = { events: 100, bytes: 1000 },
  groupCapacity = { events: 100, bytes: 1000 },
} = {}) {
  const batches: { events: readonly number[]; finish(error?: unknown): void }[] = [];
  const queue = createEventQueue<number, void>({
    batch,
    capacity,
    groupCapacity,
    write: (events) =>
      new Promise<void>((resolve, reject) => {
        batches.push({ events, finish: (error) => (error ? reject(error) : resolve()) });
      }),
  });
  const next = async (n: number) => {
    await expect.poll(() => batches.length, { interval: 1 }).toBeGreaterThan(n);
    return batches[n] as (typeof batches)[number];
  };
  return { queue, next, batches };
}

/** What has become of a promise so far. */
function watch(promise: Promise<unknown>) {
  const state: { outcome: unknown } = { outcome: 'waiting' };
  promise.then(
    () => {
      state.outcome = 'done';
    },
    (error) => {
      state.outcome = error;
    },
  );
  return state;
}

describe('the queue of events', () => {
  it('writes at once what comes first, and what comes meanwhile together', async () => {
    const { queue, next, batches } = queueOf();
    const first = watch(queue.add([1], 1, 1));
    const [second, third] = [watch(queue.add([2, 3], 1, 1)), watch(queue.add([4], 1, 1))];
    expect((await next(0)).events).toEqual([1]);
    expect([first.outcome, batches.length]).toEqual(['waiting', 1]);
    (await next(0)).finish();
    expect((await next(1)).events).toEqual([2, 3, 4]);
    expect([first.outcome, second.outcome, third.outcome]).toEqual(['done', 'waiting', 'waiting']);
    (await next(1)).finish();
    await expect.poll(() => [second.outcome, third.outcome]).toEqual(['done', 'done']);
  });

  it('makes batches of its size, one request in one batch', async () => {
    const { queue, next } = queueOf({ batch: { events: 3, bytes: 1000 } });
    for (const events of [[0], [1, 2], [3, 4], [5, 6, 7, 8], [9]]) queue.add(events, 1, 1);
    for (const [n, expected] of [[0], [1, 2], [3, 4], [5, 6, 7, 8], [9]].entries()) {
      expect((await next(n)).events).toEqual(expected);
      (await next(n)).finish();
    }
  });

  it('makes batches of few bytes, unless one request has more', async () => {
    const { queue, next } = queueOf({ batch: { events: 10, bytes: 5 } });
    const sizes = [1, 2, 3, 4, 9, 1];
    for (const [n, bytes] of sizes.entries()) queue.add([n], bytes, 1);
    for (const [n, expected] of [[0], [1, 2], [3], [4], [5]].entries()) {
      expect((await next(n)).events).toEqual(expected);
      (await next(n)).finish();
    }
  });

  it('refuses what is too much, takes what still fits, and takes more when there is room again', async () => {
    const { queue, next } = queueOf({ capacity: { events: 3, bytes: 100 } });
    const kept = watch(queue.add([1], 1, 1));
    const waiting = watch(queue.add([2, 3], 1, 1));
    expect((await next(0)).events).toEqual([1]);
    await expect(queue.add([4, 5], 1, 1)).rejects.toThrow(QueueFullError);
    await expect(queue.add([4], 100, 1)).rejects.toThrow(QueueFullError);
    const fits = watch(queue.add([4], 1, 1));
    (await next(0)).finish();
    (await next(1)).finish();
    await expect.poll(() => [kept.outcome, waiting.outcome, fits.outcome]).toEqual(['done', 'done', 'done']);
    const again = watch(queue.add([5, 6, 7], 1, 1));
    (await next(2)).finish();
    await expect.poll(() => again.outcome).toBe('done');
  });

  it('leaves room for others when one group has taken its part', async () => {
    const { queue, next } = queueOf({ capacity: { events: 6, bytes: 100 }, groupCapacity: { events: 3, bytes: 50 } });
    queue.add([0], 1, 1);
    expect((await next(0)).events).toEqual([0]);
    queue.add([1, 2], 1, 1);
    await expect(queue.add([3, 4], 1, 1)).rejects.toThrow(QueueFullError);
    await expect(queue.add([3], 50, 1)).rejects.toThrow(QueueFullError);
    queue.add([3], 1, 1);
    const other = watch(queue.add([4, 5, 6], 1, 2));
    await expect(queue.add([7], 1, 3)).rejects.toThrow(QueueFullError);
    (await next(0)).finish();
    expect((await next(1)).events).toEqual([1, 2, 3, 4, 5, 6]);
    (await next(1)).finish();
    await expect.poll(() => other.outcome).toBe('done');
    queue.add([8, 9], 1, 1);
    expect((await next(2)).events).toEqual([8, 9]);
    (await next(2)).finish();
  });

  it('writes a batch that failed request by request, so that nobody suffers for another', async () => {
    const { queue, next } = queueOf();
    queue.add([1], 1, 1);
    const [good, bad, last] = [watch(queue.add([2], 1, 1)), watch(queue.add([3], 1, 1)), watch(queue.add([4], 1, 1))];
    (await next(0)).finish();
    const odd = new Error('odd');
    (await next(1)).finish(odd);
    for (const [n, event] of [2, 3, 4].entries()) {
      expect((await next(n + 2)).events).toEqual([event]);
      (await next(n + 2)).finish(event === 3 ? odd : undefined);
    }
    await expect.poll(() => [good.outcome, bad.outcome, last.outcome]).toEqual(['done', odd, 'done']);
  });

  it('does not try again where the database is away', async () => {
    const { queue, next, batches } = queueOf();
    queue.add([1], 1, 1);
    const lost = [watch(queue.add([2], 1, 1)), watch(queue.add([3], 1, 1))];
    (await next(0)).finish();
    const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    (await next(1)).finish(away);
    await expect.poll(() => lost.map(({ outcome }) => outcome)).toEqual([away, away]);
    expect(batches).toHaveLength(2);
  });

  it('writes what it has taken before it closes, and takes nothing more', async () => {
    const { queue, next } = queueOf();
    const [first, second] = [watch(queue.add([1], 1, 1)), watch(queue.add([2], 1, 1))];
    const closed = watch(queue.close());
    await expect(queue.add([3], 1, 1)).rejects.toThrow(QueueFullError);
    (await next(0)).finish();
    expect(closed.outcome).toBe('waiting');
    (await next(1)).finish();
    await expect.poll(() => [first.outcome, second.outcome, closed.outcome]).toEqual(['done', 'done', 'done']);
  });
});
