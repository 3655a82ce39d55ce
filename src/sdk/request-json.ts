import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { SdkRequest } from './answer.ts';

const decompress = promisify(gunzip);

/** The largest body as it comes, and once more when decompressed, in bytes: 1 MB. */
export const MAX_JSON_BYTES = 1024 * 1024;

/** The body is larger than MAX_JSON_BYTES, or would be if it were decompressed. */
export class JsonTooLargeError extends Error {}

/** There is no JSON to be found in the body. */
export class NoJsonError extends Error {}

/**
 * The JSON in a body, in any of the encodings in which the SDK sends it: as it is, gzip under any content type (told by its first bytes), or a form whose
 * field `data` holds the JSON, as it is or in base64.
 *
 * @throws NoJsonError, JsonTooLargeError
 */
export async function readRequestJson({ headers, query, readBody }: SdkRequest): Promise<unknown> {
  const body = await readBody(MAX_JSON_BYTES);
  if (!body) throw new JsonTooLargeError();
  const text = (await inflated(body)).toString('utf8');
  const isForm = query.get('compression') === 'base64' || /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
  const data = isForm ? new URLSearchParams(text).get('data') : null;
  if (data === null || /^\s*[{[]/.test(data)) return parse(data ?? text);
  // A plus sign that was sent as it is reads as a space in a form.
  return parse((await inflated(Buffer.from(data.replaceAll(' ', '+'), 'base64'))).toString('utf8'));
}

async function inflated(bytes: Buffer): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await decompress(bytes, { maxOutputLength: MAX_JSON_BYTES });
  } catch (error) {
    if (error instanceof RangeError) throw new JsonTooLargeError();
    throw new NoJsonError('The body begins like gzip and is not');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new NoJsonError(error instanceof Error ? error.message : undefined);
  }
}
