import type { DocumentNode, GraphQLSchema } from 'graphql';
import {
  ActivityWireFragmentDoc,
  DraftStatusWireFragmentDoc,
  GeneratedWireFragmentDoc,
  TourWireFragmentDoc,
  WrittenTourWireFragmentDoc,
} from '../generated/operations.ts';
import { activityProperties } from './activity-shape.ts';
import { GENERATE_PROPERTIES } from './generate-shape.ts';
import { type JsonSchema, listSchema, objectSchema, orNull, type Properties, refersTo } from './json-schema.ts';
import { EXAMPLES } from './openapi-example.ts';
import { fragmentProperties } from './openapi-fragment.ts';
import { BARE_SCHEMAS, PROBLEM_SCHEMA } from './openapi-problem.ts';
import { tourProperties, writtenTourProperties } from './tour-shape.ts';
import { FIELDS } from './write-field.ts';
import type { WriteMode } from './write-shape.ts';

/** Every body of this wire by name: answers as the documents of the endpoints and the schema make them, requests as the fields are read. */
export function bodySchemas(schema: GraphQLSchema): Record<string, JsonSchema> {
  const of = (document: unknown) => fragmentProperties(document as DocumentNode, schema);
  const fields = { ...of(TourWireFragmentDoc), ...of(WrittenTourWireFragmentDoc), ...of(DraftStatusWireFragmentDoc) };
  const others = { ...of(GeneratedWireFragmentDoc), ...of(ActivityWireFragmentDoc) };
  const { Tour, WrittenTour, DraftStatus, ...parts } = fields as Record<'Tour' | 'WrittenTour' | 'DraftStatus', Properties>;
  const { Generated, Activity } = others as Record<'Generated' | 'Activity', Properties>;
  const creationContext = fieldSchema('patch', 'creation_context');

  const answers = {
    ...mapValues(parts, objectSchema),
    Tour: objectSchema(tourProperties(Tour)),
    TourPage: pageSchema('Tour'),
    WrittenTour: objectSchema(writtenTourProperties(WrittenTour, creationContext)),
    DraftStatus: objectSchema(tourProperties(DraftStatus)),
    Generated: objectSchema(Generated),
    Activity: objectSchema(activityProperties(Activity)),
    ActivityPage: pageSchema('Activity'),
  };
  const requests = {
    NewTour: writeSchema('create', 'The fields of a new tour. Fields that are not listed are passed over.'),
    TourChange: writeSchema('patch', 'The fields to change: what is absent stays as it is.'),
    DraftChange: writeSchema('draft', 'The fields of the draft to change. Here null is taken everywhere, and unfinished values too.'),
    Generate: { type: 'object', properties: GENERATE_PROPERTIES } satisfies JsonSchema,
  };
  const all: Record<string, JsonSchema> = { ...answers, ...requests, Problem: PROBLEM_SCHEMA, ...BARE_SCHEMAS };
  return mapValues(all, (body, name) => (name in EXAMPLES ? { ...body, examples: [EXAMPLES[name]] } : body));
}

/** The fields that a body may have. */
function writeSchema(mode: WriteMode, description: string): JsonSchema {
  const fields = FIELDS.filter((field) => mode !== 'draft' || field.isDraftable);
  const properties = Object.fromEntries(fields.map(({ name }) => [name, fieldSchema(mode, name)]));
  const required = fields.filter((field) => mode === 'create' && field.isRequired).map((field) => field.name);
  return { type: 'object', description, properties, ...(required.length > 0 && { required }) };
}

function fieldSchema(mode: WriteMode, name: string): JsonSchema {
  const field = FIELDS.find((candidate) => candidate.name === name);
  if (!field) throw new Error(`No body has a field ${name}.`);
  const { minLength, maxLength, ...unlimited } = field.schema;
  // Limits hold once the draft is published.
  const schema = { ...(mode === 'draft' ? unlimited : field.schema), description: field.about };
  return field.isNullable || mode === 'draft' ? orNull(schema) : schema;
}

function pageSchema(name: string): JsonSchema {
  const link = (description: string): JsonSchema => ({ type: ['string', 'null'], format: 'uri', description });
  return objectSchema({
    count: { type: 'integer', description: 'How many there are on all pages.' },
    next: link('The address of the next page. Null: this is the last.'),
    previous: link('The address of the previous page. Null: this is the first.'),
    results: listSchema(refersTo(name)),
  });
}

function mapValues<From, To>(record: Record<string, From>, change: (value: From, key: string) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
