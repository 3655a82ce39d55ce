import type { ReadBudget } from './read-budget.ts';

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
  /**
   * @param budget what the rows are charged to; absent: the statement has a budget of its own
   * @throws ReadTooMuchError
   */
  query<Row>(statement: Statement | string, values?: readonly unknown[], budget?: ReadBudget): Promise<Row[]>;
}

/** SQL that lets every node know of what it has done. */
export interface AnnouncingSql extends Sql {
  /**
   * Runs a statement whose rows each say in `announcement` what every node is to hear on the channel, as soon as it is committed. Its last parameter, a text, is
   * the channel that the statement itself has to notify; null where announcements go another way. They may get lost: whoever has to know also looks into the
   * database.
   */
  announce<Row extends Announced>(channel: string, statement: Statement | string, values: readonly unknown[]): Promise<Row[]>;
}

interface Announced {
  announcement: string;
}

/** SQL inside one transaction. */
export type Transaction = AnnouncingSql;
