import type { OutputRef } from '@pothos/core';
import type { z } from 'zod';
import { TourContent } from '../../domain/tour/content/tour-content.ts';
import type { JsonObject } from '../../json/json-object.ts';
import { builder } from '../builder.ts';
import { choiceType } from './choice-type.ts';
import { type ContentField, type FieldShape, fieldsOf, graphqlLevels, keyFieldOf, levelName } from './field.ts';
import { type ContentView, viewOf } from './view.ts';

type ObjectFields<Parent> = PothosSchemaTypes.ObjectFieldBuilder<(typeof builder)['$inferSchemaTypes'], Parent>;

const LEVELS = graphqlLevels(TourContent);

/** Object types by level, each made when a field first needs it. */
const types = new Map<z.ZodObject, OutputRef<ContentView>>();

/** Keys that are shown as JSON, in a field of the same name, and typed: `appearance` and `typedAppearance`. */
const JSON_KEYS = ['appearance', 'translations', 'events', 'cancelEvents', 'actions'];

/**
 * The fields of a type that shows an object of content, by the definition of content. A value that does not fit the
 * definition is null.
 *
 * @param read the stored object of a parent
 */
export function contentFields<Parent>(t: ObjectFields<Parent>, fields: readonly ContentField[], read: (parent: Parent) => JsonObject) {
  const field = (name: string, key: string, shape: FieldShape, description: string) => [
    name,
    t.field({ type: outputType(shape), nullable: true, description, resolve: (parent) => viewOf(shape, read(parent)[key]) as never }),
  ];
  const entries = fields.flatMap(({ key, name, shape, description }) => {
    if (!JSON_KEYS.includes(key)) return [field(name, key, shape, description)];
    const typedName = `typed${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    const json: FieldShape = { kind: 'scalar', name: 'JSON' };
    return [
      field(name, key, json, `${description} As JSON; \`${typedName}\` has typed fields.`),
      field(typedName, key, shape, description),
    ];
  });
  return Object.fromEntries(entries) as Record<string, ReturnType<typeof t.field>>;
}

function objectType(level: z.ZodObject): OutputRef<ContentView> {
  const known = types.get(level);
  if (known) return known;
  const ref = builder.objectRef<ContentView>(levelName(level));
  types.set(level, ref);
  const keyField = keyFieldOf(level, LEVELS);
  ref.implement({
    description: level.meta()?.description ?? '',
    fields: (t) => ({
      ...(keyField && { [keyField]: t.string({ description: `The ${keyField}.`, resolve: ({ key }) => key ?? '' }) }),
      ...contentFields(t, fieldsOf(level), ({ json }) => json),
      raw: t.field({ type: 'JSON', description: 'The object as it is stored.', resolve: ({ json }) => json }),
    }),
  });
  return ref;
}

function outputType(shape: FieldShape): never {
  const isList = shape.kind === 'list' || shape.kind === 'keyed';
  return (isList ? [itemType(shape)] : itemType(shape)) as never;
}

function itemType(shape: FieldShape): unknown {
  if (shape.kind === 'list') return itemType(shape.item);
  if (shape.kind === 'level' || shape.kind === 'keyed') return objectType(shape.level);
  if (shape.kind === 'choice') return choiceType(shape.type);
  return shape.kind === 'scalar' ? shape.name : 'JSON';
}
