import type { Bus } from './bus.ts';
import type { Database } from './database.ts';
import type { Statement } from './sql.ts';

const NOTIFY: Statement = { name: 'notify', text: 'SELECT pg_notify($1, $2)' };

/** Messages over the notifications of the database. */
export function createDatabaseBus(db: Pick<Database, 'sql' | 'listen'>): Bus {
  return {
    async announce(channel, message) {
      await db.sql.query(NOTIFY, [channel, message]);
    },
    listen: db.listen,
    async close() {},
  };
}
