import { z } from 'zod';

/** Facts about a key beyond its title and description. */
interface KeyFacts {
  /** The value that browsers use when the key is absent. */
  default?: unknown;
  examples?: unknown[];
  deprecated?: true;
}

/** The values of each choice with their meanings, and its name and description in typed APIs. */
export const CHOICES = z.registry<{ name: string; about: string; values: Record<string, string> }>();

/** The names of the levels: kinds of object that content consists of. */
export const LEVELS = z.registry<{ name: string }>();

/** An object of content. It has a name, and may have any keys besides those that are defined. */
export function level<Shape extends z.core.$ZodLooseShape>(name: string, title: string, description: string, shape: Shape) {
  return z.looseObject(shape).meta({ id: name, title, description }).register(LEVELS, { name });
}

/** A key that must be present. */
export function required<Type extends z.ZodType>(type: Type, title: string, description: string, facts: KeyFacts = {}): Type {
  return type.meta({ title, description: described(type, description), ...facts });
}

/** A key that may be absent. */
export function optional<Type extends z.ZodType>(type: Type, title: string, description: string, facts: KeyFacts = {}) {
  return type.optional().meta({ title, description: described(type, description), ...facts });
}

/** A key that may be absent; null means the same as absent. */
export function nullable<Type extends z.ZodType>(type: Type, title: string, description: string, facts: KeyFacts = {}) {
  return type.nullish().meta({ title, description: described(type, description), ...facts });
}

/**
 * One of several texts.
 *
 * @param name its name in typed APIs
 * @param about its description there
 * @param values each with its meaning
 */
export function choice<const Values extends Record<string, string>>(name: string, about: string, values: Values) {
  const keys = Object.keys(values) as [Extract<keyof Values, string>, ...Extract<keyof Values, string>[]];
  return z.enum(keys).register(CHOICES, { name, about, values });
}

/** The description of a key, with the meanings of its values. */
function described(type: z.ZodType, description: string): string {
  const found = CHOICES.get(type);
  if (!found) return description;
  return `${description}\n${Object.entries(found.values)
    .map(([value, meaning]) => `- \`${value}\`: ${meaning}`)
    .join('\n')}`;
}
