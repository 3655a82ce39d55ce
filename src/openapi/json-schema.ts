/** As much of JSON Schema 2020-12, which OpenAPI 3.1 speaks, as the description of this gateway needs. */
export interface JsonSchema {
  $ref?: string;
  anyOf?: JsonSchema[];
  type?: JsonType | JsonType[];
  const?: string | boolean;
  enum?: readonly string[];
  format?: 'date-time' | 'uuid' | 'uri';
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: JsonSchema;
  properties?: Properties;
  required?: string[];
  additionalProperties?: true | JsonSchema;
  description?: string;
  examples?: unknown[];
}

type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'null';

/** Fields by their names on the wire, in its order. */
export type Properties = Record<string, JsonSchema>;

/** An object whose keys are the clients' own. */
export const FREE_OBJECT: JsonSchema = { type: 'object', additionalProperties: true };

export const ANY_JSON: JsonSchema = { type: ['object', 'array', 'string', 'number', 'boolean', 'null'] };

export const DATE_TIME: JsonSchema = { type: 'string', format: 'date-time' };

/** An object that always has all of its keys. */
export function objectSchema(properties: Properties): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties) };
}

export function listSchema(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

/** A schema among the document's components. */
export function refersTo(name: string): JsonSchema {
  return { $ref: `#/components/schemas/${name}` };
}

export function orNull(schema: JsonSchema): JsonSchema {
  const { type } = schema;
  if (type === undefined) return { anyOf: [schema, { type: 'null' }] };
  const types = [type].flat();
  return types.includes('null') ? schema : { ...schema, type: [...types, 'null'] };
}
