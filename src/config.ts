import { z } from 'zod';
import { databaseUrlProblem, redisUrlProblem } from './config/connection-url.ts';
import { SetupError } from './config/setup-error.ts';
import { parseTrustProxy, TRUST_PROXY_EXPECTED, type TrustProxy } from './config/trust-proxy.ts';
import { hasCredentials, isOrigin, isWebUrl, trimSlash } from './config/web-url.ts';

const SECRETS: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'REDIS_URL',
  'BOOTSTRAP_PERSONAL_API_KEY',
  'BOOTSTRAP_PROJECT_TOKEN',
  'AI_BASE_URL',
  'AI_API_KEY',
]);

/** What the public token of a project can look like. */
export const PROJECT_TOKEN = /^phc_[\x21-\x7e]{1,196}$/;

/** Half of it must hold the largest body. */
const MIN_BYTES_IN_FLIGHT = 40 * 1024 * 1024;

const onOff = z.stringbool({ truthy: ['on', 'true', '1'], falsy: ['off', 'false', '0'], error: 'expected on or off' });

/** Every setting: its meaning, unit and default, and what it takes. An empty one counts as unset. .env.example lists the same. */
const SETTINGS = {
  /** The address to listen on. `0.0.0.0`: all of IPv4. */
  HOST: z.string().default('127.0.0.1'),

  /** The TCP port to listen on. 0: any free one. */
  PORT: wholeNumber(0, 65_535).default(4000),

  /** The PostgreSQL database. Unset: an embedded database in DATA_DIR. */
  DATABASE_URL: z.string().superRefine(reporting(databaseUrlProblem)).optional(),

  /** The folder of the embedded database, made when it does not exist; one process at a time. `:memory:` keeps nothing. Not used with DATABASE_URL. */
  DATA_DIR: z.string().default('.data'),

  /** How many connections each process keeps to PostgreSQL at most, besides the one for notifications. The embedded database has one. */
  DATABASE_POOL_SIZE: wholeNumber(1, 1000).default(10),

  /** The Redis that nodes share, for one budget of requests between them and for the wake-ups of live drafts. Unset: each node counts its own. */
  REDIS_URL: z.string().superRefine(reporting(redisUrlProblem)).optional(),

  /** Whether a personal API key is held to 480 requests a minute and 4,800 an hour. Unset: on with DATABASE_URL, off with the embedded database. */
  RATE_LIMIT: onOff.optional(),

  /** The personal API key of the first user of an empty database; it is never printed. Unset: one is generated, see FIRST_KEY_FILE. */
  BOOTSTRAP_PERSONAL_API_KEY: z
    .string()
    .regex(/^phx_[\x21-\x7e]{16,}$/, 'expected phx_ and at least 16 more visible ASCII characters')
    .optional(),

  /** The file for a generated first key, which only its owner may read, where `serve` is not started on a terminal. Unset: `first-key` in DATA_DIR. */
  FIRST_KEY_FILE: z.string().optional(),

  /** The public token of the first project of an empty database. Unset: one is made up and printed once. */
  BOOTSTRAP_PROJECT_TOKEN: z.string().regex(PROJECT_TOKEN, 'expected phc_ and up to 196 visible ASCII characters').optional(),

  /** Who writes titles and descriptions for steps: nobody, a template that makes them from the steps' own words, or a language model at AI_BASE_URL. */
  CONTENT_PROVIDER: z.enum(['none', 'template', 'openai-compatible'], 'expected none, template or openai-compatible').default('none'),

  /** Where the language model speaks OpenAI's chat completions protocol; `/chat/completions` is added. */
  AI_BASE_URL: z
    .string()
    .refine((text) => isWebUrl(text) && !hasCredentials(text), 'expected an http:// or https:// address without user, query or fragment')
    .transform(trimSlash)
    .optional(),

  /** The key that the language model's server asks for. Unset: it needs none. */
  AI_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'expected visible ASCII characters')
    .optional(),

  /** The name of the language model. */
  AI_MODEL: z.string().optional(),

  /** How long the language model may take for one request, repetitions included, in seconds. */
  AI_TIMEOUT_SECONDS: wholeNumber(1, 300).default(60),

  /** Where clients reach this server, used in links and in the OpenAPI document; a path is kept, and the proxy removes it. Unset: taken from each request. */
  PUBLIC_URL: z
    .string()
    .refine(isWebUrl, 'expected an http:// or https:// address without query or fragment')
    .transform(trimSlash)
    .optional(),

  /** Where to report a vulnerability, served at /.well-known/security.txt (RFC 9116). Unset: the path does not exist. */
  SECURITY_CONTACT: z.string().refine(isContact, 'expected mailto: and an email address, or an https:// address').optional(),

  /** The least severe messages to log. */
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'expected fatal, error, warn, info, debug, trace or silent')
    .default('info'),

  /** Whether /graphql answers introspection queries. */
  INTROSPECTION: onOff.default(true),

  /**
   * The only GraphQL documents that run: a folder of `.graphql` files, or a manifest of Apollo, Relay or GraphQL Code Generator. Read at the start. Unset: any
   * document runs, and clients may register documents by their hash (automatic persisted queries).
   */
  TRUSTED_DOCUMENTS: z.string().optional(),

  /** The longest GraphQL document, in bytes of UTF-8. */
  MAX_QUERY_BYTES: wholeNumber(1000, 1_000_000).default(100_000),

  /** The longest GraphQL document, in lexical tokens; comments count as tokens. */
  MAX_QUERY_TOKENS: wholeNumber(500, 100_000).default(2000),

  /** The largest content of a tour, in bytes of its JSON. A request with it has to fit into 20 MiB. */
  MAX_CONTENT_BYTES: wholeNumber(1000, 1_000_000_000).default(20 * 1024 * 1024),

  /** Whether /graphql shows the GraphiQL page to a browser. */
  GRAPHIQL: onOff.default(true),

  /** How many processes serve on the port, each on a core of its own and with its own connections to PostgreSQL. */
  WORKERS: wholeNumber(1, 256).default(1),

  /** How many subscriptions may be open on this process at once. */
  MAX_SUBSCRIPTIONS: wholeNumber(1, 1_000_000).default(25_000),

  /**
   * How much of a limit of this process one project may use, in percent; the rest is kept for other projects. One user may use three quarters of it, with all
   * keys and tokens, and one key or token half of it.
   */
  PROJECT_SHARE_PERCENT: wholeNumber(1, 100).default(80),

  /** How many WebSockets, and how many event streams, may be open on this process at once. */
  MAX_STREAMING_CONNECTIONS: wholeNumber(1, 1_000_000).default(25_000),

  /** How many WebSockets, and how many event streams, each key may have open on this process at once. */
  MAX_CONNECTIONS_PER_KEY: wholeNumber(1, 1_000_000).default(100),

  /**
   * How much this process holds that the readers of WebSockets and event streams have not read, in bytes. As much again may be on its way to connections that are
   * being closed for it.
   */
  MAX_UNREAD_BYTES: wholeNumber(1024 * 1024, 1024 ** 4).default(256 * 1024 * 1024),

  /** How many clients this process keeps that report which tour they have open (`reportTourPresence`), those of other nodes included. */
  MAX_PRESENT_CLIENTS: wholeNumber(1, 1_000_000).default(10_000),

  /** How long events of drafts, deleted tours and the audit log are kept, in days. */
  RETENTION_DAYS: wholeNumber(1, 36_500).default(30),

  /** How long events of browsers are kept, and persons whom no website has named since, in days. What has been counted stays. */
  EVENT_RETENTION_DAYS: wholeNumber(1, 36_500).default(90),

  /** How many new distinct ids of persons browsers may add to a project in one hour, and in one day (UTC). 0: any number. */
  CAPTURE_PERSONS_PER_HOUR: wholeNumber(0, 2_000_000_000).default(10_000),
  CAPTURE_PERSONS_PER_DAY: wholeNumber(0, 2_000_000_000).default(100_000),

  /** How many events browsers may add to a project in one hour, and in one day (UTC). 0: any number. */
  CAPTURE_EVENTS_PER_HOUR: wholeNumber(0, 2_000_000_000).default(500_000),
  CAPTURE_EVENTS_PER_DAY: wholeNumber(0, 2_000_000_000).default(5_000_000),

  /** How long persons are kept whom a website has named, after the last event about them, in days. Unset: without limit. */
  PERSON_RETENTION_DAYS: wholeNumber(1, 36_500).optional(),

  /** Which web origins may call /graphql from a browser: `*`, or origins separated by commas. */
  CORS_ORIGINS: z
    .string()
    .transform((text): '*' | string[] => (text === '*' ? '*' : text.split(',').map((origin) => origin.trim())))
    .refine(
      (origins) => origins === '*' || origins.every(isOrigin),
      'expected * or origins such as https://app.example.com, separated by commas',
    )
    .default('*'),

  /** The proxies whose `Forwarded` and `X-Forwarded-*` headers are trusted: how many there are in a row, or their addresses. Unset: none. */
  TRUST_PROXY: z
    .string()
    .transform((text, context): TrustProxy => {
      const trust = parseTrustProxy(text);
      if (trust === undefined) context.addIssue(TRUST_PROXY_EXPECTED);
      return trust ?? null;
    })
    .optional(),

  /** How many connections this process keeps open at once. One more is closed at once. */
  MAX_CONNECTIONS: wholeNumber(1, 10_000_000).default(25_000),

  /** How much of request bodies and WebSocket messages this process holds at once, in bytes. One key gets half of it at most, and one address without a credential an eighth. */
  MAX_BYTES_IN_FLIGHT: wholeNumber(MIN_BYTES_IN_FLIGHT, 2 ** 40).default(128 * 1024 * 1024),

  /** How long the head of a request may take to arrive, in seconds. */
  HEADERS_TIMEOUT_SECONDS: wholeNumber(1, 3600).default(20),

  /** How long a whole request, its body included, may take to arrive, in seconds. */
  REQUEST_TIMEOUT_SECONDS: wholeNumber(1, 3600).default(60),

  /** How many wrong credentials one client address may send a minute before it has to wait. 0: any number. */
  MAX_WRONG_CREDENTIALS_PER_MINUTE: wholeNumber(0, 1_000_000).default(100),

  /** How long browsers use nothing but HTTPS for this host after a response, in seconds (`Strict-Transport-Security`). 0: the header is not sent. */
  HSTS_MAX_AGE_SECONDS: wholeNumber(0, 63_072_000).default(0),
};

