import type { Operation } from '../openapi/document.ts';
import { resolve, type Schemas } from './schema-view.ts';

/** What stands for the parts of a path, in the words of the shell; the rest stands for itself. */
const IN_PATH: Record<string, string> = { project_id: '@current', id: '$ID', token: '$TOKEN', file: 'array.js' };

const IN_QUERY: Record<string, string> = { token: '$TOKEN', search: 'invoice', limit: '5', scope: 'ProductTour' };

/** Longer lines are hard to read beside the text. */
const MAX_LINE = 62;

/** A call of the operation with curl, for a shell that knows URL, KEY and TOKEN, and a tour's ID. */
export function curlSample(method: string, path: string, operation: Operation, schemas: Schemas): string {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => IN_PATH[name] ?? `$${name}`);
  const query = operation.parameters.flatMap(({ in: place, name }) =>
    place === 'query' && IN_QUERY[name] ? [`${name}=${IN_QUERY[name]}`] : [],
  );
  const example = exampleBody(operation, schemas);
  const command = method === 'GET' ? 'curl' : `curl -X ${method}`;
  const url = `"$URL${address}${query.length > 0 ? `?${query.join('&')}` : ''}"`;
  const lines = [
    ...(command.length + url.length < MAX_LINE ? [`${command} ${url}`] : [command, url]),
    ...(operation.security.length > 0 ? ['-H "Authorization: Bearer $KEY"'] : []),
    ...(example === undefined ? [] : ['-H "Content-Type: application/json"', `-d ${quoted(JSON.stringify(example))}`]),
  ];
  return lines.join(' \\\n  ');
}

function exampleBody({ requestBody }: Operation, schemas: Schemas): unknown {
  const schema = requestBody?.content['application/json']?.schema;
  return schema && resolve(schema, schemas).examples?.[0];
}

/** In the quotes of the shell, between which nothing has a meaning; the token stands outside of them. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''").replaceAll('phc_…', `'"$TOKEN"'`)}'`;
}
