import { JSONParser } from '@streamparser/json';
import { excessOf } from '../json/json-limits.ts';
import { type Body, mediaType, type ReadBody, readBody } from './body.ts';
import { charsetDecoder } from './charset.ts';
import { CREDENTIAL_FIELD } from './credentials.ts';
import { boundaryOf } from './multipart.ts';
import type { RestRequest } from './request.ts';

/** How much of a body is read to look for a key in it, in bytes: it is not known yet who has sent it. */
const MAX_BEGINNING_BYTES = 64 * 1024;

export interface Beginning {
  /** The fields at the beginning of the body; of JSON that goes on, the key alone. */
  fields: Body['fields'];
  /** What the body holds, where all of it has been read; else null. */
  parsed: ReadBody | null;
}

/**
 * Reads the first 64 kB of a body. One that cannot be read has no fields; what is wrong with it is reported later, to those who may know.
 */
export async function readBeginning({ headers, body }: Pick<RestRequest, 'headers' | 'body'>): Promise<Beginning> {
  const { bytes, isWhole } = await body.first(MAX_BEGINNING_BYTES);
  if (isWhole) {
    const parsed = await readBody({ headers, body: bytes });
    return { fields: fieldsOf(parsed), parsed };
  }
  return { fields: await cutFields(headers['content-type'] ?? '', bytes), parsed: null };
}

function fieldsOf(read: ReadBody): Body['fields'] {
  return 'body' in read ? read.body.fields : new Map();
}

/** A form is cut where a field ends, which makes a form of its beginning. */
async function cutFields(contentType: string, bytes: Buffer): Promise<Body['fields']> {
  const type = mediaType(contentType);
  if (type === 'application/json') return keyInJson(contentType, bytes);
  const form = type === 'multipart/form-data' ? wholeParts(contentType, bytes) : bytes.subarray(0, Math.max(0, bytes.lastIndexOf('&')));
  return fieldsOf(await readBody({ headers: { 'content-type': contentType }, body: form }));
}

function wholeParts(contentType: string, bytes: Buffer): Buffer {
  const delimiter = `--${boundaryOf(contentType)}`;
  const end = Math.max(0, bytes.lastIndexOf(delimiter));
  return Buffer.concat([bytes.subarray(0, end), Buffer.from(`${delimiter}--\r\n`)]);
}

function keyInJson(contentType: string, bytes: Buffer): Body['fields'] {
  const decode = charsetDecoder(contentType);
  const decoded = [bytes, withoutBrokenCharacter(bytes)].map(decode).find((result) => 'text' in result);
  const fields = new Map<string, unknown>();
  if (!decoded || !('text' in decoded) || excessOf(decoded.text) !== null) return fields;
  const parser = new JSONParser({ paths: [`$.${CREDENTIAL_FIELD}`], keepStack: false });
  parser.onValue = ({ value }) => void fields.set(CREDENTIAL_FIELD, value);
  // What is behind a mistake is not looked at.
  parser.onError = () => {};
  parser.write(decoded.text);
  return fields;
}

/** UTF-8 without the last character, which the cut may have broken. */
function withoutBrokenCharacter(bytes: Buffer): Buffer {
  let end = bytes.length - 1;
  while (end > 0 && ((bytes[end] as number) & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}
