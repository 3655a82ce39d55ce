/** A statement that each connection prepares once, under its name. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/**
 * SQL with positional parameters ($1, $2, …), on the pool or inside one transaction.
 *
 * Values come back as: timestamptz an RFC 3339 text in UTC with `Z` and six fraction digits, or none when the fraction is zero; json and jsonb a RawJson;
 * int8 a number; everything else as node-postgres gives it.
 */
export interface Sql {
  query<Row>(statement: Statement | string, values?: readonly unknown[]): Promise<Row[]>;
}

/** SQL inside one transaction. */
export interface Transaction extends Sql {
  /** Tells every node, as soon as this is committed. It may get lost: whoever has to know also looks into the database. */
  announce(channel: string, message: string): void;
}
