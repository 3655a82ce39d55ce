import type { RequestBody } from '../openapi/document.ts';
import { type JsonSchema, orNull, type Properties, refersTo } from '../openapi/json-schema.ts';
import type { BodyKind } from './body-kind.ts';
import { FLAG_FIELDS } from './feature-flags/flag-field.ts';
import { GENERATE_PROPERTIES } from './generate-shape.ts';
import type { Field } from './read-field.ts';
import { USER_FIELDS } from './users/user-field.ts';
import { FIELDS } from './write-field.ts';
import type { WriteMode } from './write-shape.ts';

/** How the document calls what bodies are read as. */
const NAMES: Record<BodyKind, string> = {
  create: 'NewTour',
  patch: 'TourChange',
  draft: 'DraftChange',
  generate: 'Generate',
  new_flag: 'NewFeatureFlag',
  flag_change: 'FeatureFlagChange',
  user_change: 'UserChange',
};

const ABOUT: Record<WriteMode, string> = {
  create: 'The fields of a new tour. Fields that are not listed are passed over.',
  patch: 'The fields to change: what is absent stays as it is.',
  draft: 'The fields of the draft to change. Here null is taken everywhere, and unfinished values too.',
};

export function requestSchemas(): Record<string, JsonSchema> {
  const writes = (Object.keys(ABOUT) as WriteMode[]).map((mode) => [NAMES[mode], writeSchema(mode)]);
  return {
    ...Object.fromEntries(writes),
    [NAMES.generate]: { type: 'object', properties: GENERATE_PROPERTIES },
    [NAMES.new_flag]: { type: 'object', properties: propertiesOf('new_flag'), required: ['key'] },
    [NAMES.flag_change]: { type: 'object', description: ABOUT.patch, properties: propertiesOf('flag_change') },
    [NAMES.user_change]: { type: 'object', description: ABOUT.patch, properties: propertiesOf('user_change') },
  };
}

/** A field as it may stand in a body. */
export function fieldSchema(mode: WriteMode, name: string): JsonSchema {
  const field = FIELDS.find((candidate) => candidate.name === name);
  if (!field) throw new Error(`No body has a field ${name}.`);
  const { minLength, maxLength, ...unlimited } = field.schema;
  // Limits hold once the draft is published.
  const schema = { ...(mode === 'draft' ? unlimited : field.schema), description: field.about };
  return field.isNullable || mode === 'draft' ? orNull(schema) : schema;
}

const EMPTY_IS_NULL = FIELDS.filter((field) => field.emptyInForm === 'null').map((field) => `\`${field.name}\``);

const FORMS = `JSON or a form. In a form, objects and lists are JSON text, and an empty ${EMPTY_IS_NULL.join(', ')} is null.`;

/** A body in each of the types that are read. Objects and lists in forms are JSON, which OpenAPI wants to be told field by field. */
export function requestBody(kind: BodyKind): RequestBody {
  const schema = refersTo(NAMES[kind]);
  const nested = Object.entries(propertiesOf(kind)).filter(([, { type }]) =>
    [type].flat().some((each) => each === 'object' || each === 'array'),
  );
  const encoding = Object.fromEntries(nested.map(([name]) => [name, { contentType: 'application/json' }]));
  return {
    required: kind === 'create' || kind === 'new_flag',
    description: FORMS,
    content: {
      'application/json': { schema },
      'application/x-www-form-urlencoded': { schema, encoding },
      'multipart/form-data': { schema, encoding },
    },
  };
}

function writeSchema(mode: WriteMode): JsonSchema {
  const required = mode === 'create' ? FIELDS.filter((field) => field.isRequired).map((field) => field.name) : [];
  return { type: 'object', description: ABOUT[mode], properties: propertiesOf(mode), ...(required.length > 0 && { required }) };
}

function propertiesOf(kind: BodyKind): Properties {
  switch (kind) {
    case 'generate':
      return GENERATE_PROPERTIES;
    case 'new_flag':
    case 'flag_change':
      return fieldProperties(FLAG_FIELDS.filter(({ name }) => kind === 'flag_change' || name !== 'deleted'));
    case 'user_change':
      return fieldProperties(USER_FIELDS);
    default: {
      const fields = FIELDS.filter((field) => kind !== 'draft' || field.isDraftable);
      return Object.fromEntries(fields.map(({ name }) => [name, fieldSchema(kind, name)]));
    }
  }
}

function fieldProperties(fields: readonly Pick<Field<never>, 'name' | 'schema' | 'about'>[]): Properties {
  return Object.fromEntries(fields.map(({ name, schema, about }) => [name, { ...schema, description: about }]));
}
