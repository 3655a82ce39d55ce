import type { Sql, Statement } from '../db/sql.ts';

/** How many entries each organization keeps at most, however young. */
const MAX_ENTRIES = 100_000;

const DELETE_OLD: Statement = {
  name: 'purge_old_audit_entries',
  text: `WITH gone AS (
      DELETE FROM audit_entries WHERE id IN (SELECT id FROM audit_entries WHERE occurred_at < $1 LIMIT $2) RETURNING 1
    ) SELECT count(*) AS count FROM gone`,
};

const DELETE_EXCESS: Statement = {
  name: 'purge_excess_audit_entries',
  text: `WITH gone AS (
      DELETE FROM audit_entries WHERE id IN (
        SELECT e.id FROM (SELECT organization_id FROM audit_entries GROUP BY organization_id HAVING count(*) > $1 LIMIT 1) o
          CROSS JOIN LATERAL (
            SELECT id FROM audit_entries e WHERE e.organization_id = o.organization_id ORDER BY e.occurred_at DESC, e.id DESC OFFSET $1 LIMIT $2
          ) e
      ) RETURNING 1
    ) SELECT count(*) AS count FROM gone`,
};

/**
 * Removes entries of the audit log from before a moment, and those of an organization that has too many.
 *
 * @param limit how many of each at most
 * @returns how many were removed
 */
export async function purgeAuditLog(tx: Sql, before: Date, limit: number, maxEntries = MAX_ENTRIES): Promise<number> {
  const [old] = await tx.query<{ count: number }>(DELETE_OLD, [before, limit]);
  const [excess] = await tx.query<{ count: number }>(DELETE_EXCESS, [maxEntries, limit]);
  return (old?.count ?? 0) + (excess?.count ?? 0);
}
