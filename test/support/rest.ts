// biome-ignore lint/suspicious/noExplicitAny: tests look into bodies as they came over the wire
export type RestAnswer = { status: number; headers: Headers; text: string; body: any };

/** Sends JSON, or a form when the body is URLSearchParams or FormData, below /api/projects/. */
export type RestClient = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<RestAnswer>;

export function restClient(url: string, key: string | null): RestClient {
  return async (method, path, body, headers = {}) => {
    const isForm = body instanceof URLSearchParams || body instanceof FormData;
    const response = await fetch(`${url}/api/projects/${path}`, {
      method,
      headers: {
        ...(key !== null && { authorization: `Bearer ${key}` }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? null : isForm ? (body as BodyInit) : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: text === '' ? null : JSON.parse(text) };
  };
}
