import { z } from 'zod';
import { CHOICES, LEVELS } from '../../domain/tour/content/define.ts';
import { RichText } from '../../domain/tour/content/rich-text.ts';
import { Step } from '../../domain/tour/content/step.ts';
import { describeLevel, isNullable, levelsIn, unwrapped } from '../../domain/tour/content/structure.ts';

/** How a key of content appears in GraphQL. */
export type FieldShape =
  | { kind: 'scalar'; name: 'String' | 'Float' | 'Int' | 'Boolean' | 'JSON' }
  | { kind: 'choice'; type: z.ZodEnum }
  | { kind: 'level'; level: z.ZodObject }
  | { kind: 'step' }
  | { kind: 'list'; item: FieldShape }
  /** An object with keys of the client's choice is a list, whose items have the key in a field of its own. */
  | { kind: 'keyed'; level: z.ZodObject; keyField: string };

export interface ContentField {
  /** In content. */
  key: string;
  /** In GraphQL. */
  name: string;
  shape: FieldShape;
  description: string;
  isNullable: boolean;
}

/** The names in GraphQL of keys that have another one there; by level where a key has several meanings. */
const NAMES: Record<string, string> = {
  id: 'stepId',
  'TourActionTrigger.id': 'actionId',
  modalPosition: 'position',
  step_order_history: 'stepOrderHistory',
};

/** The fields that stand for the keys of an object, by the key that holds the object. */
const KEY_FIELDS: Record<string, string> = { translations: 'language', propertyFilters: 'property' };

/** The name of a level in GraphQL. */
export function levelName(level: z.ZodObject): string {
  const name = LEVELS.get(level)?.name;
  if (!name) throw new Error('A level of content has no name.');
  return name;
}

/** The name of a level's input type. */
export function inputName(level: z.ZodObject): string {
  return `${levelName(level)}Input`;
}

/** The fields of a level, without the `type` of a step, which the type of the step stands for. */
export function fieldsOf(level: z.ZodObject): ContentField[] {
  return [...describeLevel(level).keys].flatMap(([key, definition]) => {
    const shape = shapeOf(key, definition);
    if (!shape) return [];
    const name = NAMES[`${levelName(level)}.${key}`] ?? NAMES[key] ?? key;
    return [{ key, name, shape, description: describe(definition), isNullable: isNullable(definition) }];
  });
}

/** Every object of content that has a type in GraphQL. */
export function graphqlLevels(root: z.core.$ZodType): z.ZodObject[] {
  const documents = levelsIn(RichText);
  return [...levelsIn(root)].filter((level) => !documents.has(level));
}

/** The field with the key of an object that is a list in GraphQL; null: the level is not in such a list. */
export function keyFieldOf(level: z.ZodObject, levels: readonly z.ZodObject[]): string | null {
  const shapes = levels.flatMap(fieldsOf).map(({ shape }) => shape);
  const found = shapes.find((shape) => shape.kind === 'keyed' && shape.level === level);
  return found?.kind === 'keyed' ? found.keyField : null;
}

function shapeOf(key: string, definition: z.core.$ZodType): FieldShape | null {
  const type = unwrapped(definition);
  if (type === Step) return { kind: 'step' };
  if (type === RichText) return { kind: 'scalar', name: 'JSON' };
  if (type instanceof z.ZodObject) return { kind: 'level', level: type };
  if (type instanceof z.ZodEnum) return { kind: 'choice', type };
  if (type instanceof z.ZodLiteral) return type.values.size === 1 ? null : { kind: 'scalar', name: 'Int' };
  if (type instanceof z.ZodString) return { kind: 'scalar', name: 'String' };
  if (type instanceof z.ZodNumber) return { kind: 'scalar', name: 'Float' };
  if (type instanceof z.ZodBoolean) return { kind: 'scalar', name: 'Boolean' };
  if (type instanceof z.ZodRecord) {
    const value = unwrapped(type.valueType);
    const keyField = KEY_FIELDS[key];
    return value instanceof z.ZodObject && keyField ? { kind: 'keyed', level: value, keyField } : { kind: 'scalar', name: 'JSON' };
  }
  const item = type instanceof z.ZodArray ? shapeOf(key, type.element) : null;
  return item && !(item.kind === 'scalar' && item.name === 'JSON') ? { kind: 'list', item } : { kind: 'scalar', name: 'JSON' };
}

/** The description of a key, with its default. The values of a choice have descriptions of their own. */
function describe(definition: z.core.$ZodType): string {
  const { description = '', default: value } = z.globalRegistry.get(definition) ?? {};
  const isChoice = CHOICES.get(unwrapped(definition)) !== undefined;
  const text = isChoice ? (description.split('\n', 1)[0] as string) : description;
  return value === undefined ? text : `${text} Default: \`${typeof value === 'string' ? value : JSON.stringify(value)}\`.`;
}
