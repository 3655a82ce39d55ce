import { type Push, parameters } from '../db/parameters.ts';
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

/** The entries with these ids that the caller, given the scope `*`, may see. */
export async function findAuditEntries({ db }: Deps, actor: Actor, ids: readonly string[]): Promise<AuditEntry[]> {
  const { values, push } = parameters();
  const text = `SELECT e.id FROM audit_entries e WHERE e.id = ANY(${push(ids)}::uuid[]) AND ${inAdministeredOrganization(actor, push)}`;
  const rows = await db.sql.query<{ id: string }>(text, values);
  return db.prisma.auditEntry.findMany({ where: { id: { in: rows.map(({ id }) => id) } } });
}

function inAdministeredOrganization(actor: Actor, push: Push): string {
  return `e.organization_id IN (SELECT o.id FROM organizations o WHERE ${administered(actor, push)})`;
}

function administered(actor: Actor, push: Push): string {
  const isElsewhere = `SELECT FROM projects p WHERE p.organization_id = o.id AND p.id <> ALL(${push(actor.projectIds)}::int[])`;
  return `${visibleOrganization(actor, push)} AND NOT EXISTS (${isElsewhere})`;
}
