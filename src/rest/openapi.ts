import type { GraphQLSchema } from 'graphql';
import { LIMITS } from '../limits/request-window.ts';
import type { JsonSchema } from './json-schema.ts';
import { bodySchemas } from './openapi-component.ts';
import { PARAMETERS } from './openapi-parameter.ts';
import { area, describeRoute, type RouteDescription } from './openapi-path.ts';
import { type Response, refusalResponses } from './openapi-refusal.ts';
import { ACTIVITY_LOG, ROUTES } from './routes.ts';

/** What a client generator reads: the parts of an OpenAPI document that this face fills. */
export interface OpenapiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, RouteDescription>>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: Record<string, Response>;
    parameters: typeof PARAMETERS;
    securitySchemes: Record<string, object>;
  };
}

const [PER_MINUTE, PER_HOUR] = LIMITS.map(({ requests }) => requests);

const ABOUT = `Guided tours in web applications: made, drafted, published and launched.

Every request needs a personal API key, in the header as \`Authorization: Bearer …\`, in the body or in the query as \`personal_api_key\`. A key may send ${PER_MINUTE} requests a minute and ${PER_HOUR} an hour where the server limits them; beyond that the answer is 429 with \`Retry-After\`.

Addresses work with and without the slash at their end. Answers are JSON; dates are in UTC, with six fraction digits or none. A write succeeds as a whole or changes nothing.

The same tours can be reached with GraphQL at [/graphql](/graphql).`;

/**
 * The OpenAPI document of this face. Nothing in it is written twice: routes, fields, refusals and shapes are those that the endpoints run on.
 *
 * @param schema the gateway's, for the types behind the documents that the endpoints run
 * @param serverUrl where the addresses begin
 */
export function describeRest(schema: GraphQLSchema, serverUrl: string): OpenapiDocument {
  const schemas = bodySchemas(schema);
  const paths: OpenapiDocument['paths'] = {};
  for (const route of [...ROUTES, ACTIVITY_LOG]) {
    const path = `/api/projects/{project_id}/${area(route)}${route.path.replace(':id', '{id}')}/`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describeRoute(route, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Product Tours', version: '1.0.0', description: ABOUT },
    servers: [{ url: serverUrl }],
    tags: [
      { name: 'product_tours', description: 'Tours and their drafts' },
      { name: 'activity_log', description: 'What was done' },
    ],
    paths,
    components: {
      schemas,
      responses: refusalResponses(),
      parameters: PARAMETERS,
      securitySchemes: {
        PersonalAPIKeyAuth: { type: 'http', scheme: 'bearer', description: 'A personal API key.' },
        PersonalAPIKeyQuery: {
          type: 'apiKey',
          in: 'query',
          name: 'personal_api_key',
          description: 'The same, where no header can be set.',
        },
      },
    },
  };
}
