import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Listener, type Subscriber, Subscribers } from './subscriber.ts';

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

/** A connection whose other side has vanished without a word shows only when asked: this often, and with as long to answer. */
const HEARTBEAT_MS = 15_000;

interface ListenerOptions {
  connection: pg.ClientConfig;
  log: (message: string) => void;
  heartbeatMs?: number;
}

/** One connection for all channels, made when somebody first listens. When it is lost it is made again, for as long as it takes, and the subscribers are told. */
export function createListener({ connection, log, heartbeatMs = HEARTBEAT_MS }: ListenerOptions): Listener {
  const subscribers = new Subscribers();
  const closing = new AbortController();
  let current: Promise<pg.Client> | null = null;

  function makeCurrent(making: Promise<pg.Client>): Promise<pg.Client> {
    current = making;
    making.catch(() => {
      if (current === making) current = null;
    });
    return making;
  }

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ ...connection, query_timeout: heartbeatMs, pipeline: true });
    // An 'end' follows every error.
    client.on('error', () => {});
    client.on('notification', ({ channel, payload }) => subscribers.deliver(channel, payload ?? ''));
    try {
      await client.connect();
      for (const channel of subscribers.channels()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
    } catch (error) {
      await client.end();
      throw error;
    }
    const heartbeat = setInterval(() => client.query('SELECT 1').catch(() => client.end()), heartbeatMs).unref();
    client.once('end', () => {
      clearInterval(heartbeat);
      if (closing.signal.aborted) return;
      log('The connection for notifications was lost');
      makeCurrent(reconnect());
    });
    return client;
  }

  async function reconnect(): Promise<pg.Client> {
    for (let delay = FIRST_RETRY_MS; ; delay = Math.min(delay * 2, LONGEST_RETRY_MS)) {
      // Spread out, so that the nodes do not all come back in the same moment.
      await sleep(delay * (0.5 + Math.random()), undefined, { signal: closing.signal });
      try {
        const client = await connect();
        log('The connection for notifications is back');
        subscribers.reconnected();
        return client;
      } catch (error) {
        log(`The connection for notifications cannot be made: ${error instanceof Error ? error.message : error}`);
      }
    }
  }

  async function stop(channel: string, subscriber: Subscriber): Promise<void> {
    if (!subscribers.remove(channel, subscriber) || closing.signal.aborted) return;
    // A connection that is lost here forgets the channel as well.
    const client = await current?.catch(() => null);
    // Somebody may have come to the channel meanwhile.
    if (!subscribers.channels().includes(channel)) await client?.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`).catch(() => {});
  }

  return {
    async listen(channel, subscriber) {
      subscribers.add(channel, subscriber);
      try {
        const client = await (current ?? makeCurrent(connect()));
        await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      } catch (error) {
        subscribers.remove(channel, subscriber);
        throw error;
      }
      return () => stop(channel, subscriber);
    },
    async close() {
      closing.abort();
      const client = await current?.catch(() => null);
      await client?.end();
    },
  };
}
