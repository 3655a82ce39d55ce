import { randomBytes } from 'node:crypto';
import { stringifyWithMarkers } from './raw-json.ts';

// 144 random bits for each process: no text that a client can store will ever hold it.
const PREFIX = `raw:${randomBytes(18).toString('base64url')}:`;
const QUOTED = `"${PREFIX}`;

/** Like `JSON.stringify`, but the text of each RawJson goes into the output as it is, neither parsed nor printed again. */
export function stringify(value: unknown): string {
  return stringifyToPieces(value).join('');
}

/** The same as UTF-8. */
export function stringifyToBytes(value: unknown): Buffer {
  return piecesToBytes(stringifyToPieces(value));
}

/** The UTF-8 of the pieces in a row. A large text is nowhere put together first, which costs more than all else that is done to it. */
export function piecesToBytes(texts: readonly string[]): Buffer {
  if (texts.length === 1) return Buffer.from(texts[0] as string);
  const bytes = Buffer.allocUnsafe(texts.reduce((size, text) => size + Buffer.byteLength(text), 0));
  let end = 0;
  for (const text of texts) end += bytes.write(text, end);
  return bytes;
}

/** The output in order: what was printed here, and between the pieces of it the texts of the RawJson values. */
export function stringifyToPieces(value: unknown): string[] {
  const { text, raws } = stringifyWithMarkers(value, PREFIX);
  const found: string[] = [];
  let from = 0;
  for (let n = 0; n < raws.length; n++) {
    const at = text.indexOf(QUOTED, from);
    found.push(text.slice(from, at), raws[n] as string);
    from = at + QUOTED.length + String(n).length + 1;
  }
  found.push(text.slice(from));
  return found;
}
