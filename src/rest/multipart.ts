import { MIMEType } from 'node:util';
import { MAX_FIELDS, TooManyFieldsError } from './form.ts';

/**
 * The fields of a multipart form; null when it is malformed. The platform's own parser does the work. A file counts as its text, so that
 * `curl -F content=@tour.json` does what it looks like.
 *
 * @throws TooManyFieldsError
 */
export async function readMultipart(contentType: string, body: Buffer): Promise<ReadonlyMap<string, string> | null> {
  refuseManyParts(body, boundaryOf(contentType));
  const form = await parse(contentType, body);
  if (!form) return null;
  const fields = new Map<string, string>();
  for (const [name, value] of form) fields.set(name, typeof value === 'string' ? value : await value.text());
  return fields;
}

/** The text between the parts, read as the parser of the platform reads it; null: there is none. */
export function boundaryOf(contentType: string): string | null {
  try {
    return new MIMEType(contentType).params.get('boundary');
  } catch {
    return null;
  }
}

/** Before anything is parsed, since each part costs far more than its bytes. The last boundary ends the form. */
function refuseManyParts(body: Buffer, boundary: string | null): void {
  if (!boundary) return;
  const delimiter = Buffer.from(`--${boundary}`);
  let boundaries = 0;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length))
    if (++boundaries > MAX_FIELDS + 1) throw new TooManyFieldsError();
}

async function parse(contentType: string, body: Buffer): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    return null;
  }
}
