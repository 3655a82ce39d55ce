import { type JsonSchema, refersTo } from './json-schema.ts';
import { OPERATIONS } from './openapi-operation.ts';
import type { ParameterName } from './openapi-parameter.ts';
import { type RefusalName, type Response, refusalOr, refusalStatus } from './openapi-refusal.ts';
import { ACTIVITY_LOG, type Route } from './routes.ts';
import { FIELDS } from './write-field.ts';

/** An operation as OpenAPI has it. */
export interface RouteDescription {
  operationId: string;
  summary: string;
  description: string;
  tags: string[];
  parameters: { $ref: string }[];
  requestBody?: { required: boolean; description: string; content: Record<string, { schema: JsonSchema; encoding?: object }> };
  responses: Record<string, Response | { $ref: string }>;
  security: Record<string, string[]>[];
}

/** @param schemas of the bodies, by name */
export function describeRoute(route: Route, schemas: Record<string, JsonSchema>): RouteDescription {
  const { summary, description, query = [], request, condition } = OPERATIONS[route.action];
  const parameters: ParameterName[] = [
    'projectId',
    ...(route.path === '' ? [] : ['id' as const]),
    ...query,
    ...(condition ? [condition] : []),
  ];
  return {
    operationId: operationId(route),
    summary,
    description: `${description}\n\nScope: \`${route.scope}\`.`,
    tags: [area(route)],
    parameters: parameters.map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ...(request && {
      requestBody: { required: request.isRequired === true, description: FORMS, content: mediaTypes(request.schema, schemas) },
    }),
    responses: { [route.status]: success(route), ...notModified(route), ...refusals(route) },
    security: [{ PersonalAPIKeyAuth: [route.scope] }, { PersonalAPIKeyQuery: [route.scope] }],
  };
}

/** What the addresses of a route begin with, below the project. */
export function area(route: Route): 'product_tours' | 'activity_log' {
  return route === ACTIVITY_LOG ? 'activity_log' : 'product_tours';
}

const VERBS = { GET: 'retrieve', POST: 'create', PATCH: 'partial_update', DELETE: 'destroy' };

/** As the original's own document names them, so that clients made from either have the same functions. */
function operationId(route: Route): string {
  const step = route.path.split('/')[2];
  const verb = route.method === 'GET' && route.path === '' ? 'list' : VERBS[route.method];
  return [area(route), ...(step === undefined ? [] : [step]), verb].join('_');
}

const EMPTY_IS_NULL = FIELDS.filter((field) => field.emptyInForm === 'null').map((field) => `\`${field.name}\``);

const FORMS = `JSON or a form. In a form, objects and lists are JSON text, and an empty ${EMPTY_IS_NULL.join(', ')} is null.`;

/** Objects and lists in forms are JSON, which OpenAPI wants to be told field by field. */
function mediaTypes(name: string, schemas: Record<string, JsonSchema>) {
  const schema = refersTo(name);
  const fields = Object.entries(schemas[name]?.properties ?? {});
  const nested = fields.filter(([, { type }]) => [type].flat().some((each) => each === 'object' || each === 'array'));
  const encoding = Object.fromEntries(nested.map(([field]) => [field, { contentType: 'application/json' }]));
  return {
    'application/json': { schema },
    'application/x-www-form-urlencoded': { schema, encoding },
    'multipart/form-data': { schema, encoding },
  };
}

const ETAG = { ETag: { description: 'Names the state of the tour that this answer shows.', schema: { type: 'string' } } };

function success({ action }: Route): Response {
  const { answer, summary } = OPERATIONS[action];
  if (!answer) return { description: `${summary}: done. There is no body.` };
  const hasTag = answer !== 'Generated' && answer !== 'ActivityPage';
  return {
    description: `${summary}: done.`,
    ...(hasTag && { headers: ETAG }),
    content: { 'application/json': { schema: refersTo(answer) } },
  };
}

function notModified({ action }: Route): Record<string, Response> {
  if (OPERATIONS[action].condition !== 'ifNoneMatch') return {};
  return { 304: { description: 'Still what `If-None-Match` names. There is no body.', headers: ETAG } };
}

function refusals({ action }: Route): RouteDescription['responses'] {
  const { request, condition, query = [], bare = {} } = OPERATIONS[action];
  const names: RefusalName[] = [
    ...(request || query.includes('search') ? ['BadRequest' as const] : []),
    'Unauthenticated',
    'Forbidden',
    'NotFound',
    'NotAcceptable',
    ...(condition === 'ifMatch' ? ['PreconditionFailed' as const] : []),
    ...(request ? (['TooLarge', 'UnsupportedMediaType'] as const) : []),
    'Throttled',
    'ServerError',
    'Unavailable',
  ];
  return Object.fromEntries(
    names.map((name) => {
      const status = refusalStatus(name);
      const other = bare[status];
      return [status, other === undefined ? { $ref: `#/components/responses/${name}` } : refusalOr(name, other)];
    }),
  );
}
