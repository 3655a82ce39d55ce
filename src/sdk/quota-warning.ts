import { LRUCache } from 'lru-cache';
import type { UsedUp } from '../domain/events/write-events.ts';

/** Tells the operators that a project has used up a quota. */
export type WarnOfQuota = (details: { projectId: number; quotaLimited: UsedUp }, message: string) => void;

const HOUR_MS = 3_600_000;

/** Projects and quotas beyond this push out the one that was warned about longest ago. */
const MAX_WARNINGS = 1000;

/** Warns once an hour for each project and quota. */
export function createQuotaWarning(clock: () => Date, warn: WarnOfQuota): (projectId: number, usedUp: UsedUp) => void {
  const warned = new LRUCache<string, number>({ max: MAX_WARNINGS });

  return (projectId, quotaLimited) => {
    const hour = Math.floor(clock().getTime() / HOUR_MS);
    const key = `${projectId} ${quotaLimited}`;
    if (warned.get(key) === hour) return;
    warned.set(key, hour);
    warn(
      { projectId, quotaLimited },
      'A project has used up a quota of captured events: new ones are left out until the next hour or day.',
    );
  };
}
