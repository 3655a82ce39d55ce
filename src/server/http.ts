import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { SdkDoor } from '../sdk/door.ts';
import { findSdkRoute } from '../sdk/route.ts';
import { applyCors } from './cors.ts';
import { type Docs, handleDocs } from './docs.ts';
import { Exchange, type ExchangeParts } from './exchange.ts';
import { isGraphqlPath } from './graphql-path.ts';
import { type GraphqlParts, handleGraphqlRequest } from './graphql-request.ts';
import { handleHealth, type Readiness } from './health.ts';
import { handleHome } from './home.ts';
import { EXPECTATION_FAILED, replyProblem, UNAVAILABLE, unknownPath } from './http-problem.ts';
import { replyToFailure } from './last-resort.ts';
import { refuseMalformed } from './malformed-request.ts';
import { answerProtocolErrors } from './protocol-errors.ts';
import { handleRest, type RestParts } from './rest-http.ts';
import { handleSdk } from './sdk-http.ts';

/** How often it is looked for requests that take too long to arrive, in milliseconds: they may take so much longer. */
const TIMEOUT_CHECK_MS = 1000;

export interface HttpParts extends RestParts, GraphqlParts {
  config: Config;
  db: Database;
  sdk: SdkDoor;
  docs: Docs;
  readiness: Readiness;
}

export interface HttpServer {
  http: Server;
  /** Serves requests from now on. Until then, all of them are answered with 503: the port is taken before the database is prepared. */
  serve(parts: HttpParts): void;
}

/** The HTTP server: which door a path belongs to, and what every exchange has in common. */
export function createHttpServer(config: Config, exchangeParts: ExchangeParts): HttpServer {
  const http = createServer({
    // An event stream, which sends nothing more, is not cut off.
    requestTimeout: config.requestTimeoutSeconds * 1000,
    headersTimeout: config.headersTimeoutSeconds * 1000,
    connectionsCheckingInterval: TIMEOUT_CHECK_MS,
    keepAliveTimeout: 65_000,
    // Answered here, with a body (malformed-request.ts).
    requireHostHeader: false,
  });
  // Whole, whatever their number: a request may be put together again from its fields (declined-upgrade.ts). Their size stays limited.
  http.maxHeadersCount = 0;
  http.maxConnections = config.maxConnections;
  let handle: Handle = handleWhileStarting;
  http.on('request', (req, res) => answer(new Exchange(req, res, exchangeParts), handle));
  http.on('checkContinue', (req: IncomingMessage, res: ServerResponse) => answer(new Exchange(req, res, exchangeParts, true), handle));
  http.on('checkExpectation', (req: IncomingMessage, res: ServerResponse) => {
    const exchange = new Exchange(req, res, exchangeParts, true);
    logWhenOver(exchange);
    replyProblem(exchange, EXPECTATION_FAILED);
  });
  answerProtocolErrors(http);
  return {
    http,
    serve(parts) {
      handle = (exchange) => dispatch(exchange, parts);
    },
  };
}

type Handle = (exchange: Exchange) => Promise<void>;

function answer(exchange: Exchange, handle: Handle): void {
  logWhenOver(exchange);
  handle(exchange).then(
    () => exchange.release(),
    (error: unknown) => {
      exchange.release();
      replyToFailure(exchange, error);
    },
  );
}

/** The query is left out of the log: a key may be in it. */
function logWhenOver(exchange: Exchange): void {
  const { res, requestId, method, path, log } = exchange;
  if (!log.isLevelEnabled('info')) return;
  const { address } = exchange.client;
  const started = performance.now();
  res.once('close', () =>
    log.info({ requestId, method, path, client: address, status: res.statusCode, ms: Math.round(performance.now() - started) }, 'request'),
  );
}

async function handleWhileStarting(exchange: Exchange): Promise<void> {
  const malformed = refuseMalformed(exchange.req);
  if (malformed) return replyProblem(exchange, malformed, { connection: 'close' });
  if (exchange.path.startsWith('/health/')) return handleHealth(exchange, null);
  if (applyCors(exchange, '*')) return;
  // The next request may go to another node.
  replyProblem(exchange, UNAVAILABLE, { connection: 'close' });
}

async function dispatch(exchange: Exchange, parts: HttpParts): Promise<void> {
  const { path } = exchange;
  const malformed = refuseMalformed(exchange.req);
  if (malformed) return replyProblem(exchange, malformed, { connection: 'close' });
  if (path.startsWith('/health/')) return handleHealth(exchange, parts);
  const sdkRoute = findSdkRoute(path);
  if (sdkRoute) return handleSdk(exchange, sdkRoute, parts.sdk);
  const page = parts.docs.find(path);
  if (applyCors(exchange, page || path.startsWith('/api/') ? '*' : parts.config.corsOrigins)) return;
  if (page) return handleDocs(exchange, page);
  if (parts.graphiql?.hasFile(path)) return parts.graphiql.handleFile(exchange);
  if (isGraphqlPath(path)) return handleGraphqlRequest(exchange, parts);
  if (path.startsWith('/api/')) return handleRest(exchange, parts);
  if (path === '/') return handleHome(exchange, parts);
  replyProblem(exchange, unknownPath(path, parts.config.publicUrl));
}
