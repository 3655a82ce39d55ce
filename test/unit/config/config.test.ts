import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ConfigError, loadConfig, SETTING_NAMES } from '../../../src/config.ts';

function problems(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

it('needs no setting at all', () => {
  expect(loadConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4000,
    databaseUrl: undefined,
    dataDir: '.data',
    databasePoolSize: 10,
    redisUrl: undefined,
    rateLimit: false,
    bootstrapPersonalApiKey: undefined,
    firstKeyFile: undefined,
    bootstrapProjectToken: undefined,
    contentProvider: { kind: 'none' },
    publicUrl: undefined,
    securityContact: undefined,
    logLevel: 'info',
    introspection: true,
    graphiql: true,
    trustedDocuments: undefined,
    maxContentBytes: 20_971_520,
    maxQueryBytes: 100_000,
    maxQueryTokens: 2000,
    workers: 1,
    maxSubscriptions: 25_000,
    projectSharePercent: 80,
    maxStreamingConnections: 25_000,
    maxConnectionsPerKey: 100,
    maxUnreadBytes: 268_435_456,
    maxPresentClients: 10_000,
    retentionDays: 30,
    eventRetentionDays: 90,
    captureQuotas: {
      personsPerHour: 10_000,
      personsPerDay: 100_000,
      eventsPerHour: 500_000,
      eventsPerDay: 5_000_000,
      personBytes: 524_288,
    },
    personRetentionDays: null,
    corsOrigins: '*',
    trustProxy: null,
    maxConnections: 25_000,
    maxBytesInFlight: 134_217_728,
    headersTimeoutSeconds: 20,
    requestTimeoutSeconds: 60,
    stallTimeoutSeconds: 60,
    maxWrongCredentialsPerMinute: 100,
    hstsMaxAgeSeconds: 0,
  });
});

it('reads every setting', () => {
  const env = {
    HOST: '0.0.0.0',
    PORT: '0',
    DATABASE_URL: 'postgresql://tours@db.example.com/tours',
    DATA_DIR: ':memory:',
    DATABASE_POOL_SIZE: '3',
    REDIS_URL: 'redis://cache.example.com:6379/1',
    RATE_LIMIT: 'off',
    BOOTSTRAP_PERSONAL_API_KEY: 'phx_0123456789abcdef',
    FIRST_KEY_FILE: '/run/secrets/first-key',
    BOOTSTRAP_PROJECT_TOKEN: 'phc_demo',
    CONTENT_PROVIDER: 'openai-compatible',
    AI_BASE_URL: 'http://127.0.0.1:11434/v1/',
    AI_API_KEY: 'sk-0123456789',
    AI_MODEL: 'llama3.3:70b',
    AI_TIMEOUT_SECONDS: '20',
    PUBLIC_URL: 'https://example.com/tours/',
    SECURITY_CONTACT: 'mailto:security@example.com',
    LOG_LEVEL: 'silent',
    INTROSPECTION: 'off',
    GRAPHIQL: 'false',
    MAX_CONTENT_BYTES: '5000',
    TRUSTED_DOCUMENTS: 'documents',
    MAX_QUERY_BYTES: '50000',
    MAX_QUERY_TOKENS: '4000',
    WORKERS: '4',
    MAX_SUBSCRIPTIONS: '5',
    PROJECT_SHARE_PERCENT: '50',
    MAX_STREAMING_CONNECTIONS: '8',
    MAX_CONNECTIONS_PER_KEY: '6',
    MAX_UNREAD_BYTES: '10000000',
    MAX_PRESENT_CLIENTS: '9',
    RETENTION_DAYS: '7',
    EVENT_RETENTION_DAYS: '14',
    CAPTURE_PERSONS_PER_HOUR: '10',
    CAPTURE_PERSONS_PER_DAY: '0',
    CAPTURE_EVENTS_PER_HOUR: '11',
    CAPTURE_EVENTS_PER_DAY: '12',
    CAPTURE_PERSON_BYTES: '100000',
    PERSON_RETENTION_DAYS: '400',
    CORS_ORIGINS: 'https://app.example.com, http://localhost:3000',
    TRUST_PROXY: '10.0.0.0/8, ::1, loopback',
    MAX_CONNECTIONS: '50',
    MAX_BYTES_IN_FLIGHT: '50000000',
    HEADERS_TIMEOUT_SECONDS: '5',
    REQUEST_TIMEOUT_SECONDS: '30',
    STALL_TIMEOUT_SECONDS: '20',
    MAX_WRONG_CREDENTIALS_PER_MINUTE: '0',
    HSTS_MAX_AGE_SECONDS: '31536000',
  };
  expect(Object.keys(env).sort()).toEqual([...SETTING_NAMES].sort());
  expect(loadConfig(env)).toEqual({
    host: '0.0.0.0',
    port: 0,
    databaseUrl: 'postgresql://tours@db.example.com/tours',
    dataDir: ':memory:',
    databasePoolSize: 3,
    redisUrl: 'redis://cache.example.com:6379/1',
    rateLimit: false,
    bootstrapPersonalApiKey: 'phx_0123456789abcdef',
    firstKeyFile: '/run/secrets/first-key',
    bootstrapProjectToken: 'phc_demo',
    contentProvider: {
      kind: 'openai-compatible',
      baseUrl: 'http://127.0.0.1:11434/v1',
      apiKey: 'sk-0123456789',
      model: 'llama3.3:70b',
      timeoutSeconds: 20,
    },
    publicUrl: 'https://example.com/tours',
    securityContact: 'mailto:security@example.com',
    logLevel: 'silent',
    introspection: false,
    graphiql: false,
    maxContentBytes: 5000,
    trustedDocuments: 'documents',
    maxQueryBytes: 50_000,
    maxQueryTokens: 4000,
    workers: 4,
    maxSubscriptions: 5,
    projectSharePercent: 50,
    maxStreamingConnections: 8,
    maxConnectionsPerKey: 6,
    maxUnreadBytes: 10_000_000,
    maxPresentClients: 9,
    retentionDays: 7,
    eventRetentionDays: 14,
    captureQuotas: {
      personsPerHour: 10,
      personsPerDay: Number.POSITIVE_INFINITY,
      eventsPerHour: 11,
      eventsPerDay: 12,
      personBytes: 100_000,
    },
    personRetentionDays: 400,
    corsOrigins: ['https://app.example.com', 'http://localhost:3000'],
    trustProxy: ['10.0.0.0/8', '::1', 'loopback'],
    maxConnections: 50,
    maxBytesInFlight: 50_000_000,
    headersTimeoutSeconds: 5,
    requestTimeoutSeconds: 30,
    stallTimeoutSeconds: 20,
    maxWrongCredentialsPerMinute: 0,
    hstsMaxAgeSeconds: 31_536_000,
  });
});

