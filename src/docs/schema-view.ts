import type { JsonSchema } from '../openapi/json-schema.ts';
import { type Html, html, line, prose } from './html.ts';

/** The document's schemas by their names. */
export type Schemas = Readonly<Record<string, JsonSchema>>;

/**
 * The fields of an object, each with its type and what it means; objects within can be opened.
 *
 * @param marksRequired whether to say which fields have to be there; in answers all are
 */
export function fieldList(schema: JsonSchema, schemas: Schemas, marksRequired = false): Html | undefined {
  const fields = objectIn(schema, schemas);
  if (!fields?.properties) return;
  const { properties, required = [] } = fields;
  const rows = Object.entries(properties).map(([name, field]) => fieldRow(name, field, marksRequired && required.includes(name), schemas));
  return html`<dl class="fields">${rows}</dl>`;
}

function fieldRow(name: string, field: JsonSchema, isRequired: boolean, schemas: Schemas): Html {
  const inner = fieldList(field, schemas);
  const about = field.description ?? '';
  return html`<dt><code>${name}</code> <span class="type">${typeName(field, schemas)}</span>${isRequired && html` <span class="required">required</span>`}</dt>
<dd>${about.includes('\n') ? prose(about) : line(about)}${inner && html`<details><summary>Its fields</summary>${inner}</details>`}</dd>`;
}

/** The object that a schema is, lists, or is when it is not null. */
function objectIn(schema: JsonSchema, schemas: Schemas): JsonSchema | undefined {
  const found = resolve(schema, schemas);
  if (found.properties) return found;
  const inner = found.items ?? (typeof found.additionalProperties === 'object' ? found.additionalProperties : undefined);
  if (inner) return objectIn(inner, schemas);
  for (const choice of found.anyOf ?? []) {
    const object = objectIn(choice, schemas);
    if (object) return object;
  }
}

/** A schema in the words of a reader: `string, uuid or null`. */
export function typeName(schema: JsonSchema, schemas: Schemas): string {
  const found = resolve(schema, schemas);
  if (found.const !== undefined) return JSON.stringify(found.const);
  if (found.enum) return found.enum.map((value) => `"${value}"`).join(' or ');
  if (found.anyOf) return [...new Set(found.anyOf.map((choice) => typeName(choice, schemas)))].join(' or ');
  const types = [found.type ?? 'any JSON'].flat();
  if (types.length > 3) return 'any JSON';
  return types
    .map((type) => (type === 'array' && found.items ? `list of ${typeName(found.items, schemas)}` : said(type, found)))
    .join(' or ');
}

function said(type: string, { format, maxLength }: JsonSchema): string {
  const details = type === 'string' ? [format, maxLength && `at most ${maxLength} characters`].filter(Boolean) : [];
  return [type, ...details].join(', ');
}

/** What a schema, or the schema that it refers to, says. */
export function resolve(schema: JsonSchema, schemas: Schemas): JsonSchema {
  return schema.$ref ? (schemas[schemaName(schema.$ref)] ?? schema) : schema;
}

function schemaName(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
