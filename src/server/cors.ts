import type { Exchange } from './exchange.ts';

/** How long a browser may remember the answer to a preflight, in seconds. */
const MAX_AGE = 86_400;

const METHODS = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS';

/** What pages may read besides what browsers always show them. */
const EXPOSED = 'x-request-id, etag, retry-after, ratelimit, ratelimit-policy, ratelimit-limit, ratelimit-remaining, ratelimit-reset';

/**
 * Answers a preflight, and lets browsers read the answers to what follows it. Credentials come in headers that a page sets itself, never in cookies, so
 * `Access-Control-Allow-Credentials` is not sent.
 *
 * @param allowed the origins that may, or `*` for any
 * @returns whether the exchange was a preflight and is over
 */
export function applyCors(exchange: Exchange, allowed: '*' | readonly string[]): boolean {
  const { req, res, method, headers } = exchange;
  // Also of an answer that gets none of these headers: a cache must not give it to a page that would.
  headers.vary = 'origin, authorization';
  const { origin } = req.headers;
  if (!origin || !(allowed === '*' || allowed.includes(origin))) return false;
  headers['access-control-allow-origin'] = origin;
  if (method !== 'OPTIONS' || !req.headers['access-control-request-method']) {
    headers['access-control-expose-headers'] = EXPOSED;
    return false;
  }
  headers['access-control-allow-methods'] = METHODS;
  headers['access-control-allow-headers'] = req.headers['access-control-request-headers'] ?? 'authorization, content-type';
  headers['access-control-max-age'] = String(MAX_AGE);
  res.writeHead(204, headers).end();
  return true;
}
