import type { Exchange } from './exchange.ts';

/** How long a browser may remember the answer to a preflight, in seconds. */
const MAX_AGE = 86_400;

/**
 * Answers a preflight, and lets browsers read the answers to what follows it.
 *
 * @param allowed the origins that may, or `*` for any; they may send credentials
 * @returns whether the exchange was a preflight and is over
 */
export function applyCors({ req, res, method, headers }: Exchange, allowed: '*' | readonly string[]): boolean {
  // Also of an answer that gets none of these headers: a cache must not give it to a page that would.
  headers.vary = 'origin';
  const { origin } = req.headers;
  if (!origin || !(allowed === '*' || allowed.includes(origin))) return false;
  headers['access-control-allow-origin'] = origin;
  headers['access-control-allow-credentials'] = 'true';
  if (method !== 'OPTIONS' || !req.headers['access-control-request-method']) {
    headers['access-control-expose-headers'] = 'x-request-id, etag, retry-after';
    return false;
  }
  headers['access-control-allow-methods'] = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';
  headers['access-control-allow-headers'] = req.headers['access-control-request-headers'] ?? 'authorization, content-type';
  headers['access-control-max-age'] = String(MAX_AGE);
  res.writeHead(204, headers).end();
  return true;
}
