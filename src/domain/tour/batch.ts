import DataLoader from 'dataloader';
import type { Sql } from '../../db/sql.ts';
import type { TourColumns } from './columns.ts';
import type { Tour } from './tour.ts';

/** As many tours are read with one statement. */
const MAX_BATCH = 100;

type Batch = DataLoader<string, Tour | null>;

const batches = new WeakMap<Sql, Map<string, Batch>>();

/**
 * Reads tours by id. What is asked for in one turn of the event loop, by however many requests, is one statement: under load that saves most of what a read
 * costs. Nothing is kept from one turn to the next, so a read that was asked for after a commit sees it. Whether the caller may see the row is the caller's
 * to ask.
 */
export function tourBatch(sql: Sql, columns: TourColumns): Batch {
  const { key } = columns;
  if (key === null) return createBatch(sql, columns);
  const known = batches.get(sql) ?? new Map<string, Batch>();
  batches.set(sql, known);
  const batch = known.get(key) ?? createBatch(sql, columns);
  known.set(key, batch);
  return batch;
}

function createBatch(sql: Sql, { key, select, joins, read }: TourColumns): Batch {
  const text = `SELECT ${select} FROM tours t ${joins} WHERE t.id = ANY($1::uuid[])`;
  const statement = key === null ? text : { name: `tours_by_id_${key}`, text };
  return new DataLoader<string, Tour | null>(
    async (ids) => {
      const rows = await sql.query<Record<string, unknown>>(statement, [[...new Set(ids)]]);
      const byId = new Map(rows.map((row) => [row.id as string, read(row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
    { cache: false, maxBatchSize: MAX_BATCH, batchScheduleFn: setImmediate },
  );
}
