import { isInvalidText } from '../../db/pg-errors.ts';
import { requireProject } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { ValidationError } from '../errors.ts';
import { encodeCursor, keyset, type OrderKey, type PageArgs } from '../keyset.ts';
import { TYPE_SQL, tourColumns } from './columns.ts';
import type { TourStatus } from './lifecycle.ts';
import { checkSearch, searchSql } from './search.ts';
import type { Tour, TourSelection } from './tour.ts';
import type { TourType } from './tour-type.ts';

interface TourFilter {
  status?: TourStatus[] | null | undefined;
  type?: TourType[] | null | undefined;
  hasDraft?: boolean | null | undefined;
  archived?: boolean | null | undefined;
  createdById?: number | null | undefined;
  updatedAfter?: string | null | undefined;
  updatedBefore?: string | null | undefined;
}

type TourOrderField = 'CREATED_AT' | 'UPDATED_AT' | 'NAME' | 'START_DATE';

interface TourOrder {
  field: TourOrderField;
  direction: 'ASC' | 'DESC';
}

export interface TourQuery {
  projectId: number;
  search?: string | null | undefined;
  filter?: TourFilter | null | undefined;
  orderBy?: TourOrder | null | undefined;
  parts: readonly TourSelection[];
  /** Whether the number of all matching tours is wanted as well. */
  count: boolean;
}

interface TourEdge {
  cursor: string;
  node: Tour;
}

export interface TourPage {
  edges: TourEdge[];
  /** Null unless it was asked for. */
  totalCount: number | null;
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

const ORDER_SQL: Record<TourOrderField, { sql: string; type: string }> = {
  CREATED_AT: { sql: 't.created_at', type: 'timestamptz' },
  UPDATED_AT: { sql: 't.updated_at', type: 'timestamptz' },
  NAME: { sql: 't.name', type: 'text' },
  // Tours that were never launched come first when ascending.
  START_DATE: { sql: "coalesce(t.start_date, '-infinity')", type: 'timestamptz' },
};

const STATUS_SQL: Record<TourStatus, string> = {
  ARCHIVED: 't.archived',
  DRAFT: 'NOT t.archived AND t.start_date IS NULL',
  STOPPED: 'NOT t.archived AND t.start_date IS NOT NULL AND t.end_date <= now()',
  SCHEDULED: 'NOT t.archived AND t.start_date > now() AND (t.end_date IS NULL OR t.end_date > now())',
  RUNNING: 'NOT t.archived AND t.start_date <= now() AND (t.end_date IS NULL OR t.end_date > now())',
};

/** Collects the parameters of a statement that is put together from pieces. */
function parameters() {
  const values: unknown[] = [];
  return { values, push: (value: unknown) => `$${values.push(value)}` };
}

function conditions(query: TourQuery, push: (value: unknown) => string): string[] {
  const { filter } = query;
  const found = [`t.project_id = ${push(query.projectId)}`];
  if (filter?.status) found.push(`(${filter.status.map((status) => `(${STATUS_SQL[status]})`).join(' OR ') || 'false'})`);
  if (filter?.type) found.push(`(${TYPE_SQL}) = ANY(${push(filter.type)}::text[])`);
  if (filter?.hasDraft != null) found.push(`t.draft_content IS ${filter.hasDraft ? 'NOT NULL' : 'NULL'}`);
  if (filter?.archived != null) found.push(filter.archived ? 't.archived' : 'NOT t.archived');
  if (filter?.createdById != null) found.push(`t.created_by_id = ${push(filter.createdById)}`);
  if (filter?.updatedAfter != null) found.push(`t.updated_at > ${push(filter.updatedAfter)}::timestamptz`);
  if (filter?.updatedBefore != null) found.push(`t.updated_at < ${push(filter.updatedBefore)}::timestamptz`);
  return found;
}

/** What to match and in which order: the search's own order when there is one, unless another is asked for. */
function matching(query: TourQuery, push: (value: unknown) => string): { where: string; order: OrderKey[] } {
  const where = conditions(query, push);
  const term = checkSearch(query.search);
  const search = term === null ? null : searchSql(push(term));
  if (search) where.push(search.matches);
  const direction = query.orderBy?.direction ?? 'DESC';
  const byId: OrderKey = { sql: 't.id', type: 'uuid', direction };
  const order: OrderKey[] =
    search && !query.orderBy
      ? [
          { sql: search.score, type: 'float8', direction: 'DESC' },
          { ...ORDER_SQL.NAME, direction: 'ASC' },
          { ...byId, direction: 'ASC' },
        ]
      : [{ ...ORDER_SQL[query.orderBy?.field ?? 'CREATED_AT'], direction }, byId];
  return { where: where.join(' AND '), order };
}

/**
 * A page of a project's tours by keyset, archived ones included. One statement.
 *
 * @throws NotFoundError, PermissionError; ValidationError for page sizes, cursors and search
 */
export async function findTours(deps: Deps, actor: Actor, query: TourQuery, args: PageArgs): Promise<TourPage> {
  requireProject(actor, query.projectId, 'product_tour:read');
  const { values, push } = parameters();
  const { where, order } = matching(query, push);
  const page = keyset(order, args, push);
  const columns = tourColumns(query.parts);
  const total = query.count ? `(SELECT count(*) FROM tours t WHERE ${where})` : 'NULL::int8';
  const text = `
    SELECT total, page.* FROM (SELECT ${total} AS total) counted LEFT JOIN LATERAL (
      SELECT ${columns.select}, ${page.position}, row_number() OVER (ORDER BY ${page.orderBy}) AS place
      FROM tours t ${columns.joins} WHERE ${where} AND ${page.where} ORDER BY ${page.orderBy} LIMIT ${push(page.limit + 1)}
    ) page ON true ORDER BY place`;
  const rows = await deps.db.sql.query<Record<string, unknown>>(text, values).catch(refuseCursor);
  const found = rows.filter((row) => row.id !== null);
  const more = found.length > page.limit;
  const edges = found.slice(0, page.limit).map((row) => ({ cursor: encodeCursor(row.position as string[]), node: columns.read(row) }));
  if (page.backwards) edges.reverse();
  return {
    edges,
    totalCount: (rows[0]?.total as number | null | undefined) ?? null,
    hasNextPage: page.backwards ? args.before != null : more,
    hasPreviousPage: page.backwards ? more : args.after != null,
  };
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
  const { where, order } = matching(query, push);
  const columns = tourColumns(query.parts);
  const orderBy = order.map((key) => `${key.sql} ${key.direction}`).join(', ');
  const total = query.count ? `(SELECT count(*) FROM tours t WHERE ${where})` : 'NULL::int8';
  const text = `
    SELECT total, page.* FROM (SELECT ${total} AS total) counted LEFT JOIN LATERAL (
      SELECT ${columns.select}, row_number() OVER (ORDER BY ${orderBy}) AS place
      FROM tours t ${columns.joins} WHERE ${where} ORDER BY ${orderBy} LIMIT ${push(limit)} OFFSET ${push(offset)}
    ) page ON true ORDER BY place`;
  const rows = await deps.db.sql.query<Record<string, unknown>>(text, values);
  return {
    nodes: rows.filter((row) => row.id !== null).map((row) => columns.read(row)),
    totalCount: (rows[0]?.total as number | null | undefined) ?? null,
  };
}

/** A cursor that was put together by hand may hold a text that is no date or id: the database says so, and the caller hears it. */
function refuseCursor(error: unknown): never {
  if (isInvalidText(error)) {
    throw new ValidationError([{ path: 'after', code: 'invalid_input', message: 'This is not a cursor of this connection and order.' }]);
  }
  throw error;
}
