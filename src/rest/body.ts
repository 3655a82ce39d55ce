import type { Answer } from './answer.ts';
import { charsetDecoder, type Decoder } from './charset.ts';
import { MAX_FIELDS, readUrlencoded, TooManyFieldsError } from './form.ts';
import { numberLiteral, parseJson } from './json-text.ts';
import { readMultipart } from './multipart.ts';
import { invalidField, parseError, unsupportedMediaType } from './problem.ts';
import type { RestRequest } from './request.ts';

/** The fields of a request body. Those of a form are all text, and read by the type of the field they are for. */
export interface Body {
  kind: 'json' | 'form';
  fields: ReadonlyMap<string, unknown>;
  /** A number among the fields of JSON as it stands in the text. */
  literal?: (name: string) => string;
}

/** A body that was read, or why it cannot be. */
export type ReadBody = { body: Body } | { refusal: Answer };

/**
 * Reads a body by its content type: contract section 4. An empty one has no fields, whatever its type. In a form the last of several fields with one name
 * counts, and a file counts as its text. Time and memory grow no faster than the body.
 */
export async function readBody(request: Pick<RestRequest, 'headers'> & { body: Buffer }): Promise<ReadBody> {
  try {
    return await readByType(request);
  } catch (error) {
    if (error instanceof TooManyFieldsError) return { refusal: parseError(`The form has more than ${MAX_FIELDS} fields.`) };
    throw error;
  }
}

async function readByType({ headers, body }: Pick<RestRequest, 'headers'> & { body: Buffer }): Promise<ReadBody> {
  if (body.length === 0) return { body: { kind: 'json', fields: new Map() } };
  const contentType = headers['content-type'] ?? '';
  switch (mediaType(contentType)) {
    case 'application/json':
      return readJson(body, charsetDecoder(contentType));
    case 'application/x-www-form-urlencoded':
      return { body: { kind: 'form', fields: readUrlencoded(body, charsetDecoder(contentType)) } };
    case 'multipart/form-data': {
      const fields = await readMultipart(contentType, body);
      return fields ? { body: { kind: 'form', fields } } : { refusal: parseError('Multipart form parse error - The form is malformed') };
    }
    default:
      return { refusal: unsupportedMediaType(contentType) };
  }
}

/** Without parameters, in lower case. */
export function mediaType(contentType: string): string | undefined {
  return contentType.split(';', 1)[0]?.trim().toLowerCase();
}

function readJson(bytes: Buffer, decode: Decoder): ReadBody {
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
