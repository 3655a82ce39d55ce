import { ETAG_HEADER, IF_NONE_MATCH, NOT_MODIFIED } from '../openapi/conditional.ts';
import type { DocumentPart, Method, Operation, Parameter } from '../openapi/document.ts';
import { type JsonSchema, refersTo } from '../openapi/json-schema.ts';
import { problemSchema } from '../openapi/problem-schema.ts';
import { type Refusal, refusalResponses } from '../openapi/refusal.ts';
import { SDK_ENDPOINTS, type SdkEndpoint } from './endpoints.ts';
import { FAILURE_CODES, FAILURE_TYPES } from './failure.ts';

const TAG = 'browsers';

/** What the parameters in paths are. */
const IN_PATH: Record<string, string> = {
  token: 'The project’s public token.',
  file: 'A script of the package, alone or after the version of the package and a slash.',
};

/**
 * What the OpenAPI document says of this door, from the table that its requests are matched with.
 *
 * @param lastResorts what the server says when it comes to that
 */
export function describeSdk(lastResorts: readonly Refusal[]): DocumentPart {
  const paths: DocumentPart['paths'] = {};
  for (const [name, endpoint] of Object.entries<SdkEndpoint>(SDK_ENDPOINTS)) {
    paths[endpoint.path] = { [endpoint.method.toLowerCase() as Method]: describeEndpoint(name, endpoint, lastResorts) };
  }
  return {
    tags: [{ name: TAG, description: 'What the posthog-js of a website asks for. Needs nothing but the project’s public token.' }],
    paths,
    schemas: {
      PublicProblem: { ...problemSchema(FAILURE_TYPES, FAILURE_CODES), description: 'An error, in the same form as everywhere.' },
    },
    securitySchemes: {},
  };
}

function describeEndpoint(name: string, endpoint: SdkEndpoint, lastResorts: readonly Refusal[]): Operation {
  const { path, summary, about, query = [], body, answer, isTagged, refusals } = endpoint;
  const media = answer === 'script' ? { 'application/javascript': { schema: SCRIPT } } : { 'application/json': { schema: answer.schema } };
  return {
    operationId: `${TAG}_${name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`,
    summary,
    description: about,
    tags: [TAG],
    parameters: [...pathParameters(path), ...query, ...(isTagged ? [IF_NONE_MATCH] : [])],
    ...(body && { requestBody: { required: true, description: 'JSON.', content: { 'application/json': { schema: body } } } }),
    responses: {
      200: { description: 'Done.', ...(isTagged && { headers: ETAG_HEADER }), content: media },
      ...(isTagged && NOT_MODIFIED),
      ...refusalResponses([...refusals.map(read), ...lastResorts], () => refersTo('PublicProblem')),
    },
    security: [],
  };
}

const SCRIPT: JsonSchema = { type: 'string' };

function read([when, { status, headers, body }]: SdkEndpoint['refusals'][number]): Refusal {
  return [when, { status, headers, body: JSON.parse(String(body)) }];
}

function pathParameters(path: string): Parameter[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    description: IN_PATH[name] ?? '',
    schema: { type: 'string' },
  }));
}
