import type { FeatureFlag as FlagRow } from '../generated/prisma/client.ts';
import type { RawJson } from '../json/raw-json.ts';
import type { Deps } from './deps.ts';

/** `filters` is RawJson where SQL read the flag, parsed JSON where Prisma did. */
export type FeatureFlag = Omit<FlagRow, 'filters' | 'createdAt' | 'createdById'> & { filters: RawJson | FlagRow['filters'] };

/** Flags by id, past any check: for those that a tour which the caller may see points at. */
export function findFlagsById(deps: Deps, ids: number[]): Promise<FeatureFlag[]> {
  return deps.db.prisma.featureFlag.findMany({ where: { id: { in: ids }, deleted: false } });
}
