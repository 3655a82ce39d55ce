import type { Decoder } from './charset.ts';
import { decodeUtf8 } from './utf8.ts';

/** How many fields a form may have, as upstream. */
export const MAX_FIELDS = 1000;

const [AND, EQUALS, PERCENT, PLUS, SPACE] = [...'&=%+ '].map((character) => character.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
];

/** A form has more than MAX_FIELDS fields. */
export class TooManyFieldsError extends Error {
  constructor() {
    super(`A form may have at most ${MAX_FIELDS} fields.`);
    this.name = 'TooManyFieldsError';
  }
}

/**
 * The fields of a URL-encoded form, its escapes being bytes of the body's charset.
 *
 * @throws TooManyFieldsError
 */
export function readUrlencoded(body: Buffer, decode: Decoder): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let pairs = 0;
  for (let start = 0; start < body.length; ) {
    const end = endOf(body, AND, start);
    if (end > start) {
      if (++pairs > MAX_FIELDS) throw new TooManyFieldsError();
      const pair = body.subarray(start, end);
      const equals = endOf(pair, EQUALS, 0);
      fields.set(readText(pair.subarray(0, equals), decode), readText(pair.subarray(equals + 1), decode));
    }
    start = end + 1;
  }
  return fields;
}

function endOf(body: Buffer, delimiter: number, start: number): number {
  const at = body.indexOf(delimiter, start);
  return at < 0 ? body.length : at;
}

/** What is no text in the body's charset is read byte by byte; in UTF-8 it becomes U+FFFD. */
function readText(encoded: Buffer, decode: Decoder): string {
  const bytes = undoEscapes(encoded);
  if (decode === decodeUtf8) return bytes.toString();
  const decoded = decode(bytes);
  return 'text' in decoded ? decoded.text : bytes.toString('latin1');
}

/** Undoes the escapes; what is no escape stays. */
function undoEscapes(encoded: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(encoded.length);
  let size = 0;
  for (let at = 0; at < encoded.length; at++) {
    const byte = encoded[at] as number;
    const escaped = byte === PERCENT ? 16 * digitOf(encoded[at + 1]) + digitOf(encoded[at + 2]) : Number.NaN;
    if (Number.isNaN(escaped)) bytes[size++] = byte === PLUS ? SPACE : byte;
    else {
      bytes[size++] = escaped;
      at += 2;
    }
  }
  return bytes.subarray(0, size);
}

/** NaN: it is no hexadecimal digit. */
function digitOf(byte: number | undefined): number {
  if (byte === undefined) return Number.NaN;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}
