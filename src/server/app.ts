import type { Config } from '../config.ts';
import { hasDatabase } from '../db/data-folder.ts';
import { createDatabase, type Database } from '../db/database.ts';
import { createDatabaseBus } from '../db/database-bus.ts';
import { databasePlace } from '../db/place.ts';
import { openRedis } from '../db/redis.ts';
import { openRedisBus } from '../db/redis-bus.ts';
import type { AnalyticsEvent } from '../domain/analytics.ts';
import { createAuthenticator } from '../domain/authentication.ts';
import { type Bootstrapped, bootstrap, type KeepFirstKey } from '../domain/bootstrap.ts';
import type { Deps } from '../domain/deps.ts';
import { createConnectionLimiter } from '../limits/connection-limiter.ts';
import { shareLimits } from '../limits/fair-share.ts';
import { createRateLimiter, unlimited } from '../limits/rate-limiter.ts';
import { createUnreadOutput } from '../limits/unread-output.ts';
import { createWrongCredentials, unlimitedCredentials } from '../limits/wrong-credentials.ts';
import { startAccessWatch } from '../live/access-watch.ts';
import { createDraftFeed } from '../live/draft-feed.ts';
import { startPresence } from '../live/presence.ts';
import { createProjectChanges } from '../live/project-changes.ts';
import { createWakeUps } from '../live/wake-up.ts';
import { createKnownTags } from '../rest/known-tags.ts';
import { createSdkDoor } from '../sdk/door.ts';
import { createContentWriter } from '../writers/writer.ts';
import { createByteBudget } from './byte-budget.ts';
import { createClientReader } from './client.ts';
import { createCredentialCheck } from './credential-check.ts';
import { createDocs } from './docs.ts';
import { createDocuments } from './documents.ts';
import { watchExchanges } from './drain.ts';
import { createExecutor } from './executor.ts';
import { createGraphiql } from './graphiql.ts';
import { startHousekeeping } from './housekeeping.ts';
import { createHttpServer } from './http.ts';
import { addressBlock } from './ip-address.ts';
import { listen } from './listen.ts';
import { createLogger } from './log.ts';
import { loadTrustedDocuments, warnOfInvalid } from './persisted/trusted-documents.ts';
import { createRetainedRequests } from './retained-requests.ts';
import { createRun } from './run.ts';
import { startScheduledPublishes } from './scheduled-publishes.ts';
import { createSubscribe } from './shared-subscription.ts';
import { openWebSocketDoor } from './websocket.ts';
import { createGateway } from './yoga.ts';

/** How long requests that are under way may take once the gateway closes, in milliseconds. */
const DRAIN_MS = 8000;

/** How many events of drafts a project keeps at most; RETENTION_DAYS sets for how long. */
const MAX_EVENTS_PER_PROJECT = 100_000;

export interface App {
  /** Where it listens, for example http://127.0.0.1:4000. */
  url: string;
  db: Database;
  /** What was made because the database was empty; null otherwise. */
  bootstrapped: Bootstrapped | null;
  /** What clients have open on this node. */
  stats(): { sockets: number; eventStreams: number; subscriptions: number };
  /** Completes streams and requests, then closes the database. */
  close(): Promise<void>;
}

/** What the start of a gateway reports while it is under way. */
export interface Startup {
  /** As of bootstrap. */
  keepFirstKey?: KeepFirstKey;
  /** Is called with what happens now, in a sentence. Absent: it is logged. */
  report?(message: string): void;
  /** Whether the port is taken last: by one of several processes on it, which would get requests of clients while it starts. */
  listensLast?: boolean;
}

/**
 * Puts the gateway together and starts it: settings, port, database, domain, feed, doors. Where it fails, nothing stays open, and a port that is not free
 * leaves no database.
 *
 * @param outside parts of the outside world to use instead of the usual ones, for an embedder or a test
 * @throws SetupError for what the settings do not allow
 */
export async function startApp(config: Config, outside: Partial<Omit<Deps, 'db'>> = {}, startup: Startup = {}): Promise<App> {
  const opened: (() => unknown)[] = [];
  try {
    return await open(config, outside, startup, (close) => opened.unshift(close));
  } catch (error) {
    for (const close of opened) await close();
    throw error;
  }
}

