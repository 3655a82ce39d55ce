/** Rows as a table for people: a line for each, columns as wide as they need. */
export function table(rows: readonly Record<string, unknown>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => text(row[name])))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => (line[column] as string).length)));
  return lines
    .map(
      (line) =>
        `${line
          .map((cell, column) => cell.padEnd(widths[column] as number))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

/** A value for people. Lists are joined with commas; what is null or empty is `-`. */
export function text(value: unknown): string {
  if (Array.isArray(value)) return value.join(',') || '-';
  if (value === null || value === undefined || value === '') return '-';
  // A control character in a label must not reach the terminal.
  return (typeof value === 'object' ? JSON.stringify(value) : String(value)).replace(/\p{Cc}/gu, '?');
}
