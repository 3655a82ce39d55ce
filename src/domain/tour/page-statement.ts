import { countedPage } from '../../db/counted-page.ts';
import type { Statement } from '../../db/sql.ts';
import { createStatementNames } from '../../db/statement-name.ts';
import type { TourColumns } from './columns.ts';
import type { Matching } from './matching.ts';

/** Of each list that clients ask for, the filters, order and selection make another text. */
const MAX_PREPARED = 100;
const nameOf = createStatementNames('tours', MAX_PREPARED);

/** One page, and the number of all that match, in one statement. */
export function pageStatement(
  { matched, where }: Matching,
  columns: TourColumns,
  page: { position?: string; where: string; orderBy: string; limit: string },
  count: boolean,
): Statement {
  const place = count ? `row_number() OVER (ORDER BY ${page.orderBy}) AS place` : null;
  const select = [columns.select, page.position, place].filter(Boolean).join(', ');
  const ordered = `WHERE ${where} AND ${page.where} ORDER BY ${page.orderBy} ${page.limit}`;
  // What a search keeps is ordered by narrow rows; the tours themselves are read for the page alone.
  const rows = matched
    ? `SELECT ${select} FROM (SELECT * FROM matched ${ordered}) matched
        CROSS JOIN LATERAL (SELECT * FROM tours WHERE id = matched.id LIMIT 1) t ${columns.joins} ORDER BY ${page.orderBy}`
    : `SELECT ${select} FROM tours t ${columns.joins} ${ordered}`;
  const total = `SELECT count(*) AS total FROM ${matched ? 'matched' : `tours t WHERE ${where}`}`;
  const body = count ? countedPage(total, rows, 'place') : rows;
  const text = `${matched ? `WITH ${matched} ` : ''}${body}`;
  return { name: nameOf(text), text };
}
