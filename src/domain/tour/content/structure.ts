import { z } from 'zod';

/** A definition without the wrappers that make a key optional or nullable. */
export function unwrapped(type: z.core.$ZodType): z.core.$ZodType {
  return type instanceof z.ZodOptional || type instanceof z.ZodNullable ? unwrapped(type.unwrap()) : type;
}

/** Whether null means the same as absent. */
export function isNullable(type: z.core.$ZodType): boolean {
  return type instanceof z.ZodNullable || (type instanceof z.ZodOptional && isNullable(type.unwrap()));
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
