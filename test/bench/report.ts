import { median } from './statistics.ts';
import type { Bar, Section } from './work.ts';

/** The report in Markdown. @param head what was measured on what, and how */
export function printReport(head: string, sections: readonly Section[]): string {
  return `# Measured beside floors and peers

${head}

## What has to be reached

${table(['figure', 'median', 'from to', 'bar', 'met'], sections.flatMap((section) => section.bars).map(barRow))}

## All figures
${sections
  .filter((section) => section.results.length > 0)
  .map(printSection)
  .join('\n')}`;
}

export function printSection({ title, base, results }: Section): string {
  const bases = results.find((result) => result.name === base)?.perSecond ?? [];
  const rows = results.map(({ name, perSecond, p50, p99, cpu, bodyBytes }) => {
    const shares = perSecond.map((figure, round) => figure / (bases[round] ?? Number.NaN));
    return [
      name,
      figure(median(perSecond)),
      spread(perSecond),
      figure(median(shares)),
      spread(shares),
      figure(median(p50)),
      figure(median(p99)),
      figure(median(cpu)),
      bodyBytes.toLocaleString('en'),
    ];
  });
  const columns = ['', 'per second', 'from to', 'share of floor', 'from to', 'p50 ms', 'p99 ms', 'CPU µs', 'bytes'];
  return `\n### ${title}\n\n${table(columns, rows)}\n`;
}

function barRow({ text, values, atLeast, atMost, unit = '' }: Bar): string[] {
  const value = median(values);
  const bar = atLeast !== undefined ? `at least ${atLeast}${unit}` : atMost !== undefined ? `at most ${atMost}${unit}` : '';
  const isMet = value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Number.POSITIVE_INFINITY);
  return [text, `${figure(value)}${unit}`, spread(values), bar, bar === '' ? '' : isMet ? 'yes' : 'no'];
}

function table(columns: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Three digits that count; whole numbers above a thousand; nothing for what was not measured. */
function figure(value: number): string {
  if (Number.isNaN(value)) return '';
  return value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

function spread(values: readonly number[]): string {
  return `${figure(Math.min(...values))} to ${figure(Math.max(...values))}`;
}
