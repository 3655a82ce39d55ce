import { excessOf } from '../json/json-limits.ts';
import { isObject } from '../json/json-object.ts';
import type { Exchange } from './exchange.ts';
import { BATCH, type HttpProblem, malformed, NO_DOCUMENT } from './http-problem.ts';
import type { OperationRequest } from './operation-request.ts';

/**
 * A request of the right shape, or why it is refused. Null: its shape is wrong in another way, which Yoga reports in
 * the words of its specification.
 */
type ReadRequest = OperationRequest | { problem: HttpProblem } | null;

/** Reads the operation of a request to /graphql: from the JSON of a POST, or from the query string of a GET or HEAD. */
export function readOperationRequest({ method, query }: Pick<Exchange, 'method' | 'query'>, body: Buffer): ReadRequest {
  try {
    return method === 'POST' ? readJson(body.toString()) : readQuery(query);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function readJson(text: string): ReadRequest {
  const excess = excessOf(text);
  if (excess !== null) return refuseExcess(excess);
  return checkShape(JSON.parse(text));
}

function readQuery(query: URLSearchParams): ReadRequest {
  const variables = query.get('variables');
  const extensions = query.get('extensions');
  const excess = excessOf(variables ?? '') ?? excessOf(extensions ?? '');
  if (excess !== null) return refuseExcess(excess);
  return checkShape({
    query: query.get('query'),
    documentId: query.get('documentId'),
    operationName: query.get('operationName'),
    variables: variables ? JSON.parse(variables) : null,
    extensions: extensions ? JSON.parse(extensions) : null,
  });
}

function refuseExcess(excess: string): { problem: HttpProblem } {
  return { problem: malformed(`The JSON of the request is ${excess}.`) };
}

function checkShape(value: unknown): ReadRequest {
  if (Array.isArray(value)) return { problem: BATCH };
  if (!isObject(value)) return null;
  const { query, documentId, operationName, variables, extensions } = value;
  if (!isOptionalText(query) || !isOptionalText(documentId) || !isOptionalText(operationName)) return null;
  if (!isOptionalObject(variables) || !isOptionalObject(extensions)) return null;
  if (!query && !documentId && extensions?.persistedQuery == null) return { problem: NO_DOCUMENT };
  return { query, documentId, operationName, variables, extensions };
}

function isOptionalText(value: unknown): value is string | null | undefined {
  return value == null || typeof value === 'string';
}

function isOptionalObject(value: unknown): value is Record<string, unknown> | null | undefined {
  return value == null || isObject(value);
}
