import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase } from '../../support/database.ts';
import { type GatewayProcess, startProcess } from '../../support/process.ts';
import { cpuMs, memoryMb } from '../../support/process-usage.ts';

const KEY = 'phx_document_abuse_0123456789';
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let gateway: GatewayProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  const { databaseUrl } = database.config;
  const where: Record<string, string> = databaseUrl === undefined ? { DATA_DIR: ':memory:' } : { DATABASE_URL: databaseUrl };
  gateway = await startProcess({ ...where, BOOTSTRAP_PERSONAL_API_KEY: KEY, RATE_LIMIT: 'off', LOG_LEVEL: 'fatal' });
});
afterAll(async () => {
  await gateway?.stop('SIGTERM');
  await database?.drop();
});

async function send(body: string, key: string | null = null): Promise<string> {
  const headers = { 'content-type': 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }) };
  const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
  expect(response.status).toBeLessThan(500);
  return response.text();
}

const document = (query: string, variables?: unknown) => JSON.stringify({ query, variables });
const repeat = (count: number, text: (n: number) => string) => Array.from({ length: count }, (_, n) => text(n)).join(' ');

/** The processor time of so many requests, one after the other. */
async function costOf(count: number, body: (n: number) => string, key: string | null = null): Promise<number> {
  for (let n = 0; n < 20; n++) await send(body(-n - 1), key);
  const before = cpuMs(gateway);
  for (let n = 0; n < count; n++) await send(body(n), key);
  return cpuMs(gateway) - before;
}

const INTROSPECTION =
  '{ __schema { types { name kind fields { name args { name type { name } } type { name kind ofType { name kind } } } } } }';

/** Documents that take validation, or what comes before it, long; each text is another one. */
const DOCUMENTS: [string, (n: number) => string][] = [
  ['repeated fields', (n) => `{ ${'__typename '.repeat(500)} a${n}: __typename }`],
  ['repeated introspection', (n) => `{ ${'__schema { types { name kind } } '.repeat(99)} a${n}: __typename }`],
  [
    'fragments',
    (n) =>
      `{ ${repeat(99, (m) => `...F${m}`)} a${n}: __typename } ${repeat(99, (m) => `fragment F${m} on Query { __schema { types { name } } }`)}`,
  ],
  [
    'circular fragments',
    (n) => `{ ...F0 a${n}: __typename } ${repeat(99, (m) => `fragment F${m} on Query { ...F${(m + 1) % 99} ...F${(m + 7) % 99} }`)}`,
  ],
  ['unknown types', (n) => `{ a${n}: __typename ${repeat(90, (m) => `... on TourVersionConnectionEdgee${m} { __typename }`)} }`],
  ['unknown fields', (n) => `{ __schema { ${repeat(400, (m) => `typess${n + m}`)} } }`],
  ['unknown arguments', (n) => `{ __type(${repeat(400, (m) => `a${n + m}: 1`)}) { name } }`],
  ['variables', (n) => `query (${repeat(100, (m) => `$a${n + m}: Int`)}) { __typename }`],
  [
    'operations',
    (n) => `${repeat(20, (m) => `query Q${m}_${n} { ...F }`)} fragment F on Query { __type(name: "Tour") { ${'name '.repeat(300)} } }`,
  ],
  ['a long block string', (n) => `{ __type(name: """${n}${'\n '.repeat(20_000)}""") { name } }`],
  ['comments', (n) => `{ __typename } ${`#${n}\n`.repeat(15_000)}`],
  ['nested selections', (n) => `{ a${n}: ${'a { '.repeat(15_000)}`],
  ['fields of the API', (n) => `{ a${n}: __typename ${'viewer { scopes } '.repeat(300)} }`],
];

describe('an anonymous document', () => {
  it.each(DOCUMENTS)('with %s costs no more than a few ordinary introspections', async (_, query) => {
    const ordinary = await costOf(40, (n) => document(`${INTROSPECTION} #${n}`));
    const attack = await costOf(40, (n) => document(query(n)));
    expect(attack).toBeLessThan(4 * ordinary + 200);
  });

  it('is not even parsed when its request is long', async () => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: document('{ __typename }', { a: 'x'.repeat(100_000) }),
    });
    expect(response.status).toBe(413);
  });
});

describe('a document of a known caller', () => {
  it.each(DOCUMENTS)('with %s costs no more than a few ordinary introspections', async (_, query) => {
    const ordinary = await costOf(40, (n) => document(`${INTROSPECTION} #${n}`), KEY);
    const attack = await costOf(40, (n) => document(query(n)), KEY);
    expect(attack).toBeLessThan(4 * ordinary + 200);
  });
});

describe('the memory of the gateway', () => {
  const rejected = (n: number) => document(`{ ${repeat(20, (m) => `a${n}${'b'.repeat(4000)}${m}`)} }`);
  const accepted = (n: number) => document(`{ viewer { scopes } } #${n}${'a'.repeat(90_000)}`);

  it('does not grow with documents that are refused, or that are long', async () => {
    for (let n = 0; n < 500; n++) await send(document(`{ viewer { scopes } } #${n}`), KEY);
    const before = memoryMb(gateway);
    for (let n = 0; n < 1500; n++) {
      await send(rejected(n), KEY);
      await send(accepted(n), KEY);
    }
    expect(memoryMb(gateway) - before).toBeLessThan(200);
  });
});
