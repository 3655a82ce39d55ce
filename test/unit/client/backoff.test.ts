import { afterEach, expect, it, vi } from 'vitest';
import { createBackoff } from '../../../src/client/backoff.ts';
import { TIMING } from '../../../src/client/timing.ts';

afterEach(() => vi.restoreAllMocks());

function take(count: number, next: () => number): number[] {
  return Array.from({ length: count }, next);
}

it('waits anything up to half a second first, then up to twice as long each time, but no longer than thirty seconds', () => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  expect(take(9, createBackoff(TIMING).next)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  vi.mocked(Math.random).mockReturnValue(0);
  expect(take(3, createBackoff(TIMING).next)).toEqual([0, 0, 0]);
});

it('begins anew after a connection that lasted a minute, and not after a shorter one', () => {
  vi.spyOn(Math, 'random').mockReturnValue(1);
  let now = 0;
  const backoff = createBackoff(TIMING, () => now);
  take(3, backoff.next);
  backoff.connected();
  now += 59_000;
  expect(backoff.next()).toBe(4000);
  backoff.connected();
  now += 60_000;
  expect(take(2, backoff.next)).toEqual([500, 1000]);
  backoff.reset();
  expect(backoff.next()).toBe(500);
});
