import { validate } from '@readme/openapi-parser';
import { expect } from 'vitest';
import type { MediaType, OpenapiDocument } from '../../../src/openapi/document.ts';
import { ALL_ROUTES } from '../../../src/rest/match-route.ts';
import { SDK_ENDPOINTS } from '../../../src/sdk/endpoints.ts';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { compileSchemas, operationsOf, readDocument } from '../../support/openapi.ts';

const it = gatewayTest();
let gateway: TestApp;
let document: OpenapiDocument;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  document = await readDocument(gateway.url);
});

/** The validator works on what it is given. */
async function isValid(candidate: object): Promise<boolean> {
  return (await validate(structuredClone(candidate) as unknown as Parameters<typeof validate>[0])).valid;
}

it('is a valid OpenAPI 3.1 document', async () => {
  expect(document.openapi).toBe('3.1.0');
  expect(await isValid(document)).toBe(true);
  // The check is one: it finds a parameter that is gone, and a key that OpenAPI has not.
  const broken = structuredClone(document);
  const [operation] = operationsOf(broken);
  operation?.parameters.splice(0);
  expect(await isValid(broken)).toBe(false);
  expect(await isValid({ ...document, pathes: {} })).toBe(false);
});

it('has an operation for each endpoint, under a name of its own', () => {
  const names = operationsOf(document).map(({ operationId }) => operationId);
  expect(names).toHaveLength(ALL_ROUTES.length + Object.keys(SDK_ENDPOINTS).length);
  expect(new Set(names).size).toBe(names.length);
  // The names that clients made from the original's document call.
  expect(names).toEqual(
    expect.arrayContaining([
      'product_tours_list',
      'product_tours_create',
      'product_tours_retrieve',
      'product_tours_partial_update',
      'product_tours_destroy',
      'product_tours_discard_draft_destroy',
      'product_tours_draft_partial_update',
      'product_tours_draft_status_retrieve',
      'product_tours_generate_create',
      'product_tours_publish_draft_create',
      'activity_log_list',
      'feature_flags_list',
      'feature_flags_create',
      'feature_flags_retrieve',
      'feature_flags_partial_update',
      'feature_flags_destroy',
      'projects_retrieve',
      'users_retrieve',
      'users_partial_update',
    ]),
  );
});

it('has examples that fit their schemas', () => {
  const schemas = compileSchemas(document);
  let count = 0;

  function check(pointer: string[], value: unknown): void {
    schemas.check(pointer, value, pointer.join('/'));
    count += 1;
  }
  for (const [name, { examples = [] }] of Object.entries(document.components.schemas)) {
    for (const example of examples) check(['components', 'schemas', name], example);
  }
  for (const { path, method, responses } of operationsOf(document)) {
    for (const [status, { content = {} }] of Object.entries(responses)) {
      for (const [type, { examples = {} }] of Object.entries<MediaType>(content)) {
        const pointer = ['paths', path, method.toLowerCase(), 'responses', status, 'content', type, 'schema'];
        for (const { value } of Object.values(examples)) check(pointer, value);
      }
    }
  }
  expect(count).toBeGreaterThan(150);
});

it('is described throughout', () => {
  const operations = operationsOf(document);
  for (const { operationId, summary, description, parameters, tags } of operations) {
    expect(summary, operationId).toMatch(/^[A-Z].*[^.]$/);
    expect(description, operationId).toMatch(/\.$/);
    expect(document.tags.map(({ name }) => name)).toEqual(expect.arrayContaining(tags));
    for (const parameter of parameters) expect(parameter.description, `${operationId} ${parameter.name}`).not.toBe('');
  }
  expect(operations.length).toBeGreaterThanOrEqual(16);
});

it('can be read from any origin, and is sent once', async () => {
  const address = `${gateway.url}/openapi.json`;
  const first = await fetch(address, { headers: { origin: 'https://editor.example.com' } });
  expect(first.headers.get('content-type')).toBe('application/json');
  expect(first.headers.get('access-control-allow-origin')).toBe('https://editor.example.com');
  expect((await fetch(address, { headers: { 'if-none-match': String(first.headers.get('etag')) } })).status).toBe(304);
  const head = await fetch(address, { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  const post = await fetch(address, { method: 'POST' });
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});
