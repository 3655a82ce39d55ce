import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { FREE_OBJECT, type JsonSchema, listSchema, objectSchema, orNull, type Properties, refersTo } from '../openapi/json-schema.ts';

/** Fragments of this ending are shapes of the wire, and named without it. */
const ENDING = 'Wire';

/** Nearly all free JSON of this wire is objects. */
const SCALARS: Record<string, JsonSchema> = {
  ID: { type: 'string' },
  UUID: { type: 'string', format: 'uuid' },
  String: { type: 'string' },
  Int: { type: 'integer' },
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
  JSON: FREE_OBJECT,
};

/** What the schema words for readers of GraphQL. Empty: the name says enough. */
const WORDING: Record<string, string> = {
  'Tour.uuid': '',
  'TourContent.raw':
    'The content, with normalized steps. The schema `TourContent` describes the known keys; other keys are returned as they were stored.',
  'Tour.draft': 'What is being edited: the fields as a publish would make them live. Null: nothing.',
  'User.databaseId': '',
  'User.hedgehogConfig': 'The settings of the avatar.',
  'FeatureFlag.databaseId': '',
  'FeatureFlag.projectDatabaseId': 'The project it belongs to.',
  'Activity.uuid': '',
  'Activity.itemId': 'The id of the thing, which may be gone.',
  'ActivityChange.field': '',
};

/**
 * The fields of a document's fragments, by the fragments' names without the ending. The schema tells the types, which of them may be null, and the
 * descriptions; the aliases are the keys.
 *
 * @throws when a type comes up that this wire has not had so far
 */
export function fragmentProperties(document: DocumentNode, schema: GraphQLSchema): Record<string, Properties> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [shapeName(fragment.name.value), ownProperties(fragment, schema)]));
}

function ownProperties({ typeCondition, selectionSet }: FragmentDefinitionNode, schema: GraphQLSchema): Properties {
  return selectedProperties(selectionSet, schema.getType(typeCondition.name.value) as GraphQLObjectType);
}

function shapeName(fragment: string): string {
  if (!fragment.endsWith(ENDING)) throw new Error(`The fragment ${fragment} is no shape of the wire: it does not end in ${ENDING}.`);
  return fragment.slice(0, -ENDING.length);
}

function selectedProperties({ selections }: SelectionSetNode, parent: GraphQLObjectType): Properties {
  const properties: Properties = {};
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) throw new Error(`A shape of the wire lists its fields: ${parent.name} has a fragment among them.`);
    const field = parent.getFields()[selection.name.value];
    if (!field) throw new Error(`${parent.name} has no field ${selection.name.value}.`);
    const description = WORDING[`${parent.name}.${field.name}`] ?? field.description;
    const schema = typeSchema(field.type, selection.selectionSet);
    properties[selection.alias?.value ?? field.name] = description ? { ...schema, description } : schema;
  }
  return properties;
}

function typeSchema(type: GraphQLOutputType, selected: SelectionSetNode | undefined): JsonSchema {
  return isNonNullType(type) ? presentSchema(type.ofType, selected) : orNull(presentSchema(type, selected));
}

function presentSchema(type: GraphQLOutputType, selected: SelectionSetNode | undefined): JsonSchema {
  if (isListType(type)) return listSchema(typeSchema(type.ofType, selected));
  if (isObjectType(type) && selected) return selectedSchema(type, selected);
  const scalar = SCALARS[String(type)];
  if (!scalar) throw new Error(`There is no schema for ${type}.`);
  return scalar;
}

/** A fragment stands for its own schema. A single field is taken out of the object that GraphQL keeps it in, as tour-shape.ts does. */
function selectedSchema(type: GraphQLObjectType, selected: SelectionSetNode): JsonSchema {
  const [first, ...others] = selected.selections;
  if (first?.kind === Kind.FRAGMENT_SPREAD) return refersTo(shapeName(first.name.value));
  const properties = selectedProperties(selected, type);
  const [only] = Object.values(properties);
  return others.length === 0 && only ? only : objectSchema(properties);
}
