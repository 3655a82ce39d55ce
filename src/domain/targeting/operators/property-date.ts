const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Seconds since 1970 stay below this for three thousand years more; milliseconds have been above since 1973. */
const SECONDS_END = 1e11;

/**
 * The moment in a person's property or a condition, in milliseconds: a day, a day with a time (UTC when no zone is
 * named), or a number of seconds or milliseconds since 1970.
 *
 * @returns null for anything else
 */
export function parsePropertyDate(value: unknown): number | null {
  if (typeof value === 'number') return Math.abs(value) < SECONDS_END ? value * 1000 : value;
  if (typeof value !== 'string') return null;
  if (/^\d{9,13}(?:\.\d+)?$/.test(value)) return parsePropertyDate(Number(value));
  const match = DATE.exec(value);
  if (!match) return null;
  const [, day = '', time = '00:00', seconds = '', zone = 'Z'] = match;
  const moment = Date.parse(`${day}T${time}${seconds}${zone}`);
  return Number.isNaN(moment) || !isInItsMonth(day) ? null : moment;
}

/** Date takes 30 February for a day in March. */
function isInItsMonth(day: string): boolean {
  const dayOfMonth = Number(day.slice(8));
  return dayOfMonth <= 28 || new Date(day).getUTCDate() === dayOfMonth;
}
