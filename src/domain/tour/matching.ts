import type { OrderKey } from '../keyset.ts';
import { type TourType, TYPE_SQL } from './content/tour-type.ts';
import type { TourStatus } from './lifecycle.ts';
import { checkSearch, similarTours } from './search.ts';
import type { TourSelection } from './tour.ts';

interface TourFilter {
  status?: TourStatus[] | null | undefined;
  type?: TourType[] | null | undefined;
  hasDraft?: boolean | null | undefined;
  hasScheduledPublish?: boolean | null | undefined;
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

const HAS_SCHEDULED_PUBLISH = 'EXISTS (SELECT FROM scheduled_publishes s WHERE s.tour_id = t.id AND s.failed_at IS NULL)';

function conditions(filter: TourQuery['filter'], push: (value: unknown) => string): string[] {
  const found: string[] = [];
  if (filter?.status) found.push(`(${filter.status.map((status) => `(${STATUS_SQL[status]})`).join(' OR ') || 'false'})`);
  if (filter?.type) found.push(`(${TYPE_SQL}) = ANY(${push(filter.type)}::text[])`);
  if (filter?.hasDraft != null) found.push(`t.draft_content IS ${filter.hasDraft ? 'NOT NULL' : 'NULL'}`);
  if (filter?.hasScheduledPublish != null) found.push(`${filter.hasScheduledPublish ? '' : 'NOT '}${HAS_SCHEDULED_PUBLISH}`);
  if (filter?.archived != null) found.push(filter.archived ? 't.archived' : 'NOT t.archived');
  if (filter?.createdById != null) found.push(`t.created_by_id = ${push(filter.createdById)}`);
  if (filter?.updatedAfter != null) found.push(`t.updated_at > ${push(filter.updatedAfter)}::timestamptz`);
  if (filter?.updatedBefore != null) found.push(`t.updated_at < ${push(filter.updatedBefore)}::timestamptz`);
  return found;
}

/** Which tours there are to page through, and in which order. */
export interface Matching {
  /** A table for the statement's WITH: of a search, the id and the order of all that it keeps, each compared once. Null: there is no search. */
  matched: string | null;
  where: string;
  order: OrderKey[];
}

/** The search's own order when there is one, unless another is asked for. */
export function matching(query: TourQuery, push: (value: unknown) => string): Matching {
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
