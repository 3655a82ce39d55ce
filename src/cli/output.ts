import type { Result } from './commands/command.ts';
import { table, text } from './table.ts';

/** A result as it is printed: a list as a table, and one object line by line on a terminal; as JSON where that is asked for, or a program may read it. */
export function format(result: Result, isJson: boolean): string {
  if (isJson || (!Array.isArray(result) && !process.stdout.isTTY)) return `${JSON.stringify(result, null, 2)}\n`;
  if (Array.isArray(result)) return result.length === 0 ? '(none)\n' : table(result);
  const width = Math.max(...Object.keys(result).map((name) => name.length));
  return Object.entries(result)
    .map(([name, value]) => `${name.padEnd(width)}  ${text(value)}\n`)
    .join('');
}
