import { LRUCache } from 'lru-cache';
import type { CapturedEvent } from '../domain/events/captured-event.ts';
import { reportKey } from '../domain/events/target-misses.ts';

/** Reports beyond this push out the oldest. One that is forgotten is looked up in the database. */
const MAX_REPORTS = 20_000;

export interface RepeatedReports {
  /** The events without reports of missing elements that are counted already. */
  leaveOut(events: readonly CapturedEvent[]): CapturedEvent[];
  /** Remembers the reports among events that were written. */
  remember(events: readonly CapturedEvent[]): void;
}

/**
 * Browsers report a missing element every second, and each person counts once for a step and a day. So most reports
 * need no transaction.
 */
export function createRepeatedReports(): RepeatedReports {
  const known = new LRUCache<string, true>({ max: MAX_REPORTS });
  return {
    leaveOut: (events) => events.filter((event) => !known.has(reportKey(event) ?? '')),
    remember(events) {
      for (const event of events) {
        const key = reportKey(event);
        if (key !== null) known.set(key, true);
      }
    },
  };
}
