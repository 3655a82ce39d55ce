import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';

let gateway: TestApp;

beforeAll(async () => {
  gateway = await startTestApp();
});
afterAll(() => gateway?.stop());

const OPERATIONS = [
  '{ viewer { scopes } }',
  'query A { __typename } query B { viewer { scopes } }',
  'query ($id: Int!) { tours(projectId: $id) { nodes { name } } }',
  'mutation ($input: CreateTourInput!) { createTour(input: $input) { __typename } }',
  'subscription { projectDraftsChanged(projectId: 1) { kind } }',
  '{',
  '{ ...F } fragment F on Query { ...F }',
  'query { __proto__ constructor }',
  'query ($a: [[[Int]]]) { __typename }',
];

const query = fc.oneof(fc.constantFrom(...OPERATIONS), fc.string(), fc.string({ unit: 'binary' }));
const likely = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ weight: 3, arbitrary }, { weight: 1, arbitrary: fc.jsonValue() });
const request = fc.record(
  {
    query: likely(query),
    variables: likely(fc.dictionary(fc.constantFrom('id', 'input', 'a', '__proto__'), fc.jsonValue({ stringUnit: 'binary' }))),
    operationName: likely(fc.constantFrom('A', 'B', '', null)),
    extensions: likely(fc.dictionary(fc.string(), fc.jsonValue())),
  },
  { requiredKeys: [] },
);
const text = (arbitrary: fc.Arbitrary<unknown>) => arbitrary.map((value) => Buffer.from(JSON.stringify(value) ?? ''));
const body = fc.oneof(
  { weight: 5, arbitrary: text(request) },
  { weight: 1, arbitrary: text(fc.array(request, { maxLength: 3 })) },
  { weight: 1, arbitrary: text(fc.jsonValue()) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)) },
  { weight: 1, arbitrary: query.map((source) => Buffer.from(source)) },
);
const TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json; charset=latin1',
  'application/graphql',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  ';',
  '',
];
const ACCEPTS = ['*/*', 'application/json', 'application/graphql-response+json', 'text/html', 'text/event-stream', 'image/png', ';q=x', ''];
const exchange = fc.record({
  method: fc.constantFrom('POST', 'POST', 'POST', 'POST', 'GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'),
  type: fc.oneof({ weight: 3, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: fc.constantFrom(...TYPES) }),
  accept: fc.constantFrom(...ACCEPTS),
  search: fc.oneof(
    { weight: 4, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.webQueryParameters().map((parameters) => `?${parameters}`) },
  ),
  body,
});

const STATUSES = new Set([200, 204, 302, 400, 403, 405, 406, 411, 413, 415, 422]);

it('answers a thousand random requests, none of them with a fault', async () => {
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(exchange, async ({ method, type, accept, search, body: bytes }) => {
      const hasBody = !['GET', 'HEAD'].includes(method);
      const response = await fetch(`${gateway.url}/graphql${search}`, {
        method,
        headers: { accept, authorization: `Bearer ${gateway.key}`, ...(hasBody && { 'content-type': type }) },
        body: hasBody ? new Uint8Array(bytes) : null,
        redirect: 'manual',
      });
      seen.set(response.status, (seen.get(response.status) ?? 0) + 1);
      expect(STATUSES).toContain(response.status);
      // A subscription goes on; what it begins with is enough.
      if (response.headers.get('content-type')?.startsWith('text/event-stream')) return response.body?.cancel();
      expect(await response.text()).not.toContain('INTERNAL_SERVER_ERROR');
    }),
    { numRuns: 1000 },
  );
  expect([...seen.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThanOrEqual(1000);
  expect(seen.get(200)).toBeGreaterThan(100);
  expect(seen.get(400)).toBeGreaterThan(50);
}, 120_000);
