import type { Activity } from '../generated/prisma/client.ts';
import { checkText } from '../json/text-check.ts';
import { requireProject } from './access.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';

export interface ActivityQuery {
  projectId: number;
  /** What kind of thing; absent: any. Only tours are logged, as `ProductTour`. */
  scope?: string | null | undefined;
  /** Which one, gone or not; absent: any. */
  itemId?: string | null | undefined;
  limit: number;
  offset: number;
}

/**
 * A page of what was done in a project, newest first. What is deleted keeps its log.
 *
 * @throws NotFoundError, PermissionError
 */
export async function findActivity(
  deps: Deps,
  actor: Actor,
  { projectId, scope, itemId, limit, offset }: ActivityQuery,
): Promise<{ nodes: Activity[]; totalCount: number }> {
  requireProject(actor, projectId, 'product_tour:read');
  // The database takes no such text, so nothing is stored under it.
  if (checkText(scope ?? '') || checkText(itemId ?? '')) return { nodes: [], totalCount: 0 };
  const where = { projectId, ...(scope != null && { scope }), ...(itemId != null && { itemId }) };
  const [nodes, totalCount] = await Promise.all([
    deps.db.prisma.activity.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit, skip: offset }),
    deps.db.prisma.activity.count({ where }),
  ]);
  return { nodes, totalCount };
}
