/** One page and the number of all rows in one statement. `total` selects the number as `total`; the columns of `rows` include an `id` that is never null. */
export function countedPage(total: string, rows: string, orderBy: string): string {
  return `SELECT total, page.* FROM (${total}) counted LEFT JOIN LATERAL (${rows}) page ON true ORDER BY ${orderBy}`;
}

/** The rows of a page. With a number there is one row of nothing else when the page is empty; without, `totalCount` is null. */
export function readCountedPage<Row extends { id?: unknown; total?: unknown }>(
  rows: readonly Row[],
): { found: Row[]; totalCount: number | null } {
  return { found: rows.filter((row) => row.id !== null), totalCount: (rows[0]?.total as number | undefined) ?? null };
}
