import { isInvalidText } from '../../db/pg-errors.ts';
import type { Statement } from '../../db/sql.ts';
import { createStatementNames } from '../../db/statement-name.ts';
import { requireProject } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { ValidationError } from '../errors.ts';
import { keyset, type OrderKey, type PageArgs, rowCursor } from '../keyset.ts';
import { type TourColumns, TYPE_SQL, tourColumns } from './columns.ts';
import type { TourStatus } from './lifecycle.ts';
import { checkSearch, similarTours } from './search.ts';
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

function conditions(filter: TourQuery['filter'], push: (value: unknown) => string): string[] {
  const found: string[] = [];
  if (filter?.status) found.push(`(${filter.status.map((status) => `(${STATUS_SQL[status]})`).join(' OR ') || 'false'})`);
  if (filter?.type) found.push(`(${TYPE_SQL}) = ANY(${push(filter.type)}::text[])`);
  if (filter?.hasDraft != null) found.push(`t.draft_content IS ${filter.hasDraft ? 'NOT NULL' : 'NULL'}`);
  if (filter?.archived != null) found.push(filter.archived ? 't.archived' : 'NOT t.archived');
  if (filter?.createdById != null) found.push(`t.created_by_id = ${push(filter.createdById)}`);
  if (filter?.updatedAfter != null) found.push(`t.updated_at > ${push(filter.updatedAfter)}::timestamptz`);
  if (filter?.updatedBefore != null) found.push(`t.updated_at < ${push(filter.updatedBefore)}::timestamptz`);
  return found;
}

/** Which tours there are to page through, and in which order. */
interface Matching {
  /** A table for the statement's WITH: of a search, the id and the order of all that it keeps, each compared once. Null: there is no search. */
  matched: string | null;
  where: string;
  order: OrderKey[];
}

/** The search's own order when there is one, unless another is asked for. */
function matching(query: TourQuery, push: (value: unknown) => string): Matching {
  const project = push(query.projectId);
  const filters = conditions(query.filter, push);
  const term = checkSearch(query.search);
  const direction = query.orderBy?.direction ?? 'DESC';
  const byId: OrderKey = { sql: 't.id', type: 'uuid', direction };
  if (term === null) {
    const where = [`t.project_id = ${project}`, ...filters].join(' AND ');
    return { matched: null, where, order: [{ ...ORDER_SQL[query.orderBy?.field ?? 'CREATED_AT'], direction }, byId] };
  }
  const order: OrderKey[] = query.orderBy
    ? [{ ...ORDER_SQL[query.orderBy.field], direction }, byId]
    : [
        { sql: 't.score', type: 'float8', direction: 'DESC' },
        { ...ORDER_SQL.NAME, direction: 'ASC' },
        { ...byId, direction: 'ASC' },
      ];
  const similar = similarTours(push(term), project);
  // What the search itself says of a tour is enough for its own order.
  const tours = query.orderBy || filters.length > 0 ? `(SELECT tours.*, kept.score FROM ${similar} kept JOIN tours USING (id))` : similar;
  const keys = order.map((key, n) => `${key.sql} AS key${n}`).join(', ');
  return {
    matched: `matched AS MATERIALIZED (SELECT t.id, ${keys} FROM ${tours} t WHERE ${['true', ...filters].join(' AND ')})`,
    where: 'true',
    order: order.map((key, n) => ({ ...key, sql: `matched.key${n}` })),
  };
}

/** Of each list that clients ask for, the filters, order and selection make another text. */
const MAX_PREPARED = 100;
const nameOf = createStatementNames('tours', MAX_PREPARED);

/** One page, and the number of all that match, in one statement. */
function pageStatement(
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
  const body = count ? `SELECT total, page.* FROM (${total}) counted LEFT JOIN LATERAL (${rows}) page ON true ORDER BY place` : rows;
  const text = `${matched ? `WITH ${matched} ` : ''}${body}`;
  return { name: nameOf(text), text };
}

/** The rows of a page; with a count there is one without an id when the page is empty. */
function readPage(rows: Record<string, unknown>[]): { found: Record<string, unknown>[]; totalCount: number | null } {
  return { found: rows.filter((row) => row.id !== null), totalCount: (rows[0]?.total as number | undefined) ?? null };
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
  const { found, totalCount } = readPage(await deps.db.sql.query<Record<string, unknown>>(statement, values).catch(refuseCursor));
  const more = found.length > page.limit;
  const edges = found.slice(0, page.limit).map((row) => ({ cursor: rowCursor(row, wanted.order.length), node: columns.read(row) }));
  if (page.backwards) edges.reverse();
  return {
    edges,
    totalCount,
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
  const wanted = matching(query, push);
  const columns = tourColumns(query.parts);
  const orderBy = wanted.order.map((key) => `${key.sql} ${key.direction}`).join(', ');
  const page = { where: 'true', orderBy, limit: `LIMIT ${push(limit)} OFFSET ${push(offset)}` };
  const { found, totalCount } = readPage(
    await deps.db.sql.query<Record<string, unknown>>(pageStatement(wanted, columns, page, query.count), values),
  );
  return { nodes: found.map((row) => columns.read(row)), totalCount };
}

/** A cursor that was put together by hand may hold a text that is no date or id: the database says so, and the caller hears it. */
function refuseCursor(error: unknown): never {
  if (isInvalidText(error)) {
    throw new ValidationError([{ path: 'after', code: 'invalid_input', message: 'This is not a cursor of this connection and order.' }]);
  }
  throw error;
}
