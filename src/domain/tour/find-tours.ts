import { readCountedPage } from '../../db/counted-page.ts';
import { parameters } from '../../db/parameters.ts';
import { requireProject } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { keyset, type Page, type PageArgs, pageOf, refuseCursor } from '../keyset.ts';
import { tourColumns } from './columns.ts';
import { matching, type TourQuery } from './matching.ts';
import { pageStatement } from './page-statement.ts';
import type { Tour } from './tour.ts';

export interface TourPage extends Page<Tour> {
  /** Null unless it was asked for. */
  totalCount: number | null;
}

/**
 * A page of a project's tours by keyset, archived ones included. One statement.
 *
 * @throws NotFoundError, PermissionError; ValidationError for page sizes, cursors and search
 */
export async function findTours(deps: Deps, actor: Actor, query: TourQuery, args: PageArgs): Promise<TourPage> {
  requireProject(actor, query.projectId, 'product_tour:read');
  const { values, push } = parameters();
  const wanted = matching(query, push);
  const page = keyset(wanted.order, args, push);
  const columns = tourColumns(query.parts);
  const statement = pageStatement(wanted, columns, { ...page, limit: `LIMIT ${push(page.limit + 1)}` }, query.count);
  const { found, totalCount } = readCountedPage(await deps.db.sql.query<Record<string, unknown>>(statement, values).catch(refuseCursor));
  return { ...pageOf(found, page, args, (row) => columns.read(row)), totalCount };
}

/**
 * A page of a project's tours by offset, as the REST contract pages them (section 5). One statement.
 *
 * @throws NotFoundError, PermissionError; ValidationError for the search
 */
export async function findToursByOffset(
  deps: Deps,
  actor: Actor,
  query: TourQuery,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ nodes: Tour[]; totalCount: number | null }> {
  requireProject(actor, query.projectId, 'product_tour:read');
  const { values, push } = parameters();
  const wanted = matching(query, push);
  const columns = tourColumns(query.parts);
  const orderBy = wanted.order.map((key) => `${key.sql} ${key.direction}`).join(', ');
  const page = { where: 'true', orderBy, limit: `LIMIT ${push(limit)} OFFSET ${push(offset)}` };
  const { found, totalCount } = readCountedPage(
    await deps.db.sql.query<Record<string, unknown>>(pageStatement(wanted, columns, page, query.count), values),
  );
  return { nodes: found.map((row) => columns.read(row)), totalCount };
}
