import { setTimeout as sleep } from 'node:timers/promises';

/** Does something `perSecond` times a second, for so many times, whether or not the ones before are done; waits for all of them. */
export async function atRate(perSecond: number, times: number, work: (n: number) => Promise<void>): Promise<void> {
  const start = performance.now();
  const running: Promise<void>[] = [];
  for (let n = 0; n < times; n++) {
    const due = start + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await sleep(wait);
    running.push(work(n));
  }
  await Promise.all(running);
}

/** Waits until a number no longer grows, or has reached what is expected. */
export async function untilReached(read: () => Promise<number>, expected: number): Promise<number> {
  for (let before = -1; ; ) {
    const value = await read();
    if (value >= expected || value === before) return value;
    before = value;
    await sleep(2_000);
  }
}
