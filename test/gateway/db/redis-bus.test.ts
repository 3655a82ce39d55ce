import { once } from 'node:events';
import type { Redis } from 'ioredis';
import { afterEach, expect, it, vi } from 'vitest';
import type { Bus } from '../../../src/db/bus.ts';
import { connectRedis } from '../../../src/db/redis.ts';
import { openRedisBus } from '../../../src/db/redis-bus.ts';
import { CLOSED_REDIS_URL, REDIS_URL } from '../../support/test-redis.ts';

const open: { bus: Bus; publisher: Redis }[] = [];

async function openNode(url = REDIS_URL): Promise<{ bus: Bus; publisher: Redis; log: string[] }> {
  const publisher = await connectRedis(url);
  const log: string[] = [];
  const bus = await openRedisBus(publisher, (message) => log.push(message));
  open.push({ bus, publisher });
  return { bus, publisher, log };
}

afterEach(async () => {
  for (const { bus, publisher } of open.splice(0)) {
    await bus.close();
    publisher.disconnect();
  }
});

it('carries messages to every node that listens, in order, until it stops', async () => {
  const [one, two] = [await openNode(), await openNode()];
  const heard: string[][] = [[], []];
  const channel = `test-order-${process.pid}`;
  const stop = await one.bus.listen(
    channel,
    (message) => heard[0]?.push(message),
    () => {},
  );
  await two.bus.listen(
    channel,
    (message) => heard[1]?.push(message),
    () => {},
  );
  for (let n = 0; n < 50; n++) await one.bus.announce(channel, String(n));
  const all = Array.from({ length: 50 }, (_, n) => String(n));
  await vi.waitFor(() => expect(heard).toEqual([all, all]));
  await stop();
  await two.bus.announce(channel, 'last');
  await vi.waitFor(() => expect(heard[1]).toHaveLength(51));
  expect(heard[0]).toHaveLength(50);
});

it('keeps databases of one Redis apart', async () => {
  const [one, two] = [await openNode(`${REDIS_URL}/1`), await openNode(`${REDIS_URL}/2`)];
  const heard: string[] = [];
  const channel = `test-apart-${process.pid}`;
  await one.bus.listen(
    channel,
    (message) => heard.push(message),
    () => {},
  );
  await two.bus.announce(channel, 'of the other');
  await one.bus.announce(channel, 'of its own');
  await vi.waitFor(() => expect(heard).toEqual(['of its own']));
});

it('listens again when its connection was cut, and says that messages may be missing', async () => {
  const { bus, publisher, log } = await openNode();
  const heard: string[] = [];
  const onMissed = vi.fn();
  const channel = `test-cut-${process.pid}`;
  await bus.listen(channel, (message) => heard.push(message), onMissed);
  expect(await publisher.client('KILL', 'TYPE', 'pubsub')).toBeGreaterThan(0);
  await vi.waitFor(() => expect(onMissed).toHaveBeenCalled());
  expect(log).toEqual(['The connection for announcements over Redis is back']);
  await bus.announce(channel, 'again');
  await vi.waitFor(() => expect(heard).toEqual(['again']));
});

it('hears itself while Redis is away, and needs no Redis to start', async () => {
  const { bus } = await openNode(CLOSED_REDIS_URL);
  const heard: string[] = [];
  const stop = await bus.listen(
    'test-away',
    (message) => heard.push(message),
    () => {},
  );
  await bus.announce('test-away', 'alone');
  expect(heard).toEqual(['alone']);
  await stop();
});

it('leaves the sending connection to its owner', async () => {
  const { bus, publisher } = await openNode();
  await bus.close();
  expect(await publisher.ping()).toBe('PONG');
  publisher.disconnect();
  await once(publisher, 'end');
});
