import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFresh } from '../../../src/sdk/fresh.ts';
import { type Deferred, deferred } from '../../support/deferred.ts';

/** Loads that end when they are told to. */
function manualLoads() {
  const loads: Deferred<number>[] = [];
  let running = 0;
  let mostRunning = 0;
  async function load(): Promise<number> {
    mostRunning = Math.max(mostRunning, ++running);
    const pending = deferred<number>();
    loads.push(pending);
    try {
      return await pending.promise;
    } finally {
      running -= 1;
    }
  }
  return { load, loads, mostRunning: () => mostRunning };
}

describe('a value that is kept fresh', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('is loaded once for all who ask meanwhile, and kept', async () => {
    const { load, loads } = manualLoads();
    const fresh = createFresh(load, 60_000);
    const asked = [fresh.get(), fresh.get(), fresh.get()];
    loads[0]?.resolve(1);
    expect(await Promise.all(asked)).toEqual([1, 1, 1]);
    expect([await fresh.get(), fresh.peek(), loads.length]).toEqual([1, 1, 1]);
  });

  it('is loaded anew after its time, given the one before', async () => {
    const seen: (number | undefined)[] = [];
    const fresh = createFresh<number>(async (known) => {
      seen.push(known);
      return (known ?? 0) + 1;
    }, 20);
    expect(await fresh.get()).toBe(1);
    vi.advanceTimersByTime(30);
    expect(await fresh.get()).toBe(2);
    expect(seen).toEqual([undefined, 1]);
  });

  it('that expires while it is loaded is loaded again for those who ask from then on, one load at a time', async () => {
    const { load, loads, mostRunning } = manualLoads();
    const fresh = createFresh(load, 60_000);
    const early = fresh.get();
    fresh.expire();
    const late = [fresh.get(), fresh.get()];
    expect(loads.length).toBe(1);
    loads[0]?.resolve(1);
    expect(await early).toBe(1);
    await expect.poll(() => loads.length).toBe(2);
    loads[1]?.resolve(2);
    expect(await Promise.all(late)).toEqual([2, 2]);
    expect([await fresh.get(), loads.length, mostRunning()]).toEqual([2, 2, 1]);
  });

  it('that takes longer to load than it keeps is loaded again for those who ask later: what they get is never older', async () => {
    const { load, loads, mostRunning } = manualLoads();
    const fresh = createFresh(load, 20);
    const early = fresh.get();
    vi.advanceTimersByTime(30);
    const late = fresh.get();
    loads[0]?.resolve(1);
    expect(await early).toBe(1);
    await expect.poll(() => loads.length).toBe(2);
    loads[1]?.resolve(2);
    expect([await late, mostRunning()]).toEqual([2, 1]);
  });

  it('that expired while it was loaded is not kept, even when nobody asked meanwhile', async () => {
    const { load, loads } = manualLoads();
    const fresh = createFresh(load, 60_000);
    const early = fresh.get();
    fresh.expire();
    loads[0]?.resolve(1);
    await early;
    const late = fresh.get();
    loads[1]?.resolve(2);
    expect(await late).toBe(2);
  });

  it('forgets a failure: those who waited for it hear of it, the next one tries again', async () => {
    const { load, loads } = manualLoads();
    const fresh = createFresh(load, 60_000);
    const failing = fresh.get();
    loads[0]?.reject(new Error('away'));
    await expect(failing).rejects.toThrow('away');
    const again = fresh.get();
    loads[1]?.resolve(1);
    expect(await again).toBe(1);
  });
});
