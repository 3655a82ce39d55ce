import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenapiDocument, Operation } from '../../src/openapi/document.ts';

/** An operation of the document, with where it is. */
export interface ServedOperation extends Operation {
  method: string;
  path: string;
}

export async function readDocument(url: string): Promise<OpenapiDocument> {
  return (await (await fetch(`${url}/openapi.json`)).json()) as OpenapiDocument;
}

export function operationsOf({ paths }: OpenapiDocument): ServedOperation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
}

export interface Answers {
  /** fetch, of which every answer has to be one that the document announces: its status, its type, and every key of its body. */
  fetch: typeof fetch;
  /** What was answered so far, as `operationId status`. */
  seen: Set<string>;
}

/** @throws for an answer that the document does not announce */
export function checkedAnswers(document: OpenapiDocument): Answers {
  const schemas = compileSchemas(document);
  const patterns = operationsOf(document).map((operation) => ({ operation, pattern: patternOf(operation.path) }));
  const seen = new Set<string>();

  async function check(method: string, url: string, response: Response): Promise<void> {
    const { pathname } = new URL(url);
    const operation = patterns.find((candidate) => candidate.operation.method === method && candidate.pattern.test(pathname))?.operation;
    if (!operation) throw new Error(`The document has no ${method} ${pathname}.`);
    const said = `${operation.operationId} ${response.status}`;
    const announced = operation.responses[response.status];
    const text = await response.clone().text();
    if (!announced) throw new Error(`The document does not announce ${said}: ${text}`);
    for (const name of Object.keys(announced.headers ?? {})) if (!response.headers.has(name)) throw new Error(`${said} has no ${name}.`);
    const type = (response.headers.get('content-type') ?? '').split(';', 1)[0] as string;
    if (text === '') {
      if (announced.content && !announced.description.includes('no body')) throw new Error(`${said} has no body.`);
    } else if (!announced.content?.[type]) throw new Error(`The document does not announce ${said} as ${type}: ${text}`);
    else if (type === 'application/json')
      schemas.check(
        ['paths', operation.path, method.toLowerCase(), 'responses', String(response.status), 'content', type, 'schema'],
        JSON.parse(text),
        said,
      );
    seen.add(said);
  }

  return {
    seen,
    async fetch(input, init) {
      const request = new Request(input, init);
      const response = await fetch(request.clone());
      await check(request.method, request.url, response);
      return response;
    },
  };
}

export interface Schemas {
  /** @param pointer to a schema in the document. @throws when the value does not fit */
  check(pointer: string[], value: unknown, name: string): void;
}

/** The schemas of a document, none of which lets a key through that it does not name. */
export function compileSchemas(document: OpenapiDocument): Schemas {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addVocabulary(Object.keys(document));
  ajv.addSchema(closed(document) as object, 'document');
  const compiled = new Map<string, ValidateFunction>();
  return {
    check(pointer, value, name) {
      const ref = `document#/${pointer.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
      const validate = compiled.get(ref) ?? ajv.compile({ $ref: ref });
      compiled.set(ref, validate);
      if (!validate(value)) throw new Error(`${name}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(value)}`);
    },
  };
}

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const object = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closed(item)]));
  return object.type === 'object' && 'properties' in object && !('additionalProperties' in object)
    ? { ...object, additionalProperties: false }
    : object;
}

/** As OpenAPI reads templates: a parameter is one segment. */
function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
}
