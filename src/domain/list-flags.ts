import type { FeatureFlag as FlagRow, Prisma } from '../generated/prisma/client.ts';
import { checkText } from '../json/text-check.ts';
import { requireProject } from './access.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { flagsHolding, literally } from './flag.ts';

export interface FlagQuery {
  projectId: number;
  search?: string | null | undefined;
  /** The whole key, whatever the case. */
  key?: string | null | undefined;
  active?: boolean | null | undefined;
  createdByIds?: readonly number[] | null | undefined;
}

/**
 * A page of the flags that people made in a project, newest first, by limit and offset. The internal flags of tours are left out, and so are deleted ones.
 *
 * @throws NotFoundError, PermissionError
 */
export async function listFlags(
  deps: Deps,
  actor: Actor,
  { projectId, search, key, active, createdByIds }: FlagQuery,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ nodes: FlagRow[]; totalCount: number }> {
  requireProject(actor, projectId, 'feature_flag:read');
  const where: Prisma.FeatureFlagWhereInput = {
    projectId,
    deleted: false,
    targetedTour: null,
    ...(active != null && { active }),
    ...(createdByIds != null && { createdById: { in: [...createdByIds] } }),
    AND: [flagsHolding(search), flagsCalled(key)],
  };
  const [nodes, totalCount] = await deps.db.prisma.$transaction([
    deps.db.prisma.featureFlag.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: limit, skip: offset }),
    deps.db.prisma.featureFlag.count({ where }),
  ]);
  return { nodes, totalCount };
}

function flagsCalled(key: string | null | undefined): Prisma.FeatureFlagWhereInput {
  if (!key) return {};
  return checkText(key) ? { id: { in: [] } } : { key: { equals: literally(key), mode: 'insensitive' } };
}
