import pg from 'pg';
import { RawJson } from '../json/raw-json.ts';

const { INT8, JSON: JSON_TEXT, JSONB, TIMESTAMPTZ } = pg.types.builtins;

const PARSERS: Record<number, (text: string) => unknown> = {
  [TIMESTAMPTZ]: parseTimestamp,
  [JSON_TEXT]: (text) => new RawJson(text),
  [JSONB]: (text) => new RawJson(text),
  // Sequences and counts, all far below 2^53.
  [INT8]: Number,
};

/** What `Sql` reads values with. Given with each statement, not set in pg: Prisma's adapter has the same pool and its own parsers. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
};

const SPACE = 0x20;
const TIMESTAMP = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?([+-]\d\d(?::\d\d){0,2})$/;

/**
 * From PostgreSQL's text ("2026-11-23 04:04:14.677+00") to RFC 3339 in UTC with six fraction digits, or none when the fraction is zero. Sessions run in UTC;
 * another offset, of a session that was set otherwise, is converted. What RFC 3339 cannot say (infinity, years BC) stays as it is.
 */
export function parseTimestamp(text: string): string {
  // The usual length of each: no fraction, milliseconds, microseconds. The regular expression below says the same, for five times as long.
  if (text.endsWith('+00') && text.charCodeAt(10) === SPACE) {
    if (text.length === 22) return `${text.slice(0, 10)}T${text.slice(11, 19)}Z`;
    if (text.length === 29) return `${text.slice(0, 10)}T${text.slice(11, 26)}Z`;
  }
  const [, date, time, digits, offset] = TIMESTAMP.exec(text) ?? [];
  if (!offset) return text;
  const fraction = digits ? `.${digits.padEnd(6, '0')}` : '';
  if (offset === '+00') return `${date}T${time}${fraction}Z`;
  return `${inUtc(`${date}T${time}`, offset)}${fraction}Z`;
}

function inUtc(local: string, offset: string): string {
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(':').map(Number);
  const distance = ((hours * 60 + minutes) * 60 + seconds) * (offset.startsWith('-') ? -1000 : 1000);
  return new Date(Date.parse(`${local}Z`) - distance).toISOString().slice(0, -'.000Z'.length);
}
