import type { Database } from '../../db/database.ts';
import { isGivenUp } from '../../db/pg-errors.ts';
import type { AnnouncingSql } from '../../db/sql.ts';

/**
 * Runs a write that reads a tour and ends in one statement, which changes nothing unless the tour is still as it was read. The first attempt holds no lock
 * while it thinks, and each of its statements is a transaction of its own; when somebody else was faster, or the database gave it up for another's sake, the
 * second one runs in a transaction and locks the tour's row when it reads it, so that it cannot fail for the same reason.
 *
 * @param attempt gives null when its last statement found the tour changed
 * @throws what `attempt` threw; nothing is written then
 */
export async function writeOptimistically<T>(
  db: Pick<Database, 'sql' | 'transaction'>,
  attempt: (sql: AnnouncingSql, read: { isLocked: boolean }) => Promise<T | null>,
): Promise<T> {
  const written = await attempt(db.sql, { isLocked: false }).catch((error: unknown) => {
    if (isGivenUp(error)) return null;
    throw error;
  });
  return written ?? db.transaction(async (tx) => requireWritten(await attempt(tx, { isLocked: true })));
}

/** What a statement gave that changes a locked row: it cannot have missed it. */
export function requireWritten<T>(written: T | null): T {
  if (written === null) throw new Error('A tour was changed under its lock');
  return written;
}
