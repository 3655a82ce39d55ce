import type { z } from 'zod';
import { ValidationError } from '../../domain/errors.ts';
import { STEP_LEVELS, type StepType } from '../../domain/tour/content/step.ts';
import { TourContent } from '../../domain/tour/content/tour-content.ts';
import { isObject, type JsonObject } from '../../json/json-object.ts';
import { type ContentField, type FieldShape, fieldsOf } from './field.ts';

/** A tour's content as a mutation takes it: as JSON, or typed. */
interface ContentInputs {
  content?: unknown;
  typedContent?: JsonObject | null | undefined;
}

/**
 * The input of a mutation with its content as JSON, whichever way it was given.
 *
 * @param place the path of the input in errors; empty: the argument `input` itself
 * @throws ValidationError when both are given, or for `extra` that is no object or holds a key that a field gives as
 *   well
 */
export function withJsonContent<Input extends ContentInputs>(
  { typedContent, ...input }: Input,
  place = '',
): Omit<Input, 'typedContent'> & { content?: unknown } {
  if (typedContent === undefined) return input;
  const path = join(place, 'typedContent');
  if (input.content !== undefined) throw refusal(path, 'Set either `content` or `typedContent`, not both.');
  return { ...input, content: typedContent && levelJson(TourContent, typedContent, path) };
}

/** A step of typed content as JSON. */
export function stepJson(input: JsonObject, path: string): unknown {
  const [[type, value] = []] = Object.entries(input).filter(([, given]) => given !== undefined);
  if (type === 'other') return value;
  const level = STEP_LEVELS[type as StepType];
  return levelJson(level, value as JsonObject, `${path}.${type}`, { type });
}

/** @param first keys that come from elsewhere than the fields */
function levelJson(level: z.ZodObject, input: JsonObject, path: string, first: JsonObject = {}): JsonObject {
  const json = { ...first };
  for (const { key, name, shape } of knownFields(level)) {
    const value = input[name];
    if (value !== undefined) json[key] = value === null ? null : shapeJson(shape, value, `${path}.${name}`);
  }
  const { extra = null } = input;
  if (extra === null) return json;
  if (!isObject(extra)) throw refusal(`${path}.extra`, 'The extra keys must be an object.');
  const taken = Object.keys(json).find((key) => Object.hasOwn(extra, key));
  if (taken !== undefined) throw refusal(`${path}.extra`, `\`${taken}\` is given twice: by its field and in \`extra\`.`);
  return { ...json, ...extra };
}

function shapeJson(shape: FieldShape, value: unknown, path: string): unknown {
  if (shape.kind === 'level') return levelJson(shape.level, value as JsonObject, path);
  if (shape.kind === 'step') return stepJson(value as JsonObject, path);
  if (shape.kind === 'list') return (value as unknown[]).map((item, index) => shapeJson(shape.item, item, `${path}.${index}`));
  if (shape.kind === 'keyed') return keyedJson(shape, value as JsonObject[], path);
  return value;
}

/** The object that a list of objects with keys stands for. */
function keyedJson({ level, keyField }: Extract<FieldShape, { kind: 'keyed' }>, items: JsonObject[], path: string): JsonObject {
  const entries = items.map((item, index) => [item[keyField], levelJson(level, item, `${path}.${index}`)] as const);
  const seen = new Set<unknown>();
  for (const [index, [key]] of entries.entries()) {
    if (seen.has(key)) throw refusal(`${path}.${index}.${keyField}`, `'${key}' is in the list twice.`);
    seen.add(key);
  }
  return Object.fromEntries(entries);
}

const known = new Map<z.ZodObject, ContentField[]>();

/** The fields of a level, made once for each level of the definition. */
function knownFields(level: z.ZodObject): ContentField[] {
  const fields = known.get(level) ?? fieldsOf(level);
  known.set(level, fields);
  return fields;
}

function join(place: string, name: string): string {
  return place === '' ? name : `${place}.${name}`;
}

function refusal(path: string, message: string): ValidationError {
  return new ValidationError([{ path, code: 'invalid_input', message }]);
}
