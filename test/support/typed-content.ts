import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { schema } from '../../src/graphql/schema.ts';

type Json = Record<string, unknown>;

/** Names of fields that differ from the keys of content. */
const FIELDS: Record<string, string> = { id: 'stepId', modalPosition: 'position', step_order_history: 'stepOrderHistory' };
const KEY_FIELDS: Record<string, string> = { translations: 'language', propertyFilters: 'property' };

/** Content as a typed input: each key in its field if the field accepts its value, else in `extra`. */
export function typedContent(content: Json): Json {
  return typed(content, inputType('TourContentInput'));
}

/** A step as a typed input. */
export function typedStep(step: Json): Json {
  const { type, ...keys } = step;
  const variant = inputType('TourStepInput').getFields()[String(type)];
  if (!variant || type === 'other') return { other: step };
  return { [variant.name]: typed(keys, getNamedType(variant.type) as GraphQLInputObjectType) };
}

function typed(json: Json, type: GraphQLInputObjectType): Json {
  const input: Json = {};
  const extra: [string, unknown][] = [];
  for (const [key, value] of Object.entries(json)) {
    const field = type.getFields()[type.name === 'TourActionTriggerInput' && key === 'id' ? 'actionId' : (FIELDS[key] ?? key)];
    const given = field && inputValue(key, value, field.type);
    if (field && given !== undefined) input[field.name] = given;
    else extra.push([key, value]);
  }
  return { ...input, ...(extra.length > 0 && { extra: Object.fromEntries(extra) }) };
}

/** The value for a field; undefined: the field does not accept it. */
function inputValue(key: string, value: unknown, wrapped: GraphQLInputType): unknown {
  const type = isNonNullType(wrapped) ? wrapped.ofType : wrapped;
  if (value === null) return isNonNullType(wrapped) ? undefined : null;
  if (isListType(type)) {
    const keyField = KEY_FIELDS[key];
    if (keyField && isObject(value)) {
      const items = Object.entries(value).map(([name, item]) => isObject(item) && { [keyField]: name, ...typed(item, objectType(type)) });
      return items.every(Boolean) ? items : undefined;
    }
    if (!Array.isArray(value)) return;
    const items = value.map((item) => inputValue('', item, type.ofType));
    return items.includes(undefined) ? undefined : items;
  }
  if (isEnumType(type)) return type.getValues().find((known) => known.value === value)?.name;
  if (isInputObjectType(type)) {
    if (!isObject(value)) return;
    return type.name === 'TourStepInput' ? typedStep(value) : typed(value, type);
  }
  return accepts(type.name, value) ? value : undefined;
}

function accepts(scalar: string, value: unknown): boolean {
  if (scalar === 'String') return typeof value === 'string';
  if (scalar === 'Boolean') return typeof value === 'boolean';
  if (scalar === 'Int') return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31;
  return scalar === 'JSON' || typeof value === 'number';
}

function inputType(name: string): GraphQLInputObjectType {
  return schema.getType(name) as GraphQLNamedType as GraphQLInputObjectType;
}

function objectType(type: GraphQLInputType): GraphQLInputObjectType {
  return getNamedType(type) as GraphQLInputObjectType;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
