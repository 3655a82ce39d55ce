import pg from 'pg';
import { type Listener, Subscribers } from './subscriber.ts';

/**
 * Listening on an embedded database: the one connection of its pool hears what it announces itself. A connection that replaces a broken one listens to the
 * same channels before anything else is said on it. To be called before the pool is used; `listen` waits for the connection, so not from a transaction.
 */
export function createPgliteListener(pool: pg.Pool): Listener {
  const subscribers = new Subscribers();
  let isReplacement = false;
  // The pool hands a connection out when this is done.
  pool.options.onConnect = async (client) => {
    client.on('notification', ({ channel, payload }) => subscribers.deliver(channel, payload ?? ''));
    if (isReplacement) {
      for (const channel of subscribers.channels()) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      subscribers.reconnected();
    }
    isReplacement = true;
  };

  return {
    async listen(channel, subscriber) {
      subscribers.add(channel, subscriber);
      try {
        await pool.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
      } catch (error) {
        subscribers.remove(channel, subscriber);
        throw error;
      }
      return async () => {
        if (subscribers.remove(channel, subscriber) && !pool.ending) await pool.query(`UNLISTEN ${pg.escapeIdentifier(channel)}`);
      };
    },
    async close() {},
  };
}
