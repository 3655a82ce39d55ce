import DataLoader from 'dataloader';
import { BudgetedSql } from '../../db/pg-sql.ts';
import { ReadTooMuchError } from '../../db/read-budget.ts';
import type { Sql } from '../../db/sql.ts';
import { RawJson } from '../../json/raw-json.ts';
import type { TourColumns } from './columns.ts';
import type { Tour } from './tour.ts';

/** As many tours are read with one statement. */
const MAX_BATCH = 100;

/** The tours of a batch were too much for one statement, though each may be little enough. */
const TOO_MUCH = 'too much';

type Batch = DataLoader<string, Tour | null | typeof TOO_MUCH>;

const batches = new WeakMap<Sql, Map<string, Batch>>();

/**
 * Reads a tour. Whether the caller may see it is the caller's to ask.
 *
 * @throws ReadTooMuchError
 */
export async function loadTour(sql: Sql, columns: TourColumns, id: string): Promise<Tour | null> {
  const shared = sql instanceof BudgetedSql ? sql.shared : sql;
  const tour = await tourBatch(shared, columns).load(id);
  if (tour === TOO_MUCH) return (await selectTours(sql, columns, [id]))[0] ?? null;
  if (tour && sql instanceof BudgetedSql) sql.budget.take(lengthOf(tour));
  return tour;
}

/** The tours with these ids that there are, in any order. One statement. @throws ReadTooMuchError */
export async function selectTours(sql: Sql, { key, select, joins, read }: TourColumns, ids: readonly string[]): Promise<Tour[]> {
  const text = `SELECT ${select} FROM tours t ${joins} WHERE t.id = ANY($1::uuid[])`;
  const statement = key === null ? text : { name: `tours_by_id_${key}`, text };
  return (await sql.query<Record<string, unknown>>(statement, [[...new Set(ids)]])).map(read);
}

/** What a tour that was read for several callers counts for each of them. */
function lengthOf(tour: Tour): number {
  let length = 0;
  for (const value of Object.values(tour)) {
    if (value instanceof RawJson) length += value.text.length;
    else if (typeof value === 'string') length += value.length;
  }
  return length;
}

/**
 * Reads tours by id. What is asked for in one turn of the event loop, by however many requests, is one statement: under load that saves most of what a read
 * costs. Nothing is kept from one turn to the next, so a read that was asked for after a commit sees it.
 */
function tourBatch(sql: Sql, columns: TourColumns): Batch {
  const { key } = columns;
  if (key === null) return createBatch(sql, columns);
  const known = batches.get(sql) ?? new Map<string, Batch>();
  batches.set(sql, known);
  const batch = known.get(key) ?? createBatch(sql, columns);
  known.set(key, batch);
  return batch;
}

function createBatch(sql: Sql, columns: TourColumns): Batch {
  return new DataLoader<string, Tour | null | typeof TOO_MUCH>(
    async (ids) => {
      const tours = await selectTours(sql, columns, ids).catch((error: unknown) => {
        if (error instanceof ReadTooMuchError) return null;
        throw error;
      });
      if (tours === null) return ids.map(() => TOO_MUCH);
      const byId = new Map(tours.map((tour) => [tour.id, tour]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { cache: false, maxBatchSize: MAX_BATCH, batchScheduleFn: setImmediate },
  );
}