it('limits requests on a shared database, unless told otherwise', () => {
  const shared = { DATABASE_URL: 'postgresql://tours@db.example.com/tours' };
  expect(loadConfig(shared).rateLimit).toBe(true);
  expect(loadConfig({ ...shared, RATE_LIMIT: 'off' }).rateLimit).toBe(false);
  expect(loadConfig({ RATE_LIMIT: 'on' }).rateLimit).toBe(true);
});

it('takes a number of proxies to trust, and none', () => {
  expect(loadConfig({ TRUST_PROXY: '2' }).trustProxy).toBe(2);
  expect(loadConfig({ TRUST_PROXY: '0' }).trustProxy).toBeNull();
});

it('gives the head of a request no more time than the request', () => {
  expect(problems({ HEADERS_TIMEOUT_SECONDS: '61' })).toEqual(['HEADERS_TIMEOUT_SECONDS: 61 is longer than REQUEST_TIMEOUT_SECONDS=60']);
});

it('takes several processes on a shared database only', () => {
  expect(problems({ WORKERS: '2' })).toEqual(['DATABASE_URL: is not set, but WORKERS=2 needs it']);
  expect(loadConfig({ WORKERS: '2', DATABASE_URL: 'postgresql://tours@db.example.com/tours' }).workers).toBe(2);
});

it('takes an empty or blank setting for an unset one', () => {
  const empty = Object.fromEntries(SETTING_NAMES.map((name, n) => [name, n % 2 ? '' : '  ']));
  expect(loadConfig(empty)).toEqual(loadConfig({}));
});

it('reports all bad settings at once, each with its value and what was expected', () => {
  expect(
    problems({ PORT: 'eighty', LOG_LEVEL: 'loud', INTROSPECTION: 'maybe', DATABASE_POOL_SIZE: '0', PUBLIC_URL: 'example.com' }),
  ).toEqual([
    'PORT: "eighty" cannot be used, expected a whole number from 0 to 65535',
    'DATABASE_POOL_SIZE: "0" cannot be used, expected a whole number from 1 to 1000',
    'PUBLIC_URL: "example.com" cannot be used, expected an http:// or https:// address without query or fragment',
    'LOG_LEVEL: "loud" cannot be used, expected fatal, error, warn, info, debug, trace or silent',
    'INTROSPECTION: "maybe" cannot be used, expected on or off',
  ]);
});

