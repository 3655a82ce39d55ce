import { GraphQLError, type GraphQLScalarType, type ValueNode, valueFromASTUntyped } from 'graphql';
import { parseTimestamp } from '../domain/timestamp.ts';
import { UUID } from '../domain/uuid.ts';
import { RawJson } from '../json/raw-json.ts';
import { builder } from './builder.ts';

builder.scalarType('DateTime', {
  description:
    'A moment in RFC 3339, always in UTC with `Z`, with six fraction digits or none: `2026-11-23T04:04:14.677854Z`. Input takes any offset and up to nine fraction digits, of which six are kept.',
  serialize: (value) => (value instanceof Date ? (parseTimestamp(value.toISOString()) ?? '') : String(value)),
  parseValue(value) {
    const parsed = typeof value === 'string' ? parseTimestamp(value) : null;
    if (parsed === null)
      throw new GraphQLError(`DateTime needs an RFC 3339 text such as "2026-11-23T04:04:14Z", not ${JSON.stringify(value)}.`);
    return parsed;
  },
});

builder.scalarType('UUID', {
  description: 'A UUID in its canonical form: 8-4-4-4-12 hexadecimal digits, lower-case in output.',
  serialize: (value) => String(value),
  parseValue(value) {
    if (typeof value !== 'string' || !UUID.test(value))
      throw new GraphQLError(`UUID needs a text such as "018f3c1e-4b5a-4c6d-8e7f-0123456789ab", not ${JSON.stringify(value)}.`);
    return value.toLowerCase();
  },
});

builder.scalarType('JSON', {
  description: 'Any JSON value. It is stored and returned as it came: keys that nobody here knows survive a round trip.',
  serialize: (value) => value,
  parseValue: (value) => (value instanceof RawJson ? value.value : value),
  parseLiteral: (node: ValueNode, variables) => valueFromASTUntyped(node, variables),
} as Partial<GraphQLScalarType> as never);
