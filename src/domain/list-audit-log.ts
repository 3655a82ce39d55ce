import type { Push } from '../db/parameters.ts';
import type { AuditEntry } from '../generated/prisma/client.ts';
import { requireScope } from './access.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { type CountablePage, findPage } from './find-page.ts';
import type { PageArgs } from './keyset.ts';
import { visibleOrganization } from './organization-access.ts';

const NEWEST_FIRST = [
  { sql: 'e.occurred_at', type: 'timestamptz', direction: 'DESC' },
  { sql: 'e.id', type: 'uuid', direction: 'DESC' },
] as const;

/**
 * The administrative changes in the organizations that the caller administers: those all of whose projects the credential opens. Newest first. Scope `*`.
 *
 * @throws PermissionError; ValidationError for page sizes and cursors
 */
export async function listAuditLog(deps: Deps, actor: Actor, args: PageArgs): Promise<CountablePage<AuditEntry>> {
  requireScope(actor, '*');
  const where = (push: Push) => inAdministeredOrganization(actor, push);
  const listing = { from: 'audit_entries e', id: 'e.id', where, order: NEWEST_FIRST };
  return findPage(deps.db.sql, listing, args, (ids: string[]) => deps.db.prisma.auditEntry.findMany({ where: { id: { in: ids } } }));
}

/** Whether the caller, given the scope `*`, may see an entry. */
export async function seesAuditEntry({ db }: Deps, actor: Actor, { organizationId }: AuditEntry): Promise<boolean> {
  const values: unknown[] = [organizationId];
  const condition = administered(actor, (value) => `$${values.push(value)}`);
  return (await db.sql.query(`SELECT FROM organizations o WHERE o.id = $1 AND ${condition}`, values)).length > 0;
}

function inAdministeredOrganization(actor: Actor, push: Push): string {
  return `e.organization_id IN (SELECT o.id FROM organizations o WHERE ${administered(actor, push)})`;
}

function administered(actor: Actor, push: Push): string {
  const isElsewhere = `SELECT FROM projects p WHERE p.organization_id = o.id AND p.id <> ALL(${push(actor.projectIds)}::int[])`;
  return `${visibleOrganization(actor, push)} AND NOT EXISTS (${isElsewhere})`;
}
