import type { JsonSchema } from './json-schema.ts';

interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: true;
  description: string;
  schema: JsonSchema;
  example?: unknown;
}

/** The parameters of all operations, by the names under which they refer to them. */
export const PARAMETERS = {
  projectId: {
    name: 'project_id',
    in: 'path',
    required: true,
    description: 'The number of a project, or `@current`: the current project of the key’s user.',
    schema: { anyOf: [{ type: 'integer' }, { type: 'string', const: '@current' }] },
    example: '@current',
  },
  id: {
    name: 'id',
    in: 'path',
    required: true,
    description: 'The id of a tour, archived or not.',
    schema: { type: 'string', format: 'uuid' },
  },
  limit: {
    name: 'limit',
    in: 'query',
    description: 'How many to list, 100 when absent. There is no upper limit.',
    schema: { type: 'integer', minimum: 1 },
  },
  offset: {
    name: 'offset',
    in: 'query',
    description: 'How many to pass over, none when absent.',
    schema: { type: 'integer', minimum: 0 },
  },
  search: {
    name: 'search',
    in: 'query',
    description: 'Lists what is similar in name or description, the most similar first.',
    schema: { type: 'string', maxLength: 200 },
  },
  scope: { name: 'scope', in: 'query', description: 'Only things of this kind: `ProductTour`.', schema: { type: 'string' } },
  itemId: { name: 'item_id', in: 'query', description: 'Only the thing with this id.', schema: { type: 'string' } },
  ifMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The `ETag` of an earlier answer: write only if the tour is still in that state.',
    schema: { type: 'string' },
  },
  ifNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of an earlier answer: 304 without a body if that is still what there is.',
    schema: { type: 'string' },
  },
} satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof PARAMETERS;
