import { decodeUtf8 } from './utf8.ts';

const PARAMETER = /;\s*charset\s*=\s*"?([^\s;"]+)/i;

/** Every byte is the code point of the same number; the platform's decoder takes these names for windows-1252. */
const LATIN1 = new Set(['iso-8859-1', 'iso8859-1', 'iso_8859-1', 'latin-1', 'latin1', 'l1']);

/** Bytes as text, or what is wrong with them. */
export type Decoder = (bytes: Buffer) => { text: string } | { message: string };

/** Reads the charset that a content type names. Without one, and with one that nobody knows, it is UTF-8, as upstream. */
export function charsetDecoder(contentType: string): Decoder {
  const name = PARAMETER.exec(contentType)?.[1]?.toLowerCase();
  if (name === undefined) return decodeUtf8;
  if (LATIN1.has(name)) return (bytes) => ({ text: bytes.toString('latin1') });
  const decoder = findDecoder(name);
  if (!decoder || decoder.encoding === 'utf-8') return decodeUtf8;
  return (bytes) => {
    try {
      return { text: decoder.decode(bytes) };
    } catch {
      return { message: `'${name}' codec can't decode the body` };
    }
  };
}

function findDecoder(name: string): TextDecoder | null {
  try {
    return new TextDecoder(name, { fatal: true });
  } catch {
    return null;
  }
}
