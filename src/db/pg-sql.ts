import type { ClientBase, FieldDef, Pool } from 'pg';
import { RawJson } from '../json/raw-json.ts';
import { stringify } from '../json/stringify.ts';
import { chargingParsers, ReadBudget } from './read-budget.ts';
import type { AnnouncingSql, Sql } from './sql.ts';

/** `Sql` on a pool (each statement on any free connection) or on one connection. */
export function createSql(target: Pick<Pool, 'query'> | Pick<ClientBase, 'query'>, maxRead: number): Sql {
  return {
    async query(statement, values = [], budget = new ReadBudget(maxRead)) {
      const { name, text } = typeof statement === 'string' ? { name: undefined, text: statement } : statement;
      const { rows, fields } = await target.query({
        name,
        text,
        values: values.map(toParameter),
        types: chargingParsers(budget),
        rowMode: 'array',
      });
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

/** The same SQL, with all of its reads charged to one budget. */
export class BudgetedSql implements AnnouncingSql {
  /** Without the budget: the same for all. */
  readonly shared: AnnouncingSql;
  readonly budget: ReadBudget;

  constructor(shared: AnnouncingSql, budget: ReadBudget) {
    this.shared = shared;
    this.budget = budget;
  }

  readonly query: Sql['query'] = (statement, values) => this.shared.query(statement, values, this.budget);

  readonly announce: AnnouncingSql['announce'] = (channel, statement, values) => this.shared.announce(channel, statement, values);
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
