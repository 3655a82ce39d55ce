import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { SdkRequest } from './answer.ts';

const decompress = promisify(gunzip);

/** The body is larger than `limit` bytes, or would be if it were decompressed. */
export class JsonTooLargeError extends Error {
  readonly limit: number;

  constructor(limit: number) {
    super(`The request body is larger than ${limit} bytes.`);
    this.limit = limit;
  }
}

/** There is no JSON to be found in the body. */
export class NoJsonError extends Error {}

export interface RequestJson {
  value: unknown;
  /** How long its text was, in UTF-16 code units. */
  length: number;
}

/**
 * The JSON in a body, in any of the encodings in which the SDK sends it: as it is, gzip under any content type (told by its first bytes), or a form whose
 * field `data` holds the JSON, as it is or in base64.
 *
 * @param limit of the body as it comes, and once more when decompressed, in bytes
 * @throws NoJsonError, JsonTooLargeError
 */
export async function readRequestJson({ headers, query, readBody }: SdkRequest, limit: number): Promise<RequestJson> {
  const body = await readBody(limit);
  if (!body) throw new JsonTooLargeError(limit);
  const text = (await inflated(body, limit)).toString('utf8');
  const isForm = query.get('compression') === 'base64' || /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
  const data = isForm ? new URLSearchParams(text).get('data') : null;
  if (data === null || /^\s*[{[]/.test(data)) return parse(data ?? text);
  // A plus sign that was sent as it is reads as a space in a form.
  return parse((await inflated(Buffer.from(data.replaceAll(' ', '+'), 'base64'), limit)).toString('utf8'));
}

async function inflated(bytes: Buffer, limit: number): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await decompress(bytes, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof RangeError) throw new JsonTooLargeError(limit);
    throw new NoJsonError('The body begins like gzip and is not');
  }
}

function parse(text: string): RequestJson {
  try {
    return { value: JSON.parse(text), length: text.length };
  } catch (error) {
    throw new NoJsonError(error instanceof Error ? error.message : undefined);
  }
}