it.each([
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80.5'],
  ['GRAPHIQL', 'yes please'],
  ['MAX_CONTENT_BYTES', '999'],
  ['MAX_QUERY_BYTES', '999'],
  ['MAX_QUERY_TOKENS', '499'],
  ['WORKERS', '0'],
  ['CONTENT_PROVIDER', 'openai'],
  ['AI_TIMEOUT_SECONDS', '0'],
  ['AI_TIMEOUT_SECONDS', '301'],
  ['PUBLIC_URL', 'ftp://example.com'],
  ['PUBLIC_URL', 'https://example.com/?a=b'],
  ['SECURITY_CONTACT', 'security@example.com'],
  ['SECURITY_CONTACT', 'mailto:'],
  ['SECURITY_CONTACT', 'mailto:security'],
  ['SECURITY_CONTACT', 'http://example.com/security'],
  ['SECURITY_CONTACT', 'https://me:secret@example.com'],
  ['SECURITY_CONTACT', 'https://example.com/a b'],
  ['SECURITY_CONTACT', 'mailto:a@example.com\nContact: mailto:b@example.com'],
  ['CORS_ORIGINS', 'https://app.example.com/path'],
  ['CORS_ORIGINS', 'https://app.example.com,*'],
  ['TRUST_PROXY', '17'],
  ['TRUST_PROXY', 'everyone'],
  ['TRUST_PROXY', '10.0.0.0/33'],
  ['TRUST_PROXY', '10.0.0.1,'],
  ['TRUST_PROXY', '10'.repeat(3)],
  ['MAX_BYTES_IN_FLIGHT', '1000'],
  ['HEADERS_TIMEOUT_SECONDS', '0'],
])('refuses %s=%s', (name, value) => {
  expect(problems({ [name]: value })).toEqual([expect.stringContaining(`${name}: ${JSON.stringify(value)} cannot be used, expected `)]);
});

it.each([
  ['DATABASE_URL', 'mysql://root:hunter2@db/tours'],
  ['REDIS_URL', 'http://:hunter2@cache:6379'],
  ['BOOTSTRAP_PERSONAL_API_KEY', 'phx_hunter2'],
  ['BOOTSTRAP_PERSONAL_API_KEY', 'hunter2-hunter2-hunter2'],
  ['BOOTSTRAP_PROJECT_TOKEN', 'phx_hunter2'],
  ['AI_API_KEY', 'hunter2 and more'],
  ['AI_BASE_URL', 'https://me:hunter2@example.com/v1'],
  ['AI_BASE_URL', 'https://example.com/v1?key=hunter2'],
])('refuses %s=%s without showing it', (name, value) => {
  const [problem, ...others] = problems({ [name]: value });
  expect(problem).toMatch(new RegExp(`^${name}: .*expected (postgresql://|redis://|phx_|phc_|visible ASCII|an http://)`));
  expect(problem).not.toContain('hunter2');
  expect(others).toEqual([]);
});

it('insists on what a language model needs, beside all else that is wrong', () => {
  const missing = ['AI_BASE_URL', 'AI_MODEL'].map((name) => `${name}: is not set, but CONTENT_PROVIDER=openai-compatible needs it`);
  expect(problems({ CONTENT_PROVIDER: 'openai-compatible' })).toEqual(missing);
  expect(problems({ CONTENT_PROVIDER: 'openai-compatible', AI_MODEL: ' ', PORT: 'x' })).toEqual([
    expect.stringContaining('PORT'),
    ...missing,
  ]);
  expect(problems({ CONTENT_PROVIDER: 'openai-compatible', AI_BASE_URL: 'example.com', AI_MODEL: 'm' })).toHaveLength(1);
  expect(loadConfig({ CONTENT_PROVIDER: 'template', AI_MODEL: 'm' }).contentProvider).toEqual({ kind: 'template' });
  expect(loadConfig({ CONTENT_PROVIDER: 'openai-compatible', AI_BASE_URL: 'https://example.com', AI_MODEL: 'm' }).contentProvider).toEqual({
    kind: 'openai-compatible',
    baseUrl: 'https://example.com',
    apiKey: undefined,
    model: 'm',
    timeoutSeconds: 60,
  });
});

it('is listed in .env.example, setting by setting, with the defaults', () => {
  const example = readFileSync(new URL('../../../.env.example', import.meta.url), 'utf8');
  const listed = [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
  expect(listed.map(([name]) => name)).toEqual(SETTING_NAMES);
  expect(loadConfig(Object.fromEntries(listed))).toEqual(loadConfig({}));
});
