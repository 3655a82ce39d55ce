import type { IncomingHttpHeaders } from 'node:http';

/** An HTTP request as this face reads it. */
export interface RestRequest {
  method: string;
  /** Not decoded, without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: BodySource;
}

/** The body of a request, which is received when somebody asks for it. */
interface BodySource {
  /** The beginning of the body: about so many bytes, or all of it where it is shorter. */
  first(bytes: number): Promise<{ bytes: Buffer; isWhole: boolean }>;
  /** @throws an error of the server when the body is larger than it reads */
  whole(): Promise<Buffer>;
}
