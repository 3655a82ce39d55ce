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
