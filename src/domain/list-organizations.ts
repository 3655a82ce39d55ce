import type { Push } from '../db/parameters.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { type CountablePage, findPage } from './find-page.ts';
import type { PageArgs } from './keyset.ts';
import type { Organization } from './organization.ts';
import { visibleOrganization } from './organization-access.ts';

const OLDEST_FIRST = [
  { sql: 'o.created_at', type: 'timestamptz', direction: 'ASC' },
  { sql: 'o.id', type: 'uuid', direction: 'ASC' },
] as const;

/**
 * The organizations that the caller may see, the oldest first.
 *
 * @throws ValidationError for page sizes and cursors
 */
export function listOrganizations({ db }: Deps, actor: Actor, args: PageArgs): Promise<CountablePage<Organization>> {
  const where = (push: Push) => visibleOrganization(actor, push);
  const listing = { from: 'organizations o', id: 'o.id', where, order: OLDEST_FIRST };
  return findPage(db.sql, listing, args, (ids: string[]) => db.prisma.organization.findMany({ where: { id: { in: ids } } }));
}
