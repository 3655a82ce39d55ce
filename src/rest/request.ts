import type { IncomingHttpHeaders } from 'node:http';

/** An HTTP request as this face reads it, its body complete. */
export interface RestRequest {
  method: string;
  /** Not decoded, without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
}
