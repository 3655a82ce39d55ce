import { isInvalidText } from '../db/pg-errors.ts';
import { ValidationError } from './errors.ts';
import { INPUT_LIMITS } from './input-limits.ts';

/** What Relay's connections take. */
export interface PageArgs {
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}

/** One level of an order: a SQL expression that is never null, and the type its text is read back as. */
export interface OrderKey {
  sql: string;
  type: string;
  direction: 'ASC' | 'DESC';
}

export interface Page<Node> {
  edges: { readonly cursor: string; readonly node: Node }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

interface Keyset {
  /** For the SELECT list: the row's position, of which `pageOf` makes its cursor. */
  position: string;
  where: string;
  orderBy: string;
  /** How many the page holds; one more is to be read, which tells whether there are more. */
  limit: number;
  order: readonly OrderKey[];
  /** The rows come backwards and are turned round by `pageOf`. */
  backwards: boolean;
}

const DEFAULT_SIZE = 20;
const MAX_SIZE = INPUT_LIMITS.pageSize;

/**
 * Keyset paging: rows strictly after (or before) a position, so that a page costs the same wherever it lies and never skips or repeats a row. The last key of
 * the order must be unique. `push` takes a parameter's value and gives its `$n` in the statement.
 *
 * @throws ValidationError for sizes outside 0 to 100, both ends at once, or a cursor that is not one of ours
 */
export function keyset(order: readonly OrderKey[], args: PageArgs, push: (value: unknown) => string): Keyset {
  const backwards = args.last != null;
  if (backwards && args.first != null)
    throw new ValidationError([{ path: 'last', code: 'invalid_input', message: 'Give either first or last, not both.' }]);
  const size = pageSize(backwards ? 'last' : 'first', backwards ? args.last : args.first);
  const bounds = [
    args.after != null && beyond(order, decodeCursor('after', args.after, order.length), 'after', push),
    args.before != null && beyond(order, decodeCursor('before', args.before, order.length), 'before', push),
  ].filter(Boolean);
  return {
    position: order.map((key, n) => `(${key.sql})::text AS position${n}`).join(', '),
    where: bounds.join(' AND ') || 'true',
    orderBy: order.map((key) => `${key.sql} ${backwards === (key.direction === 'ASC') ? 'DESC' : 'ASC'}`).join(', '),
    order,
    limit: size,
    backwards,
  };
}

/** The condition that a row lies strictly on one side of a position, written out level by level so that directions may differ. */
function beyond(order: readonly OrderKey[], position: string[], side: 'after' | 'before', push: (value: unknown) => string): string {
  const uniform = order.every((key) => key.direction === order[0]?.direction);
  const placeholders = order.map((key, n) => `${push(position[n])}::${key.type}`);
  const sign = (key: OrderKey) => ((key.direction === 'ASC') === (side === 'after') ? '>' : '<');
  // A row comparison is what an index over the same columns can answer directly.
  if (uniform && order[0]) return `(${order.map((key) => key.sql).join(', ')}) ${sign(order[0])} (${placeholders.join(', ')})`;
  const levels = order.map((key, n) => {
    const equal = order.slice(0, n).map((earlier, m) => `${earlier.sql} = ${placeholders[m]}`);
    return `(${[...equal, `${key.sql} ${sign(key)} ${placeholders[n]}`].join(' AND ')})`;
  });
  return `(${levels.join(' OR ')})`;
}

function pageSize(path: string, size: number | null | undefined): number {
  if (size == null) return DEFAULT_SIZE;
  if (size < 0 || size > MAX_SIZE)
    throw new ValidationError([{ path, code: 'invalid_input', message: `Ask for 0 to ${MAX_SIZE} items, not ${size}.` }]);
  return size;
}

/** What a keyset found, as a page. `rows`: with their positions, up to one more than the page holds. */
export function pageOf<Row extends object, Node>(
  rows: readonly Row[],
  { order, limit, backwards }: Keyset,
  args: PageArgs,
  read: (row: Row) => Node,
): Page<Node> {
  const more = rows.length > limit;
  const edges = rows.slice(0, limit).map((row) => new Edge(read(row), row, order.length));
  if (backwards) edges.reverse();
  return { edges, hasNextPage: backwards ? args.before != null : more, hasPreviousPage: backwards ? more : args.after != null };
}

/** A node of a page. Its cursor is made when it is asked for, which of most nodes it never is; a copy by spreading has none. */
class Edge<Node> {
  readonly node: Node;
  readonly #row: object;
  readonly #keys: number;

  constructor(node: Node, row: object, keys: number) {
    this.node = node;
    this.#row = row;
    this.#keys = keys;
  }

  get cursor(): string {
    const positions = Array.from({ length: this.#keys }, (_, n) => (this.#row as Record<string, unknown>)[`position${n}`]);
    return Buffer.from(JSON.stringify(positions)).toString('base64url');
  }
}

function decodeCursor(path: string, cursor: string, length: number): string[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(position) && position.length === length && position.every((key) => typeof key === 'string')) return position;
  } catch {
    // Not JSON: falls through to the same answer as any other wrong cursor.
  }
  throw invalidCursor(path);
}

function invalidCursor(path: string): ValidationError {
  return new ValidationError([{ path, code: 'invalid_input', message: 'This is not a cursor of this connection and order.' }]);
}

/** A cursor that was put together by hand may hold a text that is no date, number or id: the database says so, and the caller hears it. */
export function refuseCursor(error: unknown): never {
  if (isInvalidText(error)) throw invalidCursor('after');
  throw error;
}
