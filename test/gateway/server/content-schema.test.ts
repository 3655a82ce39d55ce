import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import { SCHEMA_PATH } from '../../../src/domain/tour/content/json-schema.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { readDocument } from '../../support/openapi.ts';

const PUBLIC_URL = 'https://tours.example.com';
const it = gatewayTest({ PUBLIC_URL });

it('serves the JSON Schema of content to any origin, once', async ({ gateway }) => {
  expect(SCHEMA_PATH).toBe('/schemas/tour-content.json');
  const address = `${gateway.url}${SCHEMA_PATH}`;
  const first = await fetch(address, { headers: { origin: 'https://editor.example.com' } });
  expect(first.status).toBe(200);
  expect(first.headers.get('content-type')).toBe('application/schema+json');
  expect(first.headers.get('access-control-allow-origin')).toBe('https://editor.example.com');
  expect(first.headers.get('access-control-expose-headers')).toContain('etag');
  const schema = (await first.json()) as { $id: string; examples: unknown[] };
  expect(schema.$id).toBe(`${PUBLIC_URL}${SCHEMA_PATH}`);
  const validate = new Ajv2020({ strict: false }).compile(schema);
  expect(schema.examples.map((example) => validate(example))).toEqual([true, true]);
  expect((await fetch(address, { headers: { 'if-none-match': String(first.headers.get('etag')) } })).status).toBe(304);
  expect((await fetch(address, { method: 'POST' })).status).toBe(405);
  expect((await fetch(`${gateway.url}/schemas/`)).status).toBe(404);
});

it('has the same in the OpenAPI document, where no body refers to it', async ({ gateway }) => {
  const { components, paths } = await readDocument(gateway.url);
  expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(['TourContent', 'TourStep', 'TourModalStep', 'TourButton']));
  expect(JSON.stringify(paths)).not.toContain('#/components/schemas/TourContent"');
  for (const name of ['Tour', 'NewTour', 'TourChange', 'DraftChange']) {
    const { content } = components.schemas[name]?.properties ?? {};
    expect(content, name).toMatchObject({ additionalProperties: true, description: expect.stringContaining('`TourContent`') });
    expect(JSON.stringify(content)).not.toContain('$ref');
  }
});
