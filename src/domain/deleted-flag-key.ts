import type { Prisma } from '../generated/prisma/client.ts';
import { literally } from './flag.ts';
import { INPUT_LIMITS } from './input-limits.ts';

interface Keyed {
  id: number;
  projectId: number;
  key: string;
  deleted: boolean;
}

/** The key that a flag had before it was deleted, which frees it for others; of one that is not deleted, its key. */
export function originalKey({ id, key, deleted }: Pick<Keyed, 'id' | 'key' | 'deleted'>): string {
  const ending = `:deleted:${id}`;
  return deleted && key.endsWith(ending) ? key.slice(0, -ending.length) : key;
}

/** The key for a deleted flag that comes back: its own, or where another flag has that by now, the same with the first free number behind it. */
export async function freeKey(tx: Prisma.TransactionClient, flag: Keyed): Promise<string> {
  const key = originalKey(flag).slice(0, INPUT_LIMITS.flagKey - 11);
  const taken = await tx.featureFlag.findMany({
    where: { projectId: flag.projectId, key: { startsWith: literally(key) }, id: { not: flag.id } },
    select: { key: true },
  });
  const keys = new Set(taken.map((other) => other.key));
  if (!keys.has(key)) return key;
  let number = 2;
  while (keys.has(`${key}-${number}`)) number++;
  return `${key}-${number}`;
}
