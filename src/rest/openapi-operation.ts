import { scopesOf } from '../domain/access.ts';
import { ETAG_HEADER, IF_NONE_MATCH, NOT_MODIFIED } from '../openapi/conditional.ts';
import type { Operation, Parameter, Response } from '../openapi/document.ts';
import { refersTo } from '../openapi/json-schema.ts';
import type { Refusal } from '../openapi/refusal.ts';
import { routeRefusals } from './openapi-refusal.ts';
import { requestBody } from './openapi-request.ts';
import type { Resource } from './resource.ts';
import type { AnswerName, Route } from './route.ts';

const PROJECT_ID: Parameter = {
  name: 'project_id',
  in: 'path',
  required: true,
  description: 'The number of a project, or `@current`: the current project of the key’s user.',
  schema: { anyOf: [{ type: 'integer' }, { type: 'string', const: '@current' }] },
  example: '@current',
};

/** The ways in which a key may be sent, by their names in the document. */
export const SECURITY = { PersonalAPIKeyAuth: 'PersonalAPIKeyAuth', PersonalAPIKeyQuery: 'PersonalAPIKeyQuery' } as const;

/** An endpoint as OpenAPI has it. */
export function describeRoute(route: Route, maxBodyBytes: number, lastResorts: readonly Refusal[]): Operation {
  const { resource, summary, about, scope, query = [], headers = [], conditions = [], body } = route;
  const scopes = scopesOf(scope);
  const named = scopes.map((each) => `\`${each}\``).join(' or ');
  return {
    operationId: operationId(route),
    summary,
    description: `${about}\n\nScope: ${named}.`,
    tags: [resource.name],
    parameters: [...pathParameters(route), ...query, ...headers, ...conditions],
    ...(body && { requestBody: requestBody(body) }),
    responses: { ...success(route), ...routeRefusals(route, maxBodyBytes, lastResorts) },
    security: Object.values(SECURITY).flatMap((scheme) => scopes.map((each) => ({ [scheme]: [each] }))),
  };
}

function pathParameters({ resource, path }: Route): Parameter[] {
  return [...(resource.base.includes(':project_id') ? [PROJECT_ID] : []), ...(path === '' ? [] : memberId(resource))];
}

function memberId({ id }: Resource): Parameter[] {
  if (!id) return [];
  const { about: description, schema, example } = id;
  return [{ name: 'id', in: 'path', required: true, description, schema, ...(example !== undefined && { example }) }];
}

const VERBS = { GET: 'retrieve', POST: 'create', PATCH: 'partial_update', DELETE: 'destroy' };

/** As the original's own document names them, so that clients made from either have the same functions. */
function operationId(route: Route): string {
  const step = route.path.split('/')[2];
  const verb = route.method === 'GET' && route.path === '' ? 'list' : VERBS[route.method];
  return [route.resource.name, ...(step === undefined ? [] : [step]), verb].join('_');
}

/** These show no one state of a tour. */
const UNTAGGED: readonly AnswerName[] = ['Generated', 'ActivityPage'];

function success({ status, answer, conditions = [] }: Route): Record<string, Response> {
  if (!answer) return { [status]: { description: status === 405 ? 'Nothing was changed. There is no body.' : 'Done. There is no body.' } };
  return {
    [status]: {
      description: 'Done.',
      ...(!UNTAGGED.includes(answer) && { headers: ETAG_HEADER }),
      content: { 'application/json': { schema: refersTo(answer) } },
    },
    ...(conditions.includes(IF_NONE_MATCH) && NOT_MODIFIED),
  };
}
