import type { Database } from '../../src/db/database.ts';

/** The time by the database's clock, in milliseconds since 1970, which is that of the timestamps it writes. */
export async function databaseNow({ sql }: Pick<Database, 'sql'>): Promise<number> {
  const [row] = await sql.query<{ now: string }>('SELECT clock_timestamp() AS now');
  return Date.parse(row?.now ?? '');
}
