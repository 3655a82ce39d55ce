import type { DocumentNode, GraphQLSchema } from 'graphql';
import {
  ActivityWireFragmentDoc,
  DraftStatusWireFragmentDoc,
  FeatureFlagWireFragmentDoc,
  GeneratedWireFragmentDoc,
  TourWireFragmentDoc,
  WrittenTourWireFragmentDoc,
} from '../generated/operations.ts';
import { type JsonSchema, listSchema, objectSchema, type Properties, refersTo } from '../openapi/json-schema.ts';
import { problemSchema } from '../openapi/problem-schema.ts';
import { activityProperties } from './activity-log/activity-shape.ts';
import { flagProperties } from './feature-flags/flag-shape.ts';
import { EXAMPLES } from './openapi-example.ts';
import { fragmentProperties } from './openapi-fragment.ts';
import { fieldSchema, requestSchemas } from './openapi-request.ts';
import { sampleSchema } from './openapi-sample.ts';
import { PROJECT_SAMPLES, USER_SAMPLES } from './openapi-samples.ts';
import { PROBLEM_CODES, PROBLEM_TYPES } from './problem-code.ts';
import type { AnswerName } from './route.ts';
import { tourProperties, writtenTourProperties } from './tour-shape.ts';

/** Every body of this wire by name: answers as the documents of the endpoints and the schema make them, requests as the fields are read. */
export function bodySchemas(schema: GraphQLSchema): Record<string, JsonSchema> {
  const all: Record<string, JsonSchema> = { ...answerSchemas(schema), ...requestSchemas(), ...refusalSchemas() };
  return Object.fromEntries(
    Object.entries(all).map(([name, body]) => [name, name in EXAMPLES ? { ...body, examples: [EXAMPLES[name]] } : body]),
  );
}

function answerSchemas(schema: GraphQLSchema): Record<string, JsonSchema> {
  const of = (document: unknown) => fragmentProperties(document as DocumentNode, schema);
  const tours = { ...of(TourWireFragmentDoc), ...of(WrittenTourWireFragmentDoc), ...of(DraftStatusWireFragmentDoc) };
  const { Tour, WrittenTour, DraftStatus, ...parts } = tours as Record<'Tour' | 'WrittenTour' | 'DraftStatus', Properties>;
  const others = { ...of(GeneratedWireFragmentDoc), ...of(ActivityWireFragmentDoc), ...of(FeatureFlagWireFragmentDoc) };
  const { Generated, Activity, FeatureFlag } = others as Record<'Generated' | 'Activity' | 'FeatureFlag', Properties>;
  const answers: Record<AnswerName | 'FoundTour', JsonSchema> = {
    Tour: objectSchema(tourProperties(Tour)),
    FoundTour: foundTourSchema(Tour),
    TourPage: pageSchema('FoundTour'),
    WrittenTour: objectSchema(writtenTourProperties(WrittenTour, fieldSchema('patch', 'creation_context'))),
    DraftStatus: objectSchema(tourProperties(DraftStatus)),
    Generated: objectSchema(Generated),
    ActivityPage: pageSchema('Activity'),
    FeatureFlag: objectSchema(flagProperties(FeatureFlag)),
    FeatureFlagPage: pageSchema('FeatureFlag'),
    Project: sampleSchema(PROJECT_SAMPLES),
    CurrentUser: sampleSchema(USER_SAMPLES),
  };
  const shared = Object.entries<Properties>(parts).map(([name, properties]) => [name, objectSchema(properties)]);
  return { ...answers, Activity: objectSchema(activityProperties(Activity)), ...Object.fromEntries(shared) };
}

/** A tour in a list. The key is there if the list was searched. */
function foundTourSchema(tour: Properties): JsonSchema {
  const schema = objectSchema(tourProperties(tour));
  const description =
    'Only in a searched list. `exact`: the term is part of the name or description, whatever the case. `similar`: it resembles one of them.';
  return {
    ...schema,
    properties: { ...schema.properties, search_match_type: { type: 'string', enum: ['exact', 'similar'], description } },
  };
}

/** The envelope, and the bodies that have none. */
function refusalSchemas(): Record<string, JsonSchema> {
  return {
    Problem: {
      ...problemSchema(PROBLEM_TYPES, PROBLEM_CODES),
      description: 'One error: of several fields that are wrong, the first. Nothing was written.',
    },
    NoDraft: objectSchema({ detail: { type: 'string' } }),
    GenerateError: objectSchema({ error: { type: 'string' } }),
  };
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
