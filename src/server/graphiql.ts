import { hash } from 'node:crypto';
import { Resource } from '../sdk/resource.ts';
import { type Exchange, reply } from './exchange.ts';

/** Where the page may be kept, it is asked for again: it changes with the release. */
const CACHING = 'private, no-cache';

const FIRST_QUERY = `# Put your key into the headers below: { "authorization": "Bearer phx_…" }
{
  viewer {
    user { email }
    projects { databaseId name token }
  }
}
`;

/** The key that is typed into the headers stays in the page: browsers keep no headers. */
const OPTIONS = { title: 'Tour gateway', subscriptionsProtocol: 'WS', defaultQuery: FIRST_QUERY, shouldPersistHeaders: false };

interface Page {
  resource: Resource;
  headers: Record<string, string>;
}

let page: Promise<Page> | undefined;

/** Whether a request is that of a browser for the GraphiQL page. */
export function asksForGraphiql({ req, method }: Pick<Exchange, 'req' | 'method'>): boolean {
  return (method === 'GET' || method === 'HEAD') && (req.headers.accept ?? '').includes('text/html');
}

/** The page of eight megabytes is made and compressed once, when it is first asked for. */
export async function handleGraphiql(exchange: Exchange): Promise<void> {
  page ??= makePage();
  const { resource, headers: own } = await page;
  exchange.headers.vary = 'origin, accept, accept-encoding';
  const { status, headers, body } = await resource.answer({ method: exchange.method, headers: exchange.req.headers }, CACHING);
  reply(exchange, status, { ...own, ...headers }, body);
}

async function makePage(): Promise<Page> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = String(renderGraphiQL(OPTIONS as Parameters<typeof renderGraphiQL>[0]));
  return {
    resource: new Resource('text/html; charset=utf-8', html),
    headers: { 'content-security-policy': policy(html), 'referrer-policy': 'no-referrer' },
  };
}

/** The page runs the one script that it brings, in workers too, and talks to this gateway alone. */
function policy(html: string): string {
  const script = html.slice(html.indexOf('<script>') + '<script>'.length, html.lastIndexOf('</script>'));
  return [
    "default-src 'none'",
    `script-src 'sha256-${hash('sha256', script, 'base64')}'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
