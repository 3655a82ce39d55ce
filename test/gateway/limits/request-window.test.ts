import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createMemoryWindow } from '../../../src/limits/memory-window.ts';
import { createRedisWindow } from '../../../src/limits/redis-window.ts';
import { type RequestWindow, waitAfter } from '../../../src/limits/request-window.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { openTestRedis } from '../../support/test-redis.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let opened: Awaited<ReturnType<typeof openTestRedis>>;
beforeAll(async () => {
  opened = await openTestRedis();
});
afterAll(() => opened.clean());

/** How long the request has to wait, in milliseconds. */
async function takeOne(window: RequestWindow, key: string): Promise<number> {
  return (await window.take(key)).wait;
}

async function takeMany(window: RequestWindow, key: string, count: number): Promise<number[]> {
  const waits: number[] = [];
  for (let n = 0; n < count; n++) waits.push(await takeOne(window, key));
  return waits;
}

describe('the wait after requests', () => {
  it('is none before a limit is reached', () => {
    expect(waitAfter([], 0)).toBe(0);
    expect(waitAfter(Array(479).fill(0), 0)).toBe(0);
  });

  it('lasts until the decisive request is a minute old, to the millisecond', () => {
    const times = [0, ...Array(479).fill(30_000)];
    expect(waitAfter(times, 30_000)).toBe(30_000);
    expect(waitAfter(times, 59_999)).toBe(1);
    expect(waitAfter(times, 60_000)).toBe(0);
  });

  it('is the longer of the two limits’ waits', () => {
    const times = Array.from({ length: 4800 }, (_, n) => n * 500);
    expect(waitAfter(times, 4800 * 500)).toBe(HOUR - 4800 * 500);
  });
});

describe.each([
  ['in memory', (clock: () => Date) => createMemoryWindow(clock)],
  ['in Redis', (clock: () => Date) => createRedisWindow(opened.redis, clock, opened.prefix)],
])('a window %s', (_, createWindow) => {
  it('lets 480 requests a minute in, and says how long the next has to wait', async () => {
    const { clock, pass } = fakeClock();
    const window = createWindow(clock);
    const key = randomUUID();
    expect(await takeOne(window, key)).toBe(0);
    pass(20_000);
    expect(await takeMany(window, key, 479)).toEqual(Array(479).fill(0));
    pass(10_000);
    expect(await takeOne(window, key)).toBe(30_000);
  });

  it('slides: room comes back one request at a time', async () => {
    const { clock, pass } = fakeClock();
    const window = createWindow(clock);
    const key = randomUUID();
    await takeOne(window, key);
    pass(1000);
    await takeMany(window, key, 479);
    pass(59_000);
    expect(await takeMany(window, key, 2)).toEqual([0, 1000]);
    pass(1000);
    expect(await takeMany(window, key, 480)).toEqual([...Array(479).fill(0), 59_000]);
  });

  it('does not count what it refuses', async () => {
    const { clock, pass } = fakeClock();
    const window = createWindow(clock);
    const key = randomUUID();
    await takeMany(window, key, 480);
    pass(30_000);
    expect(await takeMany(window, key, 100)).toEqual(Array(100).fill(30_000));
    pass(30_000);
    expect(await takeOne(window, key)).toBe(0);
  });

  it('lets 4,800 requests an hour in, whatever the minute says', async () => {
    const { clock, pass } = fakeClock();
    const window = createWindow(clock);
    const key = randomUUID();
    for (let minute = 0; minute < 10; minute++) {
      expect(await takeMany(window, key, 480)).toEqual(Array(480).fill(0));
      pass(MINUTE);
    }
    expect(await takeOne(window, key)).toBe(50 * MINUTE);
    pass(50 * MINUTE);
    expect(await takeMany(window, key, 481)).toEqual([...Array(480).fill(0), MINUTE]);
  });

  it('tells what is left of each limit, and until when the oldest request counts', async () => {
    const { clock, pass } = fakeClock();
    const window = createWindow(clock);
    const key = randomUUID();
    expect((await window.take(key)).usage).toEqual([
      { remaining: 479, milliseconds: MINUTE },
      { remaining: 4799, milliseconds: HOUR },
    ]);
    pass(20_000);
    await takeMany(window, key, 478);
    pass(39_999);
    expect(await window.take(key)).toEqual({
      wait: 0,
      usage: [
        { remaining: 0, milliseconds: 1 },
        { remaining: 4320, milliseconds: HOUR - 59_999 },
      ],
    });
    expect(await window.take(key)).toMatchObject({ wait: 1, usage: [{ remaining: 0, milliseconds: 1 }, { remaining: 4320 }] });
    pass(1);
    expect((await window.take(key)).usage).toEqual([
      { remaining: 0, milliseconds: 20_000 },
      { remaining: 4319, milliseconds: HOUR - MINUTE },
    ]);
    pass(HOUR - MINUTE);
    expect((await window.take(key)).usage).toEqual([
      { remaining: 479, milliseconds: MINUTE },
      { remaining: 4319, milliseconds: 20_000 },
    ]);
  });

  it('keeps keys apart', async () => {
    const { clock } = fakeClock();
    const window = createWindow(clock);
    const key = randomUUID();
    await takeMany(window, key, 480);
    expect(await takeOne(window, key)).toBe(MINUTE);
    expect(await takeOne(window, randomUUID())).toBe(0);
  });
});

describe('two nodes on one Redis', () => {
  it('share one budget, also when they count at the same time', async () => {
    const { clock } = fakeClock();
    const other = await openTestRedis();
    onTestFinished(() => other.redis.disconnect());
    const nodes = [createRedisWindow(opened.redis, clock, opened.prefix), createRedisWindow(other.redis, clock, opened.prefix)];
    const key = randomUUID();
    const waits = await Promise.all(nodes.map((node) => takeMany(node, key, 300)));
    const letIn = waits.flat().filter((wait) => wait === 0);
    expect(letIn).toHaveLength(480);
    expect(waits.map((ofNode) => ofNode.includes(0))).toEqual([true, true]);
  });

  it('leave nothing behind that does not expire or grows beyond what can decide', async () => {
    const { clock, pass } = fakeClock();
    const window = createRedisWindow(opened.redis, clock, opened.prefix);
    const key = randomUUID();
    for (let minute = 0; minute < 11; minute++) {
      await takeMany(window, key, 480);
      pass(6 * MINUTE);
    }
    const stored = `${opened.prefix}requests:${key}`;
    expect(await opened.redis.llen(stored)).toBe(4800);
    const expiry = await opened.redis.pttl(stored);
    expect(expiry).toBeGreaterThan(HOUR - MINUTE);
    expect(expiry).toBeLessThanOrEqual(HOUR);
  });
});
