import { lexicographicSortSchema, printSchema } from 'graphql';
import type { Config } from '../config.ts';
import { ICON } from '../docs/icon.ts';
import { docsPage } from '../docs/page.ts';
import { STYLE } from '../docs/style.ts';
import { contentSchema, SCHEMA_PATH } from '../domain/tour/content/json-schema.ts';
import { schema } from '../graphql/schema.ts';
import { CachedBody } from '../http/cached-body.ts';
import { type Exchange, reply } from './exchange.ts';
import { methodNotAllowed, replyProblem } from './http-problem.ts';
import { describeGateway } from './openapi.ts';
import { createSecurityTxt, SECURITY_TXT } from './security-txt.ts';

/** What is served for people and generators to read, and how long it may be kept: it changes with the release alone, but its address does not. */
const CACHING = 'public, max-age=300';

/** The page runs nothing and loads nothing but its own looks. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

const SCHEMA = 'schema.graphql';

export interface Docs {
  /** Null: the path is none of these. */
  find(path: string): CachedBody | null;
}

type DocsSettings = Pick<Config, 'publicUrl' | 'introspection' | 'graphiql' | 'securityContact'>;

/**
 * The documentation page, the OpenAPI document, the JSON Schema of content, GraphQL's schema where it may be seen, and the security contact where there is one. Each is made when it is first
 * asked for: no start waits for it.
 */
export function createDocs(config: DocsSettings, clock: () => Date): Docs {
  const { publicUrl, introspection, graphiql } = config;
  const document = once(() => describeGateway(publicUrl ?? '/'));
  const page = (root: '' | '../') => docsPage(document(), { root, schema: introspection ? SCHEMA : null, hasGraphiql: graphiql });
  const resource = (contentType: string, body: () => string) => once(() => new CachedBody(contentType, body()));
  const resources = new Map([
    ['/docs', resource('text/html; charset=utf-8', () => page(''))],
    ['/docs/', resource('text/html; charset=utf-8', () => page('../'))],
    ['/docs/style.css', resource('text/css; charset=utf-8', () => STYLE)],
    ['/favicon.ico', resource('image/svg+xml', () => ICON)],
    ['/openapi.json', resource('application/json', () => JSON.stringify(document()))],
    [
      SCHEMA_PATH,
      resource('application/schema+json', () => JSON.stringify(contentSchema(publicUrl ? `${publicUrl}${SCHEMA_PATH}` : null))),
    ],
  ]);
  if (introspection) resources.set(`/${SCHEMA}`, resource('text/plain; charset=utf-8', printedSchema));
  const securityTxt = createSecurityTxt(config, clock);
  if (securityTxt) resources.set(SECURITY_TXT, securityTxt);
  return { find: (path) => resources.get(path)?.() ?? null };
}

const printedSchema = () => printSchema(lexicographicSortSchema(schema));

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

export async function handleDocs(exchange: Exchange, resource: CachedBody): Promise<void> {
  const { req, method } = exchange;
  if (method !== 'GET' && method !== 'HEAD') return replyProblem(exchange, methodNotAllowed(method, 'GET, HEAD'));
  exchange.headers.vary = 'origin, accept-encoding';
  const { status, headers, body } = await resource.answer({ method, headers: req.headers }, CACHING);
  reply(exchange, status, { ...HEADERS, ...headers }, body);
}
