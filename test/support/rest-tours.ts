import { type RestAnswer, type RestClient, restClient } from './rest.ts';

/** The tours of a project over REST, in few words. What is meant to succeed throws when it does not. */
export interface RestTours {
  /** `path` follows the collection: `/`, `/<id>/draft/`. */
  send: RestClient;
  /** A body as it stands, of any type. */
  sendRaw(method: string, path: string, body: BodyInit, type?: string): Promise<RestAnswer>;
  /** A new tour; without a name it gets one of its own. */
  create(fields?: object): Promise<RestAnswer['body']>;
  read(id: string): Promise<RestAnswer['body']>;
  change(id: string, fields: object): Promise<RestAnswer['body']>;
  draft(id: string, fields: object): Promise<RestAnswer['body']>;
  publish(id: string, fields?: object): Promise<RestAnswer['body']>;
}

let count = 0;

export function restTours(caller: { url: string; key: string | null }, projectId: number | string): RestTours {
  const rest = restClient(caller.url, caller.key);
  const send: RestClient = (method, path, body, headers) => rest(method, `${projectId}/product_tours${path}`, body, headers);

  async function succeed(status: number, ...[method, path, body]: Parameters<RestClient>): Promise<RestAnswer['body']> {
    const answer = await send(method, path, body);
    if (answer.status !== status) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  }

  return {
    send,
    sendRaw: async (method, path, body, type = 'application/json') => {
      const headers = { ...(caller.key !== null && { authorization: `Bearer ${caller.key}` }), ...(type && { 'content-type': type }) };
      const response = await fetch(`${caller.url}/api/projects/${projectId}/product_tours${path}`, { method, headers, body });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: text === '' ? null : JSON.parse(text) };
    },
    create: (fields = {}) => succeed(201, 'POST', '/', { name: `Tour number ${++count}`, ...fields }),
    read: (id) => succeed(200, 'GET', `/${id}/`),
    change: (id, fields) => succeed(200, 'PATCH', `/${id}/`, fields),
    draft: (id, fields) => succeed(200, 'PATCH', `/${id}/draft/`, fields),
    publish: (id, fields) => succeed(200, 'POST', `/${id}/publish_draft/`, fields),
  };
}
