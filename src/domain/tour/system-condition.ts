import type { JsonObject } from '../../json/json-object.ts';

/** What a browser's person properties say about one tour. */
type TourProperty = 'shown' | 'completed' | 'dismissed';

const LAST_SEEN_PREFIX = '$product_tour_last_seen_date/';
const TOUR_KEY = /^\$product_tour_(?:shown|completed|dismissed)\/(?<tourId>.+)$/s;

/** The tour has not been shown, completed or dismissed yet. */
export function notYet(property: TourProperty, tourId: string): JsonObject {
  return isNotSet(`$product_tour_${property}/${tourId}`);
}

/** No tour of this type was ever seen. */
export function neverSeen(type: string): JsonObject {
  return isNotSet(`${LAST_SEEN_PREFIX}${type}`);
}

/** The last tour of this type was seen more than so many days ago. */
export function seenBefore(type: string, days: number): JsonObject {
  return { key: `${LAST_SEEN_PREFIX}${type}`, type: 'person', operator: 'is_date_before', value: `${days}d` };
}

function isNotSet(key: string): JsonObject {
  return { key, type: 'person', operator: 'is_not_set', value: 'is_not_set' };
}

/**
 * Whether a condition is one of those that the gateway adds by itself: any on a last-seen date, and those on the tour's own three keys. A condition on another
 * tour (“has completed the introduction”) is the user's. Where the tour is not known, one on any tour counts if it has the form in which the gateway writes it.
 */
export function isSystemCondition({ key, operator }: JsonObject, tourId?: string): boolean {
  if (typeof key !== 'string') return false;
  if (key.startsWith(LAST_SEEN_PREFIX)) return true;
  const named = seenTourId({ key });
  if (named === null) return false;
  return tourId === undefined ? operator === 'is_not_set' : named === tourId;
}

/** The tour that a condition on what people have seen names; null for any other condition. */
export function seenTourId({ key }: JsonObject): string | null {
  return (typeof key === 'string' && TOUR_KEY.exec(key)?.groups?.tourId) || null;
}

/** A condition on what people have seen of a tour, as one on another tour. */
export function onTour(condition: JsonObject, tourId: string): JsonObject {
  return { ...condition, key: String(condition.key).replace(/(?<=\/).*$/s, () => tourId) };
}

/** Which of a tour's settings a condition of its internal flag stands for. */
export type ConditionOrigin = 'DISPLAY_FREQUENCY' | 'WAIT_PERIOD' | 'USER_TARGETING';

export function conditionOrigin(condition: JsonObject, tourId: string): ConditionOrigin {
  if (!isSystemCondition(condition, tourId)) return 'USER_TARGETING';
  return String(condition.key).startsWith(LAST_SEEN_PREFIX) ? 'WAIT_PERIOD' : 'DISPLAY_FREQUENCY';
}
