import type { FeatureFlag as FlagRow, Prisma } from '../generated/prisma/client.ts';
import type { RawJson } from '../json/raw-json.ts';
import { checkText } from '../json/text-check.ts';
import { requireScope } from './access.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';

/** `filters` is RawJson where SQL read the flag, parsed JSON where Prisma did; dates are text in the one and a Date in the other. */
export type FeatureFlag = Omit<FlagRow, 'filters' | 'createdAt' | 'updatedAt'> & {
  filters: RawJson | FlagRow['filters'];
  createdAt: Date | string;
  updatedAt: Date | string;
};

/** Flags by id, past any check: for those that a tour which the caller may see points at. */
export function findFlagsById(deps: Deps, ids: number[]): Promise<FeatureFlag[]> {
  return deps.db.prisma.featureFlag.findMany({ where: { id: { in: ids }, deleted: false } });
}

/** A flag in a project that the caller opens, deleted or not; null: there is none. @throws PermissionError without the scope `feature_flag:read` */
export async function findFeatureFlag(deps: Deps, actor: Actor, id: number): Promise<FlagRow | null> {
  requireScope(actor, 'feature_flag:read');
  return deps.db.prisma.featureFlag.findFirst({ where: { id, projectId: { in: [...actor.projectIds] } } });
}

/** The condition that a flag's key or name holds a text, taken literally, whatever the case; for no text, none. */
export function flagsHolding(text: string | null | undefined): Prisma.FeatureFlagWhereInput {
  if (!text) return {};
  // The database takes no such text, so no flag has it.
  if (checkText(text)) return { id: { in: [] } };
  const contains = { contains: literally(text), mode: 'insensitive' as const };
  return { OR: [{ key: contains }, { name: contains }] };
}

/** Prisma passes the wildcards of LIKE on unchanged. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
