import type { IncomingHttpHeaders } from 'node:http';

/** A request to this door. The body is read when somebody needs it. */
export interface SdkRequest {
  method: string;
  /** Not decoded. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** Null when it is larger than this many bytes. */
  readBody(limit: number): Promise<Buffer | null>;
}

export interface SdkAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}
