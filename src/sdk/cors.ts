import type { IncomingHttpHeaders } from 'node:http';

/** What `Access-Control-Allow-Headers` of the original lists, whatever is requested. */
const ALWAYS_ALLOWED = ['X-Requested-With', 'Content-Type'];

/** A name of a header (RFC 9110, section 5.6.2). */
const TOKEN = /^[!#$%&'*+.^_`|~\w-]+$/;

/**
 * Contract section 15.1: pages of any origin may read the responses. A page may send any header that it asks for:
 * monitoring libraries add their own to every request, and the browser would stop the whole request for one that is not
 * allowed.
 */
export function corsHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const { origin } = headers;
  if (!origin) return {};
  const requested = String(headers['access-control-request-headers'] ?? '').split(',');
  const names = requested.map((name) => name.trim()).filter((name) => TOKEN.test(name));
  return {
    'access-control-allow-origin': allowedOrigin(origin),
    'access-control-allow-credentials': 'true',
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    // The time to wait under overload, which the SDK follows when it may read it.
    'access-control-expose-headers': 'Retry-After',
    'access-control-allow-headers': [...ALWAYS_ALLOWED, ...names].join(','),
  };
}

/** Scheme and host; `*` for an origin without a host, such as that of a local file. */
function allowedOrigin(origin: string): string {
  if (!URL.canParse(origin)) return '*';
  const { protocol, host } = new URL(origin);
  return host === '' ? '*' : `${protocol}//${host}`;
}
