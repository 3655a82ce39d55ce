import { type ComplexityErrorFn, ComplexityErrorKind } from '@pothos/plugin-complexity';
import { GraphQLError } from 'graphql';

/**
 * What one operation may ask for, and what its document may hold. The first three rows are checked while the operation runs, the others before the document is
 * validated. Fields of a fragment count once for each place that spreads it. The limits of input values are in domain/input-limits.ts.
 */
export const LIMITS = {
  /** The cost of an operation: a list multiplies its items by `first` or `last` where given, else by five. */
  complexity: 20_000,
  /** Levels of fields below an operation. */
  depth: 15,
  /** Fields of an operation. */
  breadth: 500,
  /** Levels of brackets in the text: `{`, `[` and `(`. */
  nesting: 64,
  /** Levels of selection sets, introspection included. */
  levels: 20,
  /** Fields of a document, introspection included. */
  fields: 1000,
  /** Fields with an alias, `__typename` included. */
  aliases: 30,
  directives: 50,
  operations: 20,
  fragments: 100,
  /** Places that spread a named fragment. */
  spreads: 200,
  variables: 100,
  /** Pairs of fields with the same response name in the same place, which validation compares with each other. */
  repetitions: 10_000,
  /** The cost of introspection, by the usual size of each list of the schema. The usual query of a client costs about 80,000. */
  introspection: 100_000,
  /** Validation errors that are reported for a document. */
  errors: 20,
};

export type LimitName = keyof typeof LIMITS;

/** An error for a document or an operation that exceeds a limit. `extensions.code` is TOO_COMPLEX. */
export function tooComplex(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'TOO_COMPLEX' } });
}

/** How the size of a page multiplies the cost of what is selected in it. */
export function pageCost(args: {
  first?: number | null | undefined;
  last?: number | null | undefined;
  limit?: number | null | undefined;
}): {
  field: number;
  multiplier: number;
} {
  return { field: 1, multiplier: Math.max(1, args.first ?? args.last ?? args.limit ?? 20) };
}

/** The cost of a field that looks through a whole draft. */
export const DOCUMENT_COST = { field: 20, multiplier: 1 };

/** The cost of a field that checks a whole draft, with statements of its own for each tour. */
export const PLAN_COST = { field: 100, multiplier: 1 };

const SUBJECT = {
  [ComplexityErrorKind.Complexity]: 'cost',
  [ComplexityErrorKind.Depth]: 'depth',
  [ComplexityErrorKind.Breadth]: 'number of fields',
};

export const complexityError: ComplexityErrorFn = (kind, result) => {
  const key = kind.toLowerCase() as 'complexity' | 'depth' | 'breadth';
  return tooComplex(`The operation's ${SUBJECT[kind]} is ${result[key]}; at most ${LIMITS[key]} is allowed.`);
};
