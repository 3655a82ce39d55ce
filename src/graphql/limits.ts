import { type ComplexityErrorFn, ComplexityErrorKind } from '@pothos/plugin-complexity';
import { GraphQLError } from 'graphql';

/** What one operation may ask for. A list counts its items: `first` or `last` where given, else five. */
export const LIMITS = { complexity: 20_000, depth: 15, breadth: 500 };

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

const SUBJECT = {
  [ComplexityErrorKind.Complexity]: 'cost',
  [ComplexityErrorKind.Depth]: 'depth',
  [ComplexityErrorKind.Breadth]: 'number of fields',
};

export const complexityError: ComplexityErrorFn = (kind, result) => {
  const key = kind.toLowerCase() as keyof typeof LIMITS;
  return new GraphQLError(`The operation's ${SUBJECT[kind]} is ${result[key]}; at most ${LIMITS[key]} is allowed.`, {
    extensions: { code: 'TOO_COMPLEX' },
  });
};
