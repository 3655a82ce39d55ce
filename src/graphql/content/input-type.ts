import type { InputRef } from '@pothos/core';
import type { z } from 'zod';
import { STEP_LEVELS } from '../../domain/tour/content/step.ts';
import { TourContent } from '../../domain/tour/content/tour-content.ts';
import type { JsonObject } from '../../json/json-object.ts';
import { builder } from '../builder.ts';
import { choiceType } from './choice-type.ts';
import { type FieldShape, fieldsOf, graphqlLevels, inputName, keyFieldOf, levelName } from './field.ts';

type InputFields = PothosSchemaTypes.InputFieldBuilder<(typeof builder)['$inferSchemaTypes'], 'InputObject'>;

const EXTRA =
  'More keys, as a JSON object: keys without a field, and keys whose field does not accept the value. Setting a key twice is an error.';

/** One input type for each level of the definition of content. */
const LEVELS = graphqlLevels(TourContent);
const types = new Map(LEVELS.map((level) => [level, builder.inputRef<JsonObject>(inputName(level))]));

export const TourStepInput = builder.inputRef<JsonObject>('TourStepInput').implement({
  isOneOf: true,
  description: 'One step: the field is its type.',
  fields: (t) =>
    fieldMap([
      ...Object.entries(STEP_LEVELS).map(([type, level]) => [type, t.field({ type: typeOf(level), description: aboutOf(level) })] as const),
      ['other', t.field({ type: 'JSON', description: 'A step of another type or without a type, as JSON.' })],
    ]),
});

for (const [level, type] of types) {
  const keyField = keyFieldOf(level, LEVELS);
  type.implement({
    description: aboutOf(level),
    fields: (t) =>
      fieldMap([
        ...(keyField ? [[keyField, t.string({ required: true, description: `The ${keyField}, unique in the list.` })] as const] : []),
        ...fieldsOf(level).map(({ name, shape, description }) => [name, inputField(t, shape, description)] as const),
        ['extra', t.field({ type: 'JSON', description: EXTRA })],
      ]),
  });
}

export const TourContentInput = typeOf(TourContent);

/** Fields that the definition names, which the compiler cannot know. */
function fieldMap(fields: (readonly [name: string, field: unknown])[]): never {
  return Object.fromEntries(fields) as never;
}

function inputField(t: InputFields, shape: FieldShape, description: string): unknown {
  const { type, isList } = inputTypeOf(shape);
  return t.field({ type: (isList ? [type] : type) as never, description });
}

function inputTypeOf(shape: FieldShape): { type: unknown; isList: boolean } {
  if (shape.kind === 'list') return { type: inputTypeOf(shape.item).type, isList: true };
  if (shape.kind === 'keyed') return { type: typeOf(shape.level), isList: true };
  if (shape.kind === 'level') return { type: typeOf(shape.level), isList: false };
  if (shape.kind === 'choice') return { type: choiceType(shape.type), isList: false };
  return { type: shape.kind === 'step' ? TourStepInput : shape.name, isList: false };
}

function typeOf(level: z.ZodObject): InputRef<JsonObject> {
  const type = types.get(level);
  if (!type) throw new Error(`There is no input type for ${levelName(level)}.`);
  return type;
}

function aboutOf(level: z.ZodObject): string {
  return level.meta()?.description ?? '';
}
