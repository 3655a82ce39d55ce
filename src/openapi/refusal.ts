import type { MediaType, Response } from './document.ts';
import type { JsonSchema } from './json-schema.ts';

/** When a request is refused, and the very answer. A body that is undefined is not there. */
export type Refusal = readonly [when: string, answer: { status: number; headers: Record<string, string>; body: unknown }];

/** The headers that are worth a word, by the names under which answers carry them. */
const HEADERS: Record<string, Response['headers']> = {
  'retry-after': { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
  'www-authenticate': { 'WWW-Authenticate': { description: 'The kind of key.', schema: { type: 'string' } } },
  allow: { Allow: { description: 'The methods that are taken.', schema: { type: 'string' } } },
};

/**
 * Refusals by their status, each as an example.
 *
 * @param schemaOf the schema, among the document's components, of a body
 */
export function refusalResponses(refusals: readonly Refusal[], schemaOf: (body: object) => JsonSchema): Record<string, Response> {
  const responses: Record<string, Response> = {};
  for (const [when, { status, headers, body }] of refusals) {
    const known = responses[status];
    const described = Object.assign({}, known?.headers, ...Object.keys(headers).map((name) => HEADERS[name]));
    const earlier = known?.content?.['application/json'];
    const media = body === undefined ? earlier : addExample(earlier, when, body, schemaOf(body as object));
    responses[status] = {
      description: `${known ? `${known.description}\n` : ''}- ${when}${body === undefined ? ' (there is no body)' : ''}.`,
      ...(Object.keys(described).length > 0 && { headers: described }),
      ...(media && { content: { 'application/json': media } }),
    };
  }
  return responses;
}

function addExample(media: MediaType | undefined, when: string, value: unknown, schema: JsonSchema): MediaType {
  const name = when.toLowerCase().replaceAll(/\W+/g, '-');
  return { schema: media ? either(media.schema, schema) : schema, examples: { ...media?.examples, [name]: { summary: when, value } } };
}

function either(known: JsonSchema, other: JsonSchema): JsonSchema {
  const all = known.anyOf ?? [known];
  return all.some(({ $ref }) => $ref === other.$ref) ? known : { anyOf: [...all, other] };
}
