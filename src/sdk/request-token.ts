import type { SdkRequest } from './answer.ts';

/** A form that only has to hold a token. */
const MAX_FORM_BYTES = 64 * 1024;

/** The project token of a request: in the query of a GET as `token` or `api_key`, else in a form as `api_key` or `token`. */
export async function findToken(request: SdkRequest): Promise<string | null> {
  const { method, query } = request;
  const isRead = method === 'GET' || method === 'HEAD';
  return (isRead && (query.getAll('token').at(-1) || query.getAll('api_key').at(-1))) || findInForm(request);
}

async function findInForm({ headers, readBody }: SdkRequest): Promise<string | null> {
  const type = headers['content-type'] ?? '';
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return null;
  const body = await readBody(MAX_FORM_BYTES);
  if (!body) return null;
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData().catch(() => null);
  const value = form?.get('api_key') || form?.get('token');
  return typeof value === 'string' ? value : null;
}
