import { z } from 'zod';

/** A definition without the wrappers that make a key optional or nullable. */
export function unwrapped(type: z.core.$ZodType): z.core.$ZodType {
  return type instanceof z.ZodOptional || type instanceof z.ZodNullable ? unwrapped(type.unwrap()) : type;
}

/** Whether null means the same as absent. */
export function isNullable(type: z.core.$ZodType): boolean {
  return type instanceof z.ZodNullable || (type instanceof z.ZodOptional && isNullable(type.unwrap()));
}

/** All levels below a definition and itself, each once, in the order in which they appear. */
export function levelsIn(definition: z.core.$ZodType, found: Set<z.ZodObject> = new Set()): Set<z.ZodObject> {
  const type = unwrapped(definition);
  if (type instanceof z.ZodArray) levelsIn(type.element, found);
  else if (type instanceof z.ZodRecord) levelsIn(type.valueType, found);
  else if (type instanceof z.ZodDiscriminatedUnion) for (const option of type.options) levelsIn(option, found);
  else if (type instanceof z.ZodObject && !found.has(type)) {
    found.add(type);
    for (const key of Object.values(type.shape)) levelsIn(key as z.core.$ZodType, found);
  }
  return found;
}

/** What a level consists of. */
interface LevelParts {
  /** The definition of each key. */
  keys: ReadonlyMap<string, z.core.$ZodType>;
  required: readonly string[];
}

/** At most one for each level of the definition. */
const parts = new WeakMap<z.ZodObject, LevelParts>();

export function describeLevel(level: z.ZodObject): LevelParts {
  let known = parts.get(level);
  if (!known) {
    const keys = new Map<string, z.core.$ZodType>(Object.entries(level.shape));
    known = { keys, required: [...keys].filter(([, type]) => !(type instanceof z.ZodOptional)).map(([key]) => key) };
    parts.set(level, known);
  }
  return known;
}

/** The values that a choice has; null: the definition is no choice. */
export function valuesOf(type: z.core.$ZodType): (string | number)[] | null {
  if (type instanceof z.ZodEnum) return type.options as string[];
  return type instanceof z.ZodLiteral ? ([...type.values] as (string | number)[]) : null;
}
