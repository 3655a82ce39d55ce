import { SPACE } from '../domain/white-space.ts';
import { type Coerced, invalid } from './coerce.ts';

const WRONG_FORMAT = 'Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].';

/**
 * A moment in ISO 8601 in the wide sense of contract section 4, as RFC 3339 in UTC: six fraction digits, or none when the fraction is zero. Without an offset
 * it is UTC; a date alone is its midnight. Only text is taken.
 */
export function coerceDatetime(raw: unknown): Coerced<string> {
  const parsed = typeof raw === 'string' ? (readIso(raw) ?? readLoose(raw)) : null;
  if (parsed === null) return invalid(WRONG_FORMAT);
  const utc = new Date(parsed.wallMs - parsed.offsetMs);
  if (utc.getTime() < FIRST || utc.getTime() > LAST) return { code: 'overflow', message: 'Datetime value out of range.' };
  const seconds = utc.toISOString().slice(0, 19);
  return { value: parsed.micros === '000000' ? `${seconds}Z` : `${seconds}.${parsed.micros}Z` };
}

/** What can be written with four digits of year. */
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59Z');

/** The clock on the wall in milliseconds, whole seconds only; the fraction beside it; and by how much that clock is ahead of UTC. */
interface Moment {
  wallMs: number;
  micros: string;
  offsetMs: number;
}

const DATE =
  /(?<year>\d{4})(?:-(?<month>\d\d)-(?<day>\d\d)|(?<month2>\d\d)(?<day2>\d\d)|-W(?<week>\d\d)(?:-(?<weekday>\d))?|W(?<week2>\d\d)(?<weekday2>\d)?)/;
const TIME = /(?<hour>\d\d)(?::(?<minute>\d\d)(?::(?<second>\d\d))?|(?<minute2>\d\d)(?<second2>\d\d)?)?(?:[.,](?<fraction>\d+))?/;
const OFFSET = /(?<zone>Z|(?<sign>[+-])(?<zoneHour>\d\d)(?::?(?<zoneMinute>\d\d)(?::?(?<zoneSecond>\d\d))?)?)/;

/** ISO 8601: calendar and week dates, extended and basic. Any one character may stand between date and time, and a space before the offset. */
const ISO = new RegExp(`^${DATE.source}(?:.${TIME.source}(?: ?${OFFSET.source})?)?$`, 'su');

/** Numbers without their leading zeros, and spaces before the offset: what the original's framework takes besides. */
const LOOSE = new RegExp(
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})[T ](?<hour>\d{1,2}):(?<minute>\d{1,2})(?::(?<second>\d{1,2})(?:[.,](?<fraction>\d{1,12}))?)?\s*(?<zone>Z|(?<sign>[+-])(?<zoneHour>\d\d)(?::?(?<zoneMinute>\d\d))?)?\n?$/.source.replace(
    '\\s',
    SPACE,
  ),
);

const readIso = (text: string) => readMoment(ISO.exec(text)?.groups);
const readLoose = (text: string) => readMoment(LOOSE.exec(text)?.groups);

type Parts = Record<string, string | undefined>;

function readMoment(parts: Parts | undefined): Moment | null {
  if (!parts) return null;
  const dayMs = readDay(parts);
  const clockMs = clock(parts.hour, parts.minute ?? parts.minute2, parts.second ?? parts.second2);
  const zoneMs = clock(parts.zoneHour, parts.zoneMinute, parts.zoneSecond, Number.POSITIVE_INFINITY);
  if (dayMs === null || clockMs === null || zoneMs === null || zoneMs >= DAY_MS) return null;
  return {
    wallMs: dayMs + clockMs,
    micros: (parts.fraction ?? '').slice(0, 6).padEnd(6, '0'),
    offsetMs: parts.sign === '-' ? -zoneMs : zoneMs,
  };
}

const DAY_MS = 86_400_000;

/** Midnight of the date, or null for a date that no calendar has. */
function readDay(parts: Parts): number | null {
  const year = Number(parts.year);
  if (year < 1) return null;
  const week = parts.week ?? parts.week2;
  return week === undefined
    ? calendarDay(year, Number(parts.month ?? parts.month2), Number(parts.day ?? parts.day2))
    : weekDay(year, Number(week), Number(parts.weekday ?? parts.weekday2 ?? 1));
}

function calendarDay(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}

/** Week 1 is the one with 4 January in it; a year has 53 when its last day stands in one more. */
function weekDay(year: number, week: number, day: number): number | null {
  const weeks = (firstMonday(year + 1) - firstMonday(year)) / DAY_MS / 7;
  if (week < 1 || week > weeks || day < 1 || day > 7) return null;
  const dayMs = firstMonday(year) + ((week - 1) * 7 + day - 1) * DAY_MS;
  return dayMs > LAST ? null : dayMs;
}

function firstMonday(year: number): number {
  const fourth = new Date(0);
  fourth.setUTCFullYear(year, 0, 4);
  return fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY_MS;
}

/** Hours, minutes and seconds in milliseconds, or null beyond the end of a day. */
function clock(hour = '0', minute = '0', second = '0', most = 59): number | null {
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  return hours <= 23 && minutes <= most && seconds <= most ? ((hours * 60 + minutes) * 60 + seconds) * 1000 : null;
}
