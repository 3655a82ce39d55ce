/** Rows as a table for people: a line for each, columns as wide as they need. Lists are joined with commas; what is null or empty is `-`. */
export function table(rows: readonly Record<string, unknown>[]): string {
  const names = Object.keys(rows[0] ?? {});
  const lines = [names, ...rows.map((row) => names.map((name) => cell(row[name])))];
  const widths = names.map((_, column) => Math.max(...lines.map((line) => (line[column] as string).length)));
  return lines
    .map(
      (line) =>
        `${line
          .map((text, column) => text.padEnd(widths[column] as number))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function cell(value: unknown): string {
  if (Array.isArray(value)) return value.join(',') || '-';
  if (value instanceof Date) return value.toISOString();
  // A control character in a label must not reach the terminal.
  return value === null || value === '' ? '-' : String(value).replace(/\p{Cc}/gu, '?');
}
