import { z } from 'zod';
import { BANNER_EXAMPLE, EXAMPLE } from './example.ts';
import { TourContent } from './tour-content.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** Where the JSON Schema of content is served. */
export const SCHEMA_PATH = '/schemas/tour-content.json';

/**
 * The definition of content as a JSON Schema (2020-12). Every object allows unknown keys.
 *
 * @param id its address; null: the address that it was read from
 */
export function contentSchema(id: string | null): JsonSchema {
  const { $schema, $defs, ...schema } = z.toJSONSchema(TourContent, { io: 'input', override: ({ jsonSchema }) => tidy(jsonSchema) });
  return {
    ...($schema && { $schema }),
    ...(id !== null && { $id: id }),
    ...schema,
    ...($defs && { $defs }),
    examples: [EXAMPLE, BANNER_EXAMPLE],
  };
}

/** The same as components of an OpenAPI 3.1 document, by name. */
export function contentComponents(): Record<string, JsonSchema> {
  const text = JSON.stringify(contentSchema(null)).replaceAll('"$ref":"#/$defs/', '"$ref":"#/components/schemas/');
  const { $schema: _, $defs, ...schema } = JSON.parse(text) as JsonSchema;
  return { TourContent: schema, ...$defs };
}

/** Puts what zod says with empty and redundant schemas in the usual words. */
function tidy(schema: JsonSchema): void {
  const { additionalProperties: others } = schema;
  if (typeof others === 'object' && Object.keys(others).length === 0) schema.additionalProperties = true;
  delete schema.propertyNames;
}
