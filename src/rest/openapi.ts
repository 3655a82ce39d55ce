import type { GraphQLSchema } from 'graphql';
import type { DocumentPart, Method } from '../openapi/document.ts';
import type { Refusal } from '../openapi/refusal.ts';
import { CREDENTIAL_FIELD } from './credentials.ts';
import { ALL_ROUTES } from './match-route.ts';
import { bodySchemas } from './openapi-body.ts';
import { describeRoute, SECURITY } from './openapi-operation.ts';

/**
 * What the OpenAPI document says of this face. Nothing in it is written twice: routes, fields, refusals and shapes are those that the endpoints run on.
 *
 * @param schema the gateway's, for the types behind the documents that the endpoints run
 * @param maxBodyBytes what the server reads of a body at most
 * @param lastResorts what the server says when it comes to that
 */
export function describeRest(schema: GraphQLSchema, maxBodyBytes: number, lastResorts: readonly Refusal[]): DocumentPart {
  const paths: DocumentPart['paths'] = {};
  for (const route of ALL_ROUTES) {
    const path = `${route.resource.base}${route.path}/`.replace(/:(project_id|id)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase() as Method]: describeRoute(route, maxBodyBytes, lastResorts) };
  }
  return {
    tags: [...new Set(ALL_ROUTES.map(({ resource }) => resource))].map(({ name, about }) => ({ name, description: about })),
    paths,
    schemas: bodySchemas(schema),
    securitySchemes: {
      [SECURITY.PersonalAPIKeyAuth]: { type: 'http', scheme: 'bearer', description: 'A personal API key, or an access token.' },
      [SECURITY.PersonalAPIKeyQuery]: {
        type: 'apiKey',
        in: 'query',
        name: CREDENTIAL_FIELD,
        description: 'A personal API key, where no header can be set. A body may hold it under this name, too.',
      },
    },
  };
}
