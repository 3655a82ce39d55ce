import type { Config } from '../config.ts';
import { Resource } from '../sdk/resource.ts';
import { type Exchange, reply, replyJson } from './exchange.ts';
import { describeGateway } from './openapi.ts';

/** What is served for people and generators to read, and how long it may be kept: it changes with the release alone, but its address does not. */
const CACHING = 'public, max-age=300';

export interface Docs {
  /** Null: the path is none of these. */
  find(path: string): Resource | null;
}

/** The OpenAPI document. */
export function createDocs(config: Pick<Config, 'publicUrl'>): Docs {
  const document = describeGateway(config.publicUrl ?? '/');
  const resources: Record<string, Resource> = { '/openapi.json': new Resource('application/json', JSON.stringify(document)) };
  return { find: (path) => (Object.hasOwn(resources, path) ? (resources[path] ?? null) : null) };
}

export async function handleDocs(exchange: Exchange, resource: Resource): Promise<void> {
  const { req, method } = exchange;
  if (method !== 'GET' && method !== 'HEAD') return replyJson(exchange, 405, { error: 'This is for reading.' }, { allow: 'GET, HEAD' });
  exchange.headers.vary = 'origin, accept-encoding';
  const { status, headers, body } = await resource.answer(req.headers, CACHING);
  reply(exchange, status, headers, body);
}
