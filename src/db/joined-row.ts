type Row = Record<string, unknown>;

/** A row of another table that a query joins, or may find none of. */
export interface JoinedRow<Value = Row> {
  select: string;
  join: string;
  /** The columns as one value; null when there is no such row. */
  gather(row: Row): Value | null;
}

/**
 * Joins the row whose id is `on`. The columns come prefixed with `name` and are gathered into one object. `id` is always among them: it tells whether there is a
 * row.
 *
 * @param columns by the names that they get
 */
export function joinedRow<Value = Row>(
  name: string,
  { table, on }: { table: string; on: string },
  columns: Readonly<Record<string, string>>,
): JoinedRow<Value> {
  const fields = Object.entries({ id: 'id', ...columns }).map(([field, column]) => ({ field, column, from: `${name}.${field}` }));
  return {
    select: fields.map(({ column, from }) => `"${name}".${column} AS "${from}"`).join(', '),
    join: `LEFT JOIN ${table} "${name}" ON "${name}".id = ${on}`,
    gather(row) {
      if (row[`${name}.id`] === null) return null;
      const value: Row = {};
      for (const { field, from } of fields) value[field] = row[from];
      return value as Value;
    },
  };
}
