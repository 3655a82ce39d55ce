import type { FeatureFlag as FlagRow, Prisma } from '../generated/prisma/client.ts';
import type { RawJson } from '../json/raw-json.ts';
import { checkText } from '../json/text-check.ts';
import type { Deps } from './deps.ts';

/** `filters` is RawJson where SQL read the flag, parsed JSON where Prisma did. */
export type FeatureFlag = Omit<FlagRow, 'filters' | 'createdAt' | 'createdById'> & { filters: RawJson | FlagRow['filters'] };

/** Flags by id, past any check: for those that a tour which the caller may see points at. */
export function findFlagsById(deps: Deps, ids: number[]): Promise<FeatureFlag[]> {
  return deps.db.prisma.featureFlag.findMany({ where: { id: { in: ids }, deleted: false } });
}

/** The condition that a flag's key or name holds a text, taken literally, whatever the case; for no text, none. */
export function flagsHolding(text: string | null | undefined): Prisma.FeatureFlagWhereInput {
  if (!text) return {};
  // The database takes no such text, so no flag has it.
  if (checkText(text)) return { id: { in: [] } };
  // Prisma passes the wildcards of LIKE on as they are.
  const contains = { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
  return { OR: [{ key: contains }, { name: contains }] };
}
