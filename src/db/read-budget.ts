import pg from 'pg';
import { typeParsers } from './type-parser.ts';

/** What one statement may return in any case, in UTF-16 code units of its texts and JSON. */
const MIN_LIMIT = 32 * 1024 * 1024;

/** More was read than the process can hold for one caller. */
export class ReadTooMuchError extends Error {
  constructor(limit: number) {
    super(`More than ${limit} characters were read.`);
    this.name = 'ReadTooMuchError';
  }
}

/** How much may still be read, by one statement or by all statements of an operation. Each text and JSON value is charged as it arrives. */
export class ReadBudget {
  readonly #limit: number;
  #left: number;

  constructor(limit: number) {
    this.#limit = limit;
    this.#left = limit;
  }

  /** @throws ReadTooMuchError */
  take(length: number): void {
    this.#left -= length;
    if (this.#left < 0) throw new ReadTooMuchError(this.#limit);
  }
}

/**
 * How much one statement may return.
 *
 * @param maxContentBytes the largest content of a tour, which is read with that of its draft and a long description
 */
export function readLimit(maxContentBytes: number): number {
  return Math.max(MIN_LIMIT, 4 * maxContentBytes);
}

const { JSON: JSON_TEXT, JSONB, TEXT, VARCHAR } = pg.types.builtins;

/** The types whose values may be long. */
const LONG_TYPES: ReadonlySet<number> = new Set([JSON_TEXT, JSONB, TEXT, VARCHAR]);

/** The parsers of `Sql`, which charge a budget. What a parser throws is the error of its statement; node-postgres then drops the rows that follow. */
export function chargingParsers(budget: ReadBudget): pg.CustomTypesConfig {
  return {
    getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
      const parse = typeParsers.getTypeParser(oid, format as 'text');
      if (!LONG_TYPES.has(oid)) return parse;
      return (text: string) => {
        budget.take(text.length);
        return parse(text);
      };
    }) as typeof typeParsers.getTypeParser,
  };
}
