import type { Transaction } from '../db/sql.ts';
import type { AnalyticsEvent } from './analytics.ts';
import type { Deps } from './deps.ts';

/** A transaction that collects analytics events. They are sent once it is committed; if it fails, nothing has happened and none are. */
export async function captureAfter<T>(
  { db, capture }: Pick<Deps, 'db' | 'capture'>,
  work: (tx: Transaction, collect: (events: readonly AnalyticsEvent[]) => void) => Promise<T>,
): Promise<T> {
  const { result, collected } = await db.transaction(async (tx) => {
    const collected: AnalyticsEvent[] = [];
    const result = await work(tx, (events) => void collected.push(...events));
    return { result, collected };
  });
  for (const event of collected) capture(event);
  return result;
}
