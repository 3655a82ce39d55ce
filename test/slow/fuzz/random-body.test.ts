import fc from 'fast-check';
import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { arbitraryMutation } from '../../support/arbitrary-mutation.ts';
import { createFlag } from '../../support/flags.ts';
import { FUZZ_RUNS, FUZZ_TIMEOUT, fewTours } from '../../support/fuzz.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { newProject } from '../../support/new-project.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';
import { rowsChecksum } from '../../support/rows.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let flagId: number;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  await newProject(gateway.graphql);
  flagId = await createFlag(gateway.graphql, gateway.projectId, 'linked', ['a']);
});

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
const parts = {
  query: likely(query),
  variables: likely(fc.dictionary(fc.constantFrom('id', 'input', 'a', '__proto__'), fc.jsonValue({ stringUnit: 'binary' }))),
  operationName: likely(fc.constantFrom('A', 'B', '', null)),
  extensions: likely(fc.dictionary(fc.string(), fc.jsonValue())),
};
// A request without a document is refused, and most requests are to be run.
const request = fc.oneof(
  { weight: 3, arbitrary: fc.record(parts, { requiredKeys: ['query'] }) },
  { weight: 1, arbitrary: fc.record(parts, { requiredKeys: [] }) },
);
const text = (arbitrary: fc.Arbitrary<unknown>) => arbitrary.map((value) => Buffer.from(JSON.stringify(value) ?? ''));
const body = fc.oneof(
  { weight: 20, arbitrary: text(request) },
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
  method: fc.constantFrom(...Array<string>(8).fill('POST'), 'GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'),
  type: fc.oneof({ weight: 3, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: fc.constantFrom(...TYPES) }),
  // Types that responses do not have are refused.
  accept: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('*/*', 'application/json') },
    { weight: 1, arbitrary: fc.constantFrom(...ACCEPTS) },
  ),
  search: fc.oneof(
    { weight: 4, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.webQueryParameters().map((parameters) => `?${parameters}`) },
  ),
  body,
});

const STATUSES = new Set([200, 204, 302, 400, 403, 405, 406, 411, 413, 415, 422]);

it(
  `answers ${FUZZ_RUNS} random requests, none of them with a fault, and writes nothing where it refuses`,
  async () => {
    const seen = new Map<number, number>();
    let rows = await rowsChecksum(gateway.app.db);
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
        const text = await response.text();
        expect(text).not.toContain('INTERNAL_SERVER_ERROR');
        const after = await rowsChecksum(gateway.app.db);
        if (!text.includes('CreateTourSuccess')) expect(after, text).toBe(rows);
        rows = after;
      }),
      { numRuns: FUZZ_RUNS },
    );
    expect([...seen.values()].reduce((sum, times) => sum + times, 0)).toBeGreaterThanOrEqual(FUZZ_RUNS);
    expect(seen.get(200)).toBeGreaterThan(FUZZ_RUNS / 10);
    expect(seen.get(400)).toBeGreaterThan(FUZZ_RUNS / 20);
  },
  FUZZ_TIMEOUT,
);

it(
  `answers ${FUZZ_RUNS} random mutations without a fault, and one that is refused leaves every row as it was`,
  async () => {
    let ids = await fewTours(gateway, tours, flagId);
    let rows = await rowsChecksum(gateway.app.db);
    let runs = 0;
    const seen = { succeeded: 0, refused: 0, invalid: 0 };
    await fc.assert(
      fc.asyncProperty(arbitraryMutation, async ({ query: document, variables: { input } }) => {
        if (++runs % 50 === 0) {
          ids = await fewTours(gateway, tours, flagId);
          rows = await rowsChecksum(gateway.app.db);
        }
        const given = {
          ...input,
          ...(input.tourId === 'ID' && { tourId: ids[runs % ids.length] }),
          ...(input.projectId === 0 && { projectId: gateway.projectId }),
        };
        const { status, data, errors } = await gateway.graphql.send(document, { input: given });
        const said = JSON.stringify({ data, errors });
        expect(status, said).toBeLessThan(500);
        expect(said).not.toContain('INTERNAL_SERVER_ERROR');
        const after = await rowsChecksum(gateway.app.db);
        const outcome = !data ? 'invalid' : /Success"/.test(said) ? 'succeeded' : 'refused';
        if (outcome !== 'succeeded') expect(after, said).toBe(rows);
        rows = after;
        seen[outcome]++;
      }),
      { numRuns: FUZZ_RUNS },
    );
    expect(seen.succeeded).toBeGreaterThan(FUZZ_RUNS / 10);
    expect(seen.refused).toBeGreaterThan(FUZZ_RUNS / 10);
  },
  FUZZ_TIMEOUT,
);