/** @param onFailure is given what to close if a later step fails */
async function open(
  config: Config,
  outside: Partial<Omit<Deps, 'db'>>,
  { keepFirstKey, report, listensLast = false }: Startup,
  onFailure: (close: () => unknown) => void,
): Promise<App> {
  const log = await createLogger(config.logLevel);
  const trusted = config.trustedDocuments === undefined ? null : loadTrustedDocuments(config.trustedDocuments);
  const inform = (message: string, level: 'info' | 'warn' = 'info') => log[level](message);
  const progress = report ?? inform;
  const budget = createByteBudget(config.maxBytesInFlight);
  const readClient = createClientReader(config.trustProxy, () =>
    log.warn(
      'forwarding headers arrive, but TRUST_PROXY is not set: they are ignored, and the address of the proxy counts as that of its clients',
    ),
  );
  const { hstsMaxAgeSeconds } = config;
  const hsts = hstsMaxAgeSeconds > 0 ? `max-age=${hstsMaxAgeSeconds}` : null;
  const { http, serve } = createHttpServer(config, { log, budget, readClient, hsts });
  const drain = watchExchanges(http);
  const listeningAt = listensLast ? null : await listen(http, config);
  onFailure(() => http.listening && drain(0));
  const contentWriter = await createContentWriter(config.contentProvider);
  const redis = config.redisUrl === undefined ? null : await openRedis(config.redisUrl);
  onFailure(() => redis?.disconnect());
  const redisBus = redis && (await openRedisBus(redis, inform));
  onFailure(() => redisBus?.close());
  const isNew = config.databaseUrl === undefined && !hasDatabase(config.dataDir);
  progress(isNew ? `Creating the ${databasePlace(config)}; this takes a few seconds` : `Preparing the ${databasePlace(config)}`);
  const db = await createDatabase(config, inform, redisBus?.announce);
  onFailure(() => db.close());
  const bus = redisBus ?? createDatabaseBus(db);
  const logEvent = (event: AnalyticsEvent) => log.info({ analytics: event }, 'analytics');
  const { retentionDays, maxContentBytes } = config;
  const deps: Deps = { db, clock: () => new Date(), contentWriter, capture: logEvent, retentionDays, maxContentBytes, ...outside };
  const bootstrapped = await bootstrap(deps, config, keepFirstKey);
  const share = (process: number, maxOfKey?: number) => shareLimits(process, config.projectSharePercent, maxOfKey);
  const authenticator = createAuthenticator(db);
  const access = await startAccessWatch({
    db,
    authenticator,
    places: createConnectionLimiter('subscriptions', share(config.maxSubscriptions)),
    log: (error) => log.warn({ err: error }, 'access watch'),
  });
  const presence = await startPresence(bus, deps.clock, createConnectionLimiter('present clients', share(config.maxPresentClients)));
  const wakeUps = createWakeUps(bus);
  const feed = createDraftFeed({ db, wakeUps, log: (error) => log.warn({ err: error }, 'draft feed') });

  function onRedisChange(reason: unknown): void {
    if (reason) log.warn({ err: reason }, 'Redis is away: this node counts requests by itself');
    else log.info('Redis is back: requests are counted with the other nodes');
  }
  const limit = config.rateLimit ? createRateLimiter({ redis, clock: deps.clock, onRedisChange }) : unlimited;

  const { retentionDays: days, eventRetentionDays } = config;
  const changes = await createProjectChanges(db, wakeUps);
  const sdk = createSdkDoor(deps, changes, {
    eventRetentionDays,
    quotas: config.captureQuotas,
    warn: (details, message) => log.warn(details, message),
    log: (error) => log.error({ err: error }, 'captured events'),
  });
  const docs = createDocs(config, deps.clock);
  const services = { deps, feed, access, presence };
  const run = createRun(services, changes, config);
  const documents = createDocuments(config, trusted);
  if (trusted) warnOfInvalid(trusted, documents.errorsOf, log);
  const yoga = createGateway(run, documents);
  const retained = createRetainedRequests(config.projectSharePercent);
  const executor = createExecutor(documents, run, createSubscribe(services, retained, config));
  const retention = {
    days,
    maxEventsPerProject: MAX_EVENTS_PER_PROJECT,
    browserEventDays: eventRetentionDays,
    identifiedPersonDays: config.personRetentionDays,
  };
  const stopHousekeeping = startHousekeeping(deps, retention, log);
  const stopScheduledPublishes = await startScheduledPublishes(deps, log);
  const readiness = { isServing: true };
  const connections = share(config.maxStreamingConnections, config.maxConnectionsPerKey);
  const streams = createConnectionLimiter('event streams', connections);
  const unread = createUnreadOutput(share(config.maxUnreadBytes));
  const socketLimiter = createConnectionLimiter('WebSockets', connections);
  const { maxWrongCredentialsPerMinute: perMinute } = config;
  const wrong = perMinute > 0 ? createWrongCredentials(perMinute, addressBlock, deps.clock) : unlimitedCredentials;
  const verify = createCredentialCheck(authenticator, wrong);
  const sockets = openWebSocketDoor(http, {
    executor,
    verify,
    budget,
    readClient,
    origins: config,
    access,
    limit,
    limiter: socketLimiter,
    unread,
    log,
  });

  serve({
    config,
    services,
    db,
    verify,
    graphiql: config.graphiql ? createGraphiql(trusted !== null) : null,
    yoga,
    executor,
    limit,
    sdk,
    docs,
    knownTags: createKnownTags(changes),
    readiness,
    streams,
    unread,
  });
  const url = listeningAt ?? (await listen(http, config));
  log.info({ url, pid: process.pid }, 'serving');

  return {
    url,
    db,
    bootstrapped,
    stats: () => ({ sockets: socketLimiter.open(), eventStreams: streams.open(), subscriptions: access.stats().streams }),
    async close() {
      readiness.isServing = false;
      const drained = drain(DRAIN_MS);
      const stopped = Promise.all([stopHousekeeping(), stopScheduledPublishes()]);
      await feed.close();
      await presence.close();
      await sockets.close();
      await drained;
      await access.close();
      await sdk.close();
      await changes.close();
      await stopped;
      await bus.close();
      redis?.disconnect();
      await db.close();
      log.info('closed');
    },
  };
}
