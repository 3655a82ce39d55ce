import type { Redis } from 'ioredis';
import type { Bus } from './bus.ts';

/** A connection whose other side has vanished without a word shows only when asked: this often, in milliseconds. */
const HEARTBEAT_MS = 15_000;

interface Listener {
  onMessage(message: string): void;
  onMissed(): void;
}

/**
 * Messages over the Pub/Sub of Redis. While Redis is away each node hears only itself; when it is back, everybody is told that messages may have been
 * missed. Nodes hear each other when their URLs name the same database.
 *
 * @param publisher sends, and stays its owner's; listening takes a connection of its own, which is closed with the bus
 */
export async function openRedisBus(publisher: Redis, log: (message: string) => void): Promise<Bus> {
  const subscriber = publisher.duplicate();
  /** The channels are constants of the code, and each has as many listeners as the code starts. */
  const listeners = new Map<string, Set<Listener>>();
  // Pub/Sub knows no databases, so that the number becomes part of the name.
  const nameOf = (channel: string) => `${channel}:${subscriber.options.db ?? 0}`;

  function deliver(name: string, message: string): void {
    for (const listener of listeners.get(name) ?? []) listener.onMessage(message);
  }

  /** A failure has the connection made again, and then all of this. */
  async function subscribe(names: string[]): Promise<void> {
    if (names.length === 0 || subscriber.status !== 'ready') return;
    await subscriber.subscribe(...names).catch(() => subscriber.disconnect(true));
  }

  async function onReady(): Promise<void> {
    log('The connection for announcements over Redis is back');
    await subscribe([...listeners.keys()]);
    for (const listener of [...listeners.values()].flatMap((set) => [...set])) listener.onMissed();
  }

  // Without a listener the client would print every failed attempt to connect.
  subscriber.on('error', () => {});
  subscriber.on('message', deliver);
  await subscriber.connect().catch(() => {});
  subscriber.on('ready', onReady);
  const heartbeat = setInterval(() => {
    if (subscriber.status === 'ready') subscriber.ping().catch(() => subscriber.disconnect(true));
  }, HEARTBEAT_MS).unref();

  return {
    async announce(channel, message) {
      await publisher.publish(nameOf(channel), message).catch(() => deliver(nameOf(channel), message));
    },
    async listen(channel, onMessage, onMissed) {
      const name = nameOf(channel);
      const listener = { onMessage, onMissed };
      const known = listeners.get(name);
      if (known) known.add(listener);
      else listeners.set(name, new Set([listener]));
      await subscribe([name]);
      return async () => {
        const set = listeners.get(name);
        if (!set?.delete(listener) || set.size > 0) return;
        listeners.delete(name);
        if (subscriber.status === 'ready') await subscriber.unsubscribe(name).catch(() => {});
      };
    },
    async close() {
      clearInterval(heartbeat);
      subscriber.disconnect();
    },
  };
}
