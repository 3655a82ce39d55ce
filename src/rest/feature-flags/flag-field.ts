import { INPUT_LIMITS } from '../../domain/input-limits.ts';
import { isObject } from '../../json/json-object.ts';
import { FREE_OBJECT } from '../../openapi/json-schema.ts';
import { type Coerced, coerceBoolean, coerceText, type Source } from '../coerce.ts';
import { coerceJson } from '../coerce-json.ts';
import type { Field } from '../read-field.ts';

/** The fields of a body under the names of the GraphQL inputs. */
export interface FlagWrite {
  name?: string;
  key?: string;
  filters?: Record<string, unknown>;
  deleted?: boolean;
  active?: boolean;
}

/** In the order in which they are declared, and in which problems are looked for. What the gateway does not evaluate is passed over. */
export const FLAG_FIELDS: readonly Field<FlagWrite>[] = [
  {
    name: 'name',
    key: 'name',
    coerce: coerceText,
    schema: { type: 'string', maxLength: INPUT_LIMITS.flagName },
    about: 'A description for people. May be empty.',
  },
  {
    name: 'key',
    key: 'key',
    coerce: coerceText,
    isRequired: true,
    schema: { type: 'string', minLength: 1, maxLength: INPUT_LIMITS.flagKey },
    about: 'What clients ask for: letters, digits, hyphens and underscores, unique in the project.',
  },
  {
    name: 'filters',
    key: 'filters',
    coerce: coerceFilters,
    schema: FREE_OBJECT,
    about:
      'Condition groups and variants: `{ "groups": [{ "properties": […], "rollout_percentage": 100 }] }`. In a change, top-level keys that are absent stay.',
  },
  {
    name: 'deleted',
    key: 'deleted',
    coerce: coerceBoolean,
    emptyInForm: 'absent',
    schema: { type: 'boolean' },
    about: 'In a change: true deletes the flag, whatever else the body says; false brings it back.',
  },
  {
    name: 'active',
    key: 'active',
    coerce: coerceBoolean,
    emptyInForm: 'absent',
    schema: { type: 'boolean' },
    about: 'False: off for everybody. True in a new flag when absent.',
  },
];

function coerceFilters(raw: unknown, source: Source): Coerced<unknown> {
  const coerced = coerceJson(raw, source);
  if (!('value' in coerced) || isObject(coerced.value)) return coerced;
  return { code: 'not_a_dict', message: `Expected a dictionary of items but got type "${typeName(coerced.value, source)}".` };
}

/** The type in Python's words. */
function typeName(value: unknown, { printed }: Source): string {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (value === null) return 'NoneType';
  return /^-?\d+$/.test(printed()) ? 'int' : 'float';
}
