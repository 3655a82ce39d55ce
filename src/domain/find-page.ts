import type { Push } from '../db/parameters.ts';
import { parameters } from '../db/parameters.ts';
import type { Sql } from '../db/sql.ts';
import { keyset, type OrderKey, type Page, type PageArgs, pageOf, refuseCursor } from './keyset.ts';

/** What a connection lists, in SQL. */
export interface Listing {
  from: string;
  /** The id by which a row is loaded. */
  id: string;
  where: (push: Push) => string;
  order: readonly OrderKey[];
}

/** A page that can be counted: how many rows there are in all. */
export interface CountablePage<Node> extends Page<Node> {
  count(): Promise<number>;
}

/**
 * A page by keyset whose rows are loaded by their ids: two statements.
 *
 * @param load may leave rows out that are gone by then
 * @throws ValidationError for page sizes and cursors
 */
export async function findPage<Id, Node extends { id: Id }>(
  sql: Sql,
  { from, id, where, order }: Listing,
  args: PageArgs,
  load: (ids: Id[]) => Promise<Node[]>,
): Promise<CountablePage<Node>> {
  const { values, push } = parameters();
  const condition = where(push);
  const counted = { text: `SELECT count(*) AS total FROM ${from} WHERE ${condition}`, values: [...values] };
  const page = keyset(order, args, push);
  const text = `
    SELECT ${id} AS id, ${page.position} FROM ${from} WHERE ${condition} AND ${page.where}
    ORDER BY ${page.orderBy} LIMIT ${push(page.limit + 1)}`;
  const rows = await sql.query<{ id: Id }>(text, values).catch(refuseCursor);
  const nodes = new Map((rows.length === 0 ? [] : await load(rows.map((row) => row.id))).map((node) => [node.id, node]));
  const found = pageOf(rows, page, args, (row) => nodes.get(row.id));
  const edges = found.edges.filter((edge): edge is (typeof found.edges)[number] & { node: Node } => edge.node !== undefined);
  return { ...found, edges, count: async () => (await sql.query<{ total: number }>(counted.text, counted.values))[0]?.total ?? 0 };
}
