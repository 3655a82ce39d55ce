import { GraphQLError, type GraphQLScalarType, type ValueNode, valueFromASTUntyped } from 'graphql';
import { parseTimestamp } from '../domain/timestamp.ts';
import { RawJson } from '../json/raw-json.ts';
import { builder } from './builder.ts';
import { readUuid } from './ids/global-id.ts';

builder.scalarType('DateTime', {
  description:
    'A moment in RFC 3339, always in UTC with `Z`, with six fraction digits or none: `2026-11-23T04:04:14.677854Z`. Input takes any offset and up to nine fraction digits, of which six are kept.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => (value instanceof Date ? (parseTimestamp(value.toISOString()) ?? '') : String(value)),
  parseValue(value) {
    const parsed = typeof value === 'string' ? parseTimestamp(value) : null;
    if (parsed === null) throw new GraphQLError(`DateTime needs an RFC 3339 text such as "2026-11-23T04:04:14Z", not ${shown(value)}.`);
    return parsed;
  },
});

builder.scalarType('UUID', {
  description:
    'A UUID in its canonical form: 8-4-4-4-12 hexadecimal digits, lower-case in output. Input takes the global id of the object instead, too.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc9562',
  serialize: (value) => String(value),
  parseValue: (value) => parseUuid(value),
  parseLiteral: (node) => parseUuid(valueFromASTUntyped(node), node),
});

function parseUuid(value: unknown, node?: ValueNode): string {
  // That a global id is of the right type is checked before (ids/document-ids.ts).
  const uuid = typeof value === 'string' ? readUuid(value) : null;
  if (uuid !== null) return uuid;
  throw new GraphQLError(`UUID needs a text such as "018f3c1e-4b5a-4c6d-8e7f-0123456789ab", not ${shown(value)}.`, { nodes: node ?? null });
}

builder.scalarType('JSON', {
  description: 'Any JSON value. It is stored and returned as it came: keys that nobody here knows survive a round trip.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
  parseValue: (value) => (value instanceof RawJson ? value.value : value),
  parseLiteral: (node: ValueNode, variables) => valueFromASTUntyped(node, variables),
} as Partial<GraphQLScalarType> as never);

/** How much of a value a message repeats, in characters. */
const MAX_SHOWN = 80;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}
