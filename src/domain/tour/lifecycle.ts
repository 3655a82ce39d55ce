export type TourStatus = 'DRAFT' | 'SCHEDULED' | 'RUNNING' | 'STOPPED' | 'ARCHIVED';

/** What decides where a tour is in its life. Dates are RFC 3339 with up to microseconds. */
export interface Lifetime {
  startDate: string | null;
  endDate: string | null;
  archived: boolean;
}

/** A tour begins with the very moment of its start date, and is over with that of its end date. */
export function tourStatus({ startDate, endDate, archived }: Lifetime, now: Date): TourStatus {
  if (archived) return 'ARCHIVED';
  if (startDate === null) return 'DRAFT';
  if (endDate !== null && !isAfter(endDate, now)) return 'STOPPED';
  return isAfter(startDate, now) ? 'SCHEDULED' : 'RUNNING';
}

/**
 * Whether the internal flag of an auto-launched tour is on. Clients read the flag's `active` as upstream writes it: a test for null only (contract 8.2), so a tour
 * that ends tomorrow is inactive today.
 */
export function isTargetingActive({ startDate, endDate, archived }: Lifetime): boolean {
  return startDate !== null && endDate === null && !archived;
}

const BEYOND_MILLISECOND = /\.\d{3}\d*[1-9]/;

/** Compares past the milliseconds of a Date: what is left of the text beyond them decides when the two are in the same one. */
export function isAfter(timestamp: string, now: Date): boolean {
  const difference = Date.parse(timestamp) - now.getTime();
  return difference > 0 || (difference === 0 && BEYOND_MILLISECOND.test(timestamp));
}
