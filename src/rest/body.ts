import type { Answer } from './answer.ts';
import { readForm } from './form.ts';
import { parseJson } from './json-text.ts';
import { invalidField, parseError, unsupportedMediaType } from './problem.ts';
import type { RestRequest } from './request.ts';
import { decodeUtf8 } from './utf8.ts';

/** The fields of a request body. Those of a form are all text, and read by the type of the field they are for. */
export interface Body {
  kind: 'json' | 'form';
  fields: ReadonlyMap<string, unknown>;
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
      return readJson(body);
    case 'application/x-www-form-urlencoded':
      // The ampersand keeps a leading question mark in the first name.
      return { body: { kind: 'form', fields: new Map(new URLSearchParams(`&${body}`)) } };
    case 'multipart/form-data': {
      const fields = await readForm(contentType, body);
      return fields ? { body: { kind: 'form', fields } } : { refusal: parseError('Multipart form parse error - The form is malformed') };
    }
    default:
      return { refusal: unsupportedMediaType(contentType) };
  }
}

function readJson(bytes: Buffer): { body: Body } | { refusal: Answer } {
  const decoded = decodeUtf8(bytes);
  const parsed = 'text' in decoded ? parseJson(decoded.text) : decoded;
  if ('message' in parsed) return { refusal: parseError(`JSON parse error - ${parsed.message}`) };
  const { value } = parsed;
  if (value === null) return { refusal: invalidField({ path: null, code: 'null', message: 'No data provided' }) };
  if (typeof value === 'object' && !Array.isArray(value)) return { body: { kind: 'json', fields: new Map(Object.entries(value)) } };
  const message = `Invalid data. Expected a dictionary, but got ${typeName(value, bytes)}.`;
  return { refusal: invalidField({ path: null, code: 'invalid_input', message }) };
}

/** The type in Python's words. */
function typeName(value: unknown, bytes: Buffer): string {
  if (typeof value === 'string') return 'str';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return /^\s*-?\d+\s*$/.test(bytes.toString()) ? 'int' : 'float';
  return 'list';
}
