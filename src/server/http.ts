import { createServer, type Server } from 'node:http';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { ConnectionLimiter } from '../limits/connection-limiter.ts';
import type { UnreadOutput } from '../limits/unread-output.ts';
import type { SdkDoor } from '../sdk/door.ts';
import { findSdkRoute } from '../sdk/route.ts';
import { identify } from './authentication.ts';
import { MAX_BODY_BYTES, readBody } from './body.ts';
import { applyCors } from './cors.ts';
import { type Docs, handleDocs } from './docs.ts';
import { Exchange, reply, replyJson } from './exchange.ts';
import { goneSignal } from './gone.ts';
import { handleGraphql } from './graphql-http.ts';
import { handleHealth, type Readiness } from './health.ts';
import { replyToFailure } from './last-resort.ts';
import type { Logger } from './log.ts';
import { handleRest, type RestParts } from './rest-http.ts';
import { handleSdk } from './sdk-http.ts';
import type { Yoga } from './yoga.ts';

/** The largest body of a GraphQL request without a valid credential, in bytes: it may ask for nothing but the schema. */
const MAX_ANONYMOUS_BODY_BYTES = 64 * 1024;

export interface HttpParts extends RestParts {
  config: Config;
  db: Database;
  yoga: Yoga;
  sdk: SdkDoor;
  docs: Docs;
  readiness: Readiness;
  /** Limits the event streams. */
  streams: ConnectionLimiter;
  /** Limits what the readers of event streams have not read. */
  unread: UnreadOutput;
  log: Logger;
}

/** The HTTP server: which door a path belongs to, and what every exchange has in common. */
export function createHttpServer(parts: HttpParts): Server {
  const server = createServer((req, res) => {
    const exchange = new Exchange(req, res, parts.log);
    logWhenOver(exchange);
    dispatch(exchange, parts).catch((error: unknown) => replyToFailure(exchange, error));
  });
  // A slow or silent sender is cut off; an event stream, which sends nothing more, is not.
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 65_000;
  // Whole, whatever their number: a request may be put together again from its fields (declined-upgrade.ts). Their size stays limited.
  server.maxHeadersCount = 0;
  return server;
}

/** The query is left out of the log: a key may be in it. */
function logWhenOver({ res, requestId, method, path, log }: Exchange): void {
  if (!log.isLevelEnabled('info')) return;
  const started = performance.now();
  res.once('close', () =>
    log.info({ requestId, method, path, status: res.statusCode, ms: Math.round(performance.now() - started) }, 'request'),
  );
}

async function dispatch(exchange: Exchange, parts: HttpParts): Promise<void> {
  const { req, res, path, requestId, log } = exchange;
  if (path.startsWith('/health/')) return handleHealth(exchange, parts.db, parts.readiness);
  const sdkRoute = findSdkRoute(path);
  if (sdkRoute) return handleSdk(exchange, sdkRoute, parts.sdk);
  const page = parts.docs.find(path);
  if (applyCors(exchange, page || path.startsWith('/api/') ? '*' : parts.config.corsOrigins)) return;
  if (page) return handleDocs(exchange, page);
  if (path === '/graphql') {
    const identity = await identify(parts.authenticator, req.headers.authorization);
    const body = await readBody(req, identity.actor ? MAX_BODY_BYTES : MAX_ANONYMOUS_BODY_BYTES);
    const caller = { ...identity, gone: () => goneSignal(res, res.closed) };
    const { yoga, executor, limit, streams, unread } = parts;
    return handleGraphql(exchange, body, { yoga, executor, limit, streams, unread, server: { caller, requestId, log } });
  }
  if (path.startsWith('/api/')) return handleRest(exchange, parts);
  if (path === '/') return reply(exchange, 302, { location: '/graphql' });
  replyJson(exchange, 404, { error: `Nothing is served at ${path}.` });
}
