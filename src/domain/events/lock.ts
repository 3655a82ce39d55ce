import type { Sql, Statement } from '../../db/sql.ts';

/** The class of the advisory locks; the other half of each is the id of a project. */
const LOCK = 727_073;

const LOCK_PROJECTS: Statement = {
  name: 'lock_captured_events',
  text: `SELECT pg_advisory_xact_lock(${LOCK}, project_id) FROM unnest($1::int[]) AS project_id`,
};

/**
 * Makes the transaction the only one, on any node, that writes what browsers tell of these projects and their persons. Taken in the order of the ids, so that
 * no two wait for each other.
 */
export async function lockCapturedEvents(tx: Sql, projectIds: Iterable<number>): Promise<void> {
  await tx.query(LOCK_PROJECTS, [[...new Set(projectIds)].sort((a, b) => a - b)]);
}
