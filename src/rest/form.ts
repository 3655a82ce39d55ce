import type { Decoder } from './charset.ts';
import { decodeUtf8 } from './utf8.ts';

/** The fields of a URL-encoded form, its escapes being bytes of the body's charset. */
export function readUrlencoded(body: Buffer, decode: Decoder): ReadonlyMap<string, string> {
  // The ampersand keeps a leading question mark in the first name.
  if (decode === decodeUtf8) return new Map(new URLSearchParams(`&${body}`));
  const pairs = body.toString('latin1').split('&').filter(Boolean);
  const read = (text: string) => {
    const bytes = text.replaceAll('+', ' ').replace(/%([0-9a-f]{2})/gi, (_, digits) => String.fromCharCode(Number.parseInt(digits, 16)));
    const decoded = decode(Buffer.from(bytes, 'latin1'));
    return 'text' in decoded ? decoded.text : bytes;
  };
  return new Map(pairs.map((pair) => [read(pair.split('=', 1)[0] ?? ''), read(pair.replace(/^[^=]*=?/, ''))]));
}

/**
 * The fields of a multipart form; null when it is malformed. The platform's own parser does the work. A file counts as its text, so that
 * `curl -F content=@tour.json` does what it looks like.
 */
export async function readForm(contentType: string, body: Buffer): Promise<ReadonlyMap<string, string> | null> {
  const form = await parse(contentType, body);
  if (!form) return null;
  const fields = new Map<string, string>();
  for (const [name, value] of form) fields.set(name, typeof value === 'string' ? value : await value.text());
  return fields;
}

async function parse(contentType: string, body: Buffer): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return null;
  }
}
