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

/** The error body of PostHog's public endpoints: the REST contract's envelope. */
export function failure(status: number, type: string, code: string, detail: string, headers: Record<string, string> = {}): SdkAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: JSON.stringify({ type, code, detail, attr: null }),
  };
}

export function unknownToken(token: string | null): SdkAnswer {
  const hint = 'You can find your project token in your PostHog project settings.';
  return token
    ? failure(401, 'authentication_error', 'invalid_api_key', `Project token invalid. ${hint}`)
    : failure(401, 'authentication_error', 'missing_api_key', `Project token not provided. ${hint}`);
}

export function methodNotAllowed(method: string, allowed: string): SdkAnswer {
  return failure(405, 'invalid_request', 'method_not_allowed', `Method "${method}" not allowed.`, { allow: allowed });
}
