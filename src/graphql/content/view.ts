import { valuesOf } from '../../domain/tour/content/structure.ts';
import { isObject, type JsonObject } from '../../json/json-object.ts';
import type { FieldShape } from './field.ts';

/** An object of stored content, with the key that holds it where a list of GraphQL stands for an object. */
export interface ContentView {
  json: JsonObject;
  key: string | null;
}

/**
 * A stored value as GraphQL shows it. Content is the client's: a value of another type than the definition says is
 * null, and so are those in lists left out.
 */
export function viewOf(shape: FieldShape, value: unknown): unknown {
  switch (shape.kind) {
    case 'level':
      return isObject(value) ? ({ json: value, key: null } satisfies ContentView) : null;
    case 'keyed':
      return isObject(value) ? keyedViews(value) : null;
    case 'list':
      return Array.isArray(value) ? value.map((item) => viewOf(shape.item, item)).filter((item) => item !== null) : null;
    case 'choice':
      return valuesOf(shape.type)?.includes(value as string) ? value : null;
    case 'scalar':
      return scalarView(shape.name, value);
    default:
      return isObject(value) ? value : null;
  }
}

function keyedViews(value: JsonObject): ContentView[] {
  return Object.entries(value).flatMap(([key, json]) => (isObject(json) ? [{ json, key }] : []));
}

function scalarView(name: Extract<FieldShape, { kind: 'scalar' }>['name'], value: unknown): unknown {
  if (name === 'JSON') return value ?? null;
  if (name === 'String') return typeof value === 'string' ? value : null;
  if (name === 'Boolean') return typeof value === 'boolean' ? value : null;
  if (name === 'Int') return isInt(value) ? value : null;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/** GraphQL's integers have 32 bits. */
function isInt(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) === ((value as number) | 0);
}
