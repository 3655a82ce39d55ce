/** As much of JSON Schema 2020-12, which OpenAPI 3.1 speaks, as the description of this wire needs. */
export interface JsonSchema {
  $ref?: string;
  anyOf?: JsonSchema[];
  type?: JsonType | JsonType[];
  const?: string;
  enum?: readonly string[];
  format?: 'date-time' | 'uuid' | 'uri';
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  items?: JsonSchema;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: true;
  description?: string;
  examples?: unknown[];
}

type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array' | 'null';

/** An object whose keys are the clients' own. */
export const FREE_OBJECT: JsonSchema = { type: 'object', additionalProperties: true };
