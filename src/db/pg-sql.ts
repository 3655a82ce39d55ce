import type { ClientBase, Pool } from 'pg';
import { RawJson } from '../json/raw-json.ts';
import { stringify } from '../json/stringify.ts';
import type { Sql } from './sql.ts';
import { typeParsers } from './type-parser.ts';

/** `Sql` on a pool (each statement on any free connection) or on one connection. */
export function createSql(target: Pick<Pool, 'query'> | Pick<ClientBase, 'query'>): Sql {
  return {
    async query(statement, values = []) {
      const { name, text } = typeof statement === 'string' ? { name: undefined, text: statement } : statement;
      const { rows } = await target.query({ name, text, values: values.map(toParameter), types: typeParsers });
      return rows;
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