type SettingValues = z.infer<z.ZodObject<typeof SETTINGS>>;

export const SETTING_NAMES = Object.keys(SETTINGS);

/** Who writes texts for steps, with all that it needs. */
export type ContentProvider =
  | { kind: 'none' | 'template' }
  | { kind: 'openai-compatible'; baseUrl: string; apiKey: string | undefined; model: string; timeoutSeconds: number };

export type Config = ReturnType<typeof loadConfig>;

/** All that is wrong with the settings, a line for each. It never holds a secret. */
export class ConfigError extends SetupError {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['These settings cannot be used:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads the settings. Nothing else reads the environment: everyone gets values.
 *
 * @throws ConfigError, with every bad setting at once
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>) {
  const given = Object.fromEntries(SETTING_NAMES.map((name) => [name, env[name]?.trim() || undefined]));
  const { success, data, error } = z.object(SETTINGS).safeParse(given);
  const problems = (error?.issues ?? []).map((issue) => describe(String(issue.path[0]), given, issue.message));
  problems.push(...missingForModel(given), ...missingForWorkers(given), ...contradictoryTimeouts(given));
  if (!success || problems.length > 0) throw new ConfigError(problems);
  return {
    host: data.HOST,
    port: data.PORT,
    databaseUrl: data.DATABASE_URL,
    dataDir: data.DATA_DIR,
    databasePoolSize: data.DATABASE_POOL_SIZE,
    redisUrl: data.REDIS_URL,
    rateLimit: data.RATE_LIMIT ?? data.DATABASE_URL !== undefined,
    bootstrapPersonalApiKey: data.BOOTSTRAP_PERSONAL_API_KEY,
    firstKeyFile: data.FIRST_KEY_FILE,
    bootstrapProjectToken: data.BOOTSTRAP_PROJECT_TOKEN,
    contentProvider: contentProvider(data),
    publicUrl: data.PUBLIC_URL,
    securityContact: data.SECURITY_CONTACT,
    logLevel: data.LOG_LEVEL,
    introspection: data.INTROSPECTION,
    graphiql: data.GRAPHIQL,
    trustedDocuments: data.TRUSTED_DOCUMENTS,
    maxContentBytes: data.MAX_CONTENT_BYTES,
    maxQueryBytes: data.MAX_QUERY_BYTES,
    maxQueryTokens: data.MAX_QUERY_TOKENS,
    workers: data.WORKERS,
    maxSubscriptions: data.MAX_SUBSCRIPTIONS,
    projectSharePercent: data.PROJECT_SHARE_PERCENT,
    maxStreamingConnections: data.MAX_STREAMING_CONNECTIONS,
    maxConnectionsPerKey: data.MAX_CONNECTIONS_PER_KEY,
    maxUnreadBytes: data.MAX_UNREAD_BYTES,
    maxPresentClients: data.MAX_PRESENT_CLIENTS,
    retentionDays: data.RETENTION_DAYS,
    eventRetentionDays: data.EVENT_RETENTION_DAYS,
    captureQuotas: {
      personsPerHour: orUnlimited(data.CAPTURE_PERSONS_PER_HOUR),
      personsPerDay: orUnlimited(data.CAPTURE_PERSONS_PER_DAY),
      eventsPerHour: orUnlimited(data.CAPTURE_EVENTS_PER_HOUR),
      eventsPerDay: orUnlimited(data.CAPTURE_EVENTS_PER_DAY),
    },
    personRetentionDays: data.PERSON_RETENTION_DAYS ?? null,
    corsOrigins: data.CORS_ORIGINS,
    trustProxy: data.TRUST_PROXY ?? null,
    maxConnections: data.MAX_CONNECTIONS,
    maxBytesInFlight: data.MAX_BYTES_IN_FLIGHT,
    headersTimeoutSeconds: data.HEADERS_TIMEOUT_SECONDS,
    requestTimeoutSeconds: data.REQUEST_TIMEOUT_SECONDS,
    maxWrongCredentialsPerMinute: data.MAX_WRONG_CREDENTIALS_PER_MINUTE,
    hstsMaxAgeSeconds: data.HSTS_MAX_AGE_SECONDS,
  };
}

/** The head is a part of the request. */
function contradictoryTimeouts(given: Record<string, string | undefined>): string[] {
  const { HEADERS_TIMEOUT_SECONDS: headers = '20', REQUEST_TIMEOUT_SECONDS: request = '60' } = given;
  if (!(Number(headers) > Number(request))) return [];
  return [`HEADERS_TIMEOUT_SECONDS: ${headers} is longer than REQUEST_TIMEOUT_SECONDS=${request}`];
}

/** An embedded database is open to one process at a time. */
function missingForWorkers(given: Record<string, string | undefined>): string[] {
  if (given.DATABASE_URL !== undefined || !(Number(given.WORKERS) > 1)) return [];
  return [`DATABASE_URL: is not set, but WORKERS=${given.WORKERS} needs it`];
}

/** What a language model cannot do without. */
function missingForModel(given: Record<string, string | undefined>): string[] {
  if (given.CONTENT_PROVIDER !== 'openai-compatible') return [];
  return ['AI_BASE_URL', 'AI_MODEL']
    .filter((name) => given[name] === undefined)
    .map((name) => `${name}: is not set, but CONTENT_PROVIDER=openai-compatible needs it`);
}

function contentProvider(data: SettingValues): ContentProvider {
  const {
    CONTENT_PROVIDER: kind,
    AI_BASE_URL: baseUrl = '',
    AI_API_KEY: apiKey,
    AI_MODEL: model = '',
    AI_TIMEOUT_SECONDS: timeoutSeconds,
  } = data;
  return kind === 'openai-compatible' ? { kind, baseUrl, apiKey, model, timeoutSeconds } : { kind };
}

function describe(name: string, given: Record<string, string | undefined>, expected: string): string {
  const value = SECRETS.has(name) ? 'its value (secret, not shown)' : JSON.stringify(given[name]);
  return `${name}: ${value} cannot be used, ${expected}`;
}

function orUnlimited(limit: number): number {
  return limit === 0 ? Number.POSITIVE_INFINITY : limit;
}

function wholeNumber(min: number, max: number) {
  const error = `expected a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d+$/, { error, abort: true })
    .transform(Number)
    .refine((number) => number >= min && number <= max, error);
}

/** Reports what a text is expected to be instead, if `problemOf` returns that. */
function reporting(problemOf: (text: string) => string | null) {
  return (text: string, context: z.RefinementCtx): void => {
    const message = problemOf(text);
    if (message !== null) context.addIssue({ code: 'custom', message });
  };
}

/** A URI of visible ASCII characters alone, so that it stays on its line of security.txt. */
function isContact(text: string): boolean {
  if (!/^[\x21-\x7e]+$/.test(text) || !URL.canParse(text)) return false;
  return /^mailto:[^@]+@[^@]+$/i.test(text) || (new URL(text).protocol === 'https:' && !hasCredentials(text));
}
