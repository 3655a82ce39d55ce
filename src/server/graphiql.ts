import { preferredType } from '../http/accept.ts';
import { CachedBody } from '../http/cached-body.ts';
import { type Exchange, reply } from './exchange.ts';
import { type GraphiqlFiles, loadGraphiqlFiles } from './graphiql-files.ts';
import { RESULT_TYPES } from './graphql-http.ts';
import { methodNotAllowed, replyProblem, unknownPath } from './http-problem.ts';

const HTML = 'text/html';

/** The folder of the page's files, whose names contain a hash of their content. */
const FOLDER = 'graphiql/';

/** The page names the files of this release: browsers ask for it again. */
const PAGE_CACHING = 'private, no-cache';
const FILE_CACHING = 'public, max-age=31536000, immutable';

/** The page runs its own files, in workers too, and talks to this gateway alone. The editor makes style elements. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const PAGE_HEADERS = { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' };

export interface Graphiql {
  handlePage(exchange: Exchange): Promise<void>;
  /** Whether a path is that of one of the page's files. */
  hasFile(path: string): boolean;
  handleFile(exchange: Exchange): Promise<void>;
}

/**
 * Whether a request is that of a browser for the GraphiQL page: it prefers HTML to any result, whatever the query
 * string contains.
 */
export function asksForGraphiql({ req, method }: Pick<Exchange, 'req' | 'method'>): boolean {
  return (method === 'GET' || method === 'HEAD') && preferredType(req.headers.accept, [...RESULT_TYPES, HTML]) === HTML;
}

/**
 * The GraphiQL page. Its files of 9 MB are read when the page is first asked for.
 *
 * @param isTrustedOnly only trusted documents run, which the page then says
 */
export function createGraphiql(isTrustedOnly: boolean): Graphiql {
  let loading: Promise<GraphiqlFiles<CachedBody>> | undefined;

  async function load(): Promise<GraphiqlFiles<CachedBody>> {
    loading ??= loadGraphiqlFiles(isTrustedOnly, (type, text) => new CachedBody(type, text));
    return loading;
  }

  async function send(exchange: Exchange, body: CachedBody, caching: string, own: Record<string, string>): Promise<void> {
    const { req, method } = exchange;
    const { status, headers, body: bytes } = await body.answer({ method, headers: req.headers }, caching);
    reply(exchange, status, { ...own, ...headers }, bytes);
  }

  return {
    async handlePage(exchange) {
      const { script, style } = await load();
      // Relative to /graphql or /graphql/, so that the page works behind any path prefix.
      const folder = `${exchange.path.endsWith('/') ? '../' : ''}${FOLDER}`;
      exchange.headers.vary = 'origin, accept, accept-encoding';
      const page = new CachedBody(`${HTML}; charset=utf-8`, pageOf(`${folder}${script}`, `${folder}${style}`));
      return send(exchange, page, PAGE_CACHING, PAGE_HEADERS);
    },
    hasFile: (path) => path.startsWith(`/${FOLDER}`),
    async handleFile(exchange) {
      const { method, path } = exchange;
      const file = (await load()).files.get(path.slice(FOLDER.length + 1));
      if (!file) return replyProblem(exchange, unknownPath(path));
      if (method !== 'GET' && method !== 'HEAD') return replyProblem(exchange, methodNotAllowed(method, 'GET, HEAD'));
      exchange.headers.vary = 'origin, accept-encoding';
      return send(exchange, file, FILE_CACHING, {});
    },
  };
}

function pageOf(script: string, style: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>GraphiQL: Tour gateway</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
</head>
<body id="body" class="no-focus-outline">
<noscript>GraphiQL needs JavaScript.</noscript>
<div id="root"></div>
<script src="${script}"></script>
</body>
</html>
`;
}
