import type { Answer } from './answer.ts';
import { charsetDecoder, type Decoder } from './charset.ts';
import { readForm, readUrlencoded } from './form.ts';
import { numberLiteral, parseJson } from './json-text.ts';
import { invalidField, parseError, unsupportedMediaType } from './problem.ts';
import type { RestRequest } from './request.ts';

/** The fields of a request body. Those of a form are all text, and read by the type of the field they are for. */
export interface Body {
  kind: 'json' | 'form';
  fields: ReadonlyMap<string, unknown>;
  /** A number among the fields of JSON as it stands in the text. */
  literal?: (name: string) => string;
}

/**
 * Reads a body by its content type: contract section 4. An empty one has no fields, whatever its type. In a form the last of several fields with one name
 * counts, and a file counts as its text.
 */
export async function readBody({ headers, body }: Pick<RestRequest, 'headers' | 'body'>): Promise<{ body: Body } | { refusal: Answer }> {
  if (body.length === 0) return { body: { kind: 'json', fields: new Map() } };
  const contentType = headers['content-type'] ?? '';
  switch (contentType.split(';', 1)[0]?.trim().toLowerCase()) {
    case 'application/json':
      return readJson(body, charsetDecoder(contentType));
    case 'application/x-www-form-urlencoded':
      return { body: { kind: 'form', fields: readUrlencoded(body, charsetDecoder(contentType)) } };
    case 'multipart/form-data': {
      const fields = await readForm(contentType, body);
      return fields ? { body: { kind: 'form', fields } } : { refusal: parseError('Multipart form parse error - The form is malformed') };
    }
    default:
      return { refusal: unsupportedMediaType(contentType) };
  }
}

function readJson(bytes: Buffer, decode: Decoder): { body: Body } | { refusal: Answer } {
  const decoded = decode(bytes);
  const parsed = 'text' in decoded ? parseJson(decoded.text) : decoded;
  if ('message' in parsed) return { refusal: parseError(`JSON parse error - ${parsed.message}`) };
  const { value } = parsed;
  if (value === null) return { refusal: invalidField({ path: null, code: 'null', message: 'No data provided' }) };
  const text = 'text' in decoded ? decoded.text : '';
  if (typeof value === 'object' && !Array.isArray(value)) {
    return { body: { kind: 'json', fields: new Map(Object.entries(value)), literal: (name) => numberLiteral(text, name) } };
  }
  const message = `Invalid data. Expected a dictionary, but got ${typeName(value, text)}.`;
  return { refusal: invalidField({ path: null, code: 'invalid_input', message }) };
}

/** The type in Python's words. */
function typeName(value: unknown, text: string): string {
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return /^\s*-?\d+\s*$/.test(text) ? 'int' : 'float';
  return 'list';
}
