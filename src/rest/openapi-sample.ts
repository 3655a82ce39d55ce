import { isObject } from '../json/json-object.ts';
import { ANY_JSON, FREE_OBJECT, type JsonSchema, listSchema, objectSchema, orNull } from '../openapi/json-schema.ts';

/**
 * The schema of bodies with a fixed set of keys, derived from samples of them: a key may be null where one of them has null. The first sample is the example.
 *
 * @param samples at least one
 */
export function sampleSchema(samples: readonly object[]): JsonSchema {
  return { ...schemaOf(samples), examples: [samples[0]] };
}

function schemaOf(values: readonly unknown[]): JsonSchema {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return ANY_JSON;
  const schema = presentSchema(present);
  return present.length < values.length ? orNull(schema) : schema;
}

function presentSchema(values: readonly unknown[]): JsonSchema {
  const [value] = values;
  if (Array.isArray(value)) {
    const items = values.flat();
    return listSchema(items.length === 0 ? ANY_JSON : schemaOf(items));
  }
  if (!isObject(value)) return scalarSchema(value);
  const keys = Object.keys(value);
  if (keys.length === 0) return FREE_OBJECT;
  return objectSchema(Object.fromEntries(keys.map((key) => [key, schemaOf(values.map((each) => (each as Record<string, unknown>)[key]))])));
}

const FORMATS: [RegExp, 'date-time' | 'uuid'][] = [
  [/^\d{4}-\d{2}-\d{2}T/, 'date-time'],
  [/^[0-9a-f]{8}-[0-9a-f]{4}-/, 'uuid'],
];

function scalarSchema(value: unknown): JsonSchema {
  if (typeof value === 'boolean') return { type: 'boolean' };
  if (typeof value === 'number') return { type: 'integer' };
  const format = FORMATS.find(([pattern]) => pattern.test(String(value)))?.[1];
  return { type: 'string', ...(format && { format }) };
}
