import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { SdkDoor } from '../sdk/door.ts';
import { findSdkRoute } from '../sdk/route.ts';
import { applyCors } from './cors.ts';
import { type Docs, handleDocs } from './docs.ts';
import { Exchange, type ExchangeParts, reply } from './exchange.ts';
import { isGraphqlPath } from './graphql-path.ts';
import { type GraphqlParts, handleGraphqlRequest } from './graphql-request.ts';
import { handleHealth, type Readiness } from './health.ts';
import { EXPECTATION_FAILED, methodNotAllowed, replyProblem, unknownPath } from './http-problem.ts';
import { replyToFailure } from './last-resort.ts';
import { refuseMalformed } from './malformed-request.ts';
import { answerProtocolErrors } from './protocol-errors.ts';
import { handleRest, type RestParts } from './rest-http.ts';
import { handleSdk } from './sdk-http.ts';

/** How often it is looked for requests that take too long to arrive, in milliseconds: they may take so much longer. */
const TIMEOUT_CHECK_MS = 1000;

export interface HttpParts extends RestParts, GraphqlParts, ExchangeParts {
  config: Config;
  db: Database;
  sdk: SdkDoor;
  docs: Docs;
  readiness: Readiness;
}

/** The HTTP server: which door a path belongs to, and what every exchange has in common. */
export function createHttpServer(parts: HttpParts): Server {
  const { config } = parts;
  const server = createServer({
    // An event stream, which sends nothing more, is not cut off.
    requestTimeout: config.requestTimeoutSeconds * 1000,
    headersTimeout: config.headersTimeoutSeconds * 1000,
    connectionsCheckingInterval: TIMEOUT_CHECK_MS,
    keepAliveTimeout: 65_000,
    // Answered here, with a body (malformed-request.ts).
    requireHostHeader: false,
  });
  // Whole, whatever their number: a request may be put together again from its fields (declined-upgrade.ts). Their size stays limited.
  server.maxHeadersCount = 0;
  server.maxConnections = config.maxConnections;
  server.on('request', (req, res) => answer(new Exchange(req, res, parts), parts));
  server.on('checkContinue', (req: IncomingMessage, res: ServerResponse) => answer(new Exchange(req, res, parts, true), parts));
  server.on('checkExpectation', (req: IncomingMessage, res: ServerResponse) => {
    const exchange = new Exchange(req, res, parts, true);
    logWhenOver(exchange);
    replyProblem(exchange, EXPECTATION_FAILED);
  });
  answerProtocolErrors(server, parts.hsts);
  return server;
}

function answer(exchange: Exchange, parts: HttpParts): void {
  logWhenOver(exchange);
  dispatch(exchange, parts).then(
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

async function dispatch(exchange: Exchange, parts: HttpParts): Promise<void> {
  const { method, path } = exchange;
  const malformed = refuseMalformed(exchange.req);
  if (malformed) return replyProblem(exchange, malformed, { connection: 'close' });
  if (path.startsWith('/health/')) return handleHealth(exchange, parts.db, parts.readiness);
  const sdkRoute = findSdkRoute(path);
  if (sdkRoute) return handleSdk(exchange, sdkRoute, parts.sdk);
  const page = parts.docs.find(path);
  if (applyCors(exchange, page || path.startsWith('/api/') ? '*' : parts.config.corsOrigins)) return;
  if (page) return handleDocs(exchange, page);
  if (parts.graphiql?.hasFile(path)) return parts.graphiql.handleFile(exchange);
  if (isGraphqlPath(path)) return handleGraphqlRequest(exchange, parts);
  if (path.startsWith('/api/')) return handleRest(exchange, parts);
  if (path !== '/') return replyProblem(exchange, unknownPath(path, parts.config.publicUrl));
  if (method !== 'GET' && method !== 'HEAD') return replyProblem(exchange, methodNotAllowed(method, 'GET, HEAD'));
  // Relative, so that it works behind a path prefix.
  reply(exchange, 302, { location: 'graphql' });
}
