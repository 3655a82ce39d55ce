import { type RestAnswer, restClient } from './rest.ts';

/** Sends requests below /api/ instead of /api/projects/. */
export function apiClient(url: string, key: string | null) {
  const send = restClient(url, key);
  return (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<RestAnswer> =>
    send(method, `../${path}`, body, headers);
}
