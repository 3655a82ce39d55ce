import { INPUT_LIMITS } from '../domain/input-limits.ts';
import { DATE_TIME, FREE_OBJECT } from '../openapi/json-schema.ts';
import { type Coerced, coerceBoolean, coerceChoice, coerceId, coerceText, type Source } from './coerce.ts';
import { coerceDatetime } from './coerce-datetime.ts';
import { coerceJson } from './coerce-json.ts';
import type { Field } from './read-field.ts';

/** The fields of a body under the names of the GraphQL inputs. Absent stays absent, null stays null. */
export interface TourWrite {
  name?: string | null;
  description?: string | null;
  linkedFlagId?: number | null;
  targetingFlagFilters?: unknown;
  content?: unknown;
  autoLaunch?: boolean | null;
  startDate?: string | null;
  endDate?: string | null;
  archived?: boolean | null;
  creationContext?: 'APP' | 'TOOLBAR';
}

/** One field of a tour. */
export interface TourField extends Field<TourWrite> {
  isDraftable?: true;
}

const CONTEXTS = ['app', 'toolbar'] as const;

/** In the order in which they are declared, and in which problems are looked for: contract sections 3 and 7.1. */
export const FIELDS: readonly TourField[] = [
  {
    name: 'name',
    key: 'name',
    coerce: coerceText,
    isDraftable: true,
    isRequired: true,
    schema: { type: 'string', minLength: 1, maxLength: INPUT_LIMITS.tourName },
    about: 'Unique among the tours of the project that are not archived. White space around it is dropped.',
  },
  {
    name: 'description',
    key: 'description',
    coerce: coerceText,
    isDraftable: true,
    schema: { type: 'string' },
    about: 'White space around it is dropped.',
  },
  {
    name: 'linked_flag_id',
    key: 'linkedFlagId',
    coerce: coerceId,
    isNullable: true,
    isDraftable: true,
    emptyInForm: 'null',
    schema: { type: 'integer', maximum: INPUT_LIMITS.integer },
    about: 'A feature flag of the project that must be on as well. Null: none.',
  },
  {
    name: 'targeting_flag_filters',
    key: 'targetingFlagFilters',
    coerce: coerceJson,
    isNullable: true,
    isDraftable: true,
    schema: FREE_OBJECT,
    about: 'Whom to show the tour: `{ "groups": [{ "properties": […], "rollout_percentage": 100 }] }`, all of it at once. Null: everybody.',
  },
  {
    name: 'content',
    key: 'content',
    coerce: coerceJson,
    isDraftable: true,
    schema: FREE_OBJECT,
    about:
      'Steps, conditions and appearance, all of it at once. Unknown keys are kept; steps of older shapes are brought into the present one. An announcement has exactly one step.',
  },
  {
    name: 'auto_launch',
    key: 'autoLaunch',
    coerce: coerceBoolean,
    isDraftable: true,
    emptyInForm: 'absent',
    schema: { type: 'boolean' },
    about: 'Whether browsers show the tour by themselves. When this is first switched on, the internal targeting flag is made.',
  },
  {
    name: 'start_date',
    key: 'startDate',
    coerce: coerceDatetime,
    isNullable: true,
    emptyInForm: 'null',
    schema: DATE_TIME,
    about: 'Launched from then on. Other forms of ISO 8601 are taken too; without an offset it is UTC.',
  },
  {
    name: 'end_date',
    key: 'endDate',
    coerce: coerceDatetime,
    isNullable: true,
    emptyInForm: 'null',
    schema: DATE_TIME,
    about: 'Stopped from then on. Null resumes.',
  },
  {
    name: 'archived',
    key: 'archived',
    coerce: coerceBoolean,
    emptyInForm: 'absent',
    schema: { type: 'boolean' },
    about: 'An archived tour is shown to nobody, and its name is free.',
  },
  {
    name: 'creation_context',
    key: 'creationContext',
    coerce: coerceContext,
    emptyInForm: 'absent',
    schema: { type: 'string', enum: CONTEXTS },
    about: 'From where the tour is written, for analytics alone; `app` when absent.',
  },
];

/** Only analytics look at it. */
function coerceContext(raw: unknown, source: Source): Coerced<'APP' | 'TOOLBAR'> {
  const coerced = coerceChoice(raw, source, CONTEXTS);
  return 'value' in coerced ? { value: coerced.value === 'app' ? 'APP' : 'TOOLBAR' } : coerced;
}
