import type { ClientBase, FieldDef, Pool } from 'pg';
import { RawJson } from '../json/raw-json.ts';
import { stringify } from '../json/stringify.ts';
import type { AnnouncingSql, Sql } from './sql.ts';
import { typeParsers } from './type-parser.ts';

/** `Sql` on a pool (each statement on any free connection) or on one connection. */
export function createSql(target: Pick<Pool, 'query'> | Pick<ClientBase, 'query'>): Sql {
  return {
    async query(statement, values = []) {
      const { name, text } = typeof statement === 'string' ? { name: undefined, text: statement } : statement;
      const { rows, fields } = await target.query({ name, text, values: values.map(toParameter), types: typeParsers, rowMode: 'array' });
      return toObjects(fields, rows as unknown[][]) as never[];
    },
  };
}

/** node-postgres would copy a blank row for each row, which takes longer than to read one. */
function toObjects(fields: readonly FieldDef[], rows: readonly unknown[][]): Record<string, unknown>[] {
  const names = fields.map((field) => field.name);
  return rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (let n = 0; n < names.length; n++) row[names[n] as string] = values[n];
    return row;
  });
}

/** @param tell makes the announcements known; null: the statements do that themselves, with NOTIFY */
export function createAnnouncingSql(sql: Sql, tell: ((channel: string, message: string) => void) | null): AnnouncingSql {
  return {
    query: sql.query,
    async announce(channel, statement, values) {
      const rows = await sql.query<{ announcement: string }>(statement, [...values, tell ? null : channel]);
      if (tell) for (const { announcement } of rows) tell(channel, announcement);
      return rows as never;
    },
  };
}

/** node-postgres would parse a RawJson and print it anew, and lose what JavaScript's numbers cannot hold. */
function toParameter(value: unknown): unknown {
  if (value instanceof RawJson) return value.text;
  return isPlainObject(value) ? stringify(value) : value;
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
