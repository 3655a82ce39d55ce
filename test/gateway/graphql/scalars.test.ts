import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';

const it = gatewayTest();
let gateway: TestApp;
let count = 0;
const create = (input: object, selection: string) =>
  mutate(gateway.graphql, 'createTour', { projectId: gateway.projectId, name: `Tour ${++count}`, ...input }, `tour { uuid ${selection} }`);

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const CREATE = 'mutation ($input: CreateTourInput!) { createTour(input: $input) { __typename } }';

describe('DateTime', () => {
  it('keeps microseconds, in UTC, through the database and back', async () => {
    const moments = [
      ['2026-11-23T04:04:14.677854Z', '2026-11-23T04:04:14.677854Z'],
      ['2026-11-23T04:04:14.000001Z', '2026-11-23T04:04:14.000001Z'],
      ['2026-11-23T04:04:14.5Z', '2026-11-23T04:04:14.500000Z'],
      ['2026-11-23T04:04:14.000000Z', '2026-11-23T04:04:14Z'],
      ['2026-11-23T04:04:14.123456789Z', '2026-11-23T04:04:14.123456Z'],
      ['2026-11-23T04:04:14+05:30', '2026-11-22T22:34:14Z'],
      ['2026-11-23t04:04:14z', '2026-11-23T04:04:14Z'],
      ['2024-02-29T23:59:59.999999-12:00', '2024-03-01T11:59:59.999999Z'],
      ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00Z'],
      ['9999-12-31T23:59:59.999999Z', '9999-12-31T23:59:59.999999Z'],
    ];
    for (const [given, kept] of moments) {
      const { tour } = await create({ startDate: given }, 'startDate');
      expect(tour.startDate).toBe(kept);
      const read = await gateway.rest('GET', `${gateway.projectId}/product_tours/${tour.uuid}/`);
      expect(read.body.start_date).toBe(kept);
    }
  });

  it('may be used as a filter to the microsecond', async () => {
    const { tour } = await create({}, 'updatedAt');
    expect(tour.updatedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z$/);
    const found = async (filter: object) => {
      const document = 'query ($id: Int!, $filter: TourFilter) { tours(projectId: $id, filter: $filter) { nodes { uuid } } }';
      const { tours } = await gateway.graphql(document, { id: gateway.projectId, filter });
      return tours.nodes.some(({ uuid }: { uuid: string }) => uuid === tour.uuid);
    };
    const before = new Date(Date.parse(tour.updatedAt) - 1).toISOString();
    expect(await found({ updatedAfter: before })).toBe(true);
    expect(await found({ updatedAfter: tour.updatedAt })).toBe(false);
    expect(await found({ updatedBefore: tour.updatedAt })).toBe(false);
  });

  it('refuses what is no moment, as an error of the request', async () => {
    const moments = [
      '',
      'now',
      '2026-02-30T00:00:00Z',
      '2026-11-23',
      '2026-11-23T04:04:14',
      '2026-11-23T25:00:00Z',
      0,
      true,
      {},
      'infinity',
    ];
    for (const startDate of moments) {
      const { errors } = await gateway.graphql.send(CREATE, { input: { projectId: gateway.projectId, name: 'No moment', startDate } });
      expect(errors?.[0]?.message, String(startDate)).toContain('DateTime');
    }
  });
});

describe('UUID', () => {
  const READ = 'query ($id: UUID!) { tour(id: $id) { uuid } }';

  it('is read in either case and shown in lower case', async () => {
    const { tour } = await create({}, 'name');
    expect((await gateway.graphql(READ, { id: tour.uuid.toUpperCase() })).tour.uuid).toBe(tour.uuid);
    expect(tour.uuid).toBe(tour.uuid.toLowerCase());
  });

  it('refuses any other text, as an error of the request', async () => {
    for (const id of [
      '',
      'x',
      '00000000000040008000000000000000',
      '{00000000-0000-4000-8000-000000000000}',
      1,
      null,
      `${'0'.repeat(36)}`,
    ]) {
      const { errors } = await gateway.graphql.send(READ, { id });
      expect(errors?.[0]?.message, String(id)).toMatch(/UUID/);
    }
    expect((await gateway.graphql(READ, { id: '00000000-0000-4000-8000-000000000000' })).tour).toBeNull();
  });
});

describe('JSON', () => {
  /** As text, since an object literal would take `__proto__` for something else. */
  const document = JSON.parse(`{
    "__proto__": {"__proto__": {"polluted": true}, "toString": null}, "constructor": {"prototype": {"x": 1}}, "": "empty key",
    "nested": {"null": null, "list": [null, [null], {}, [], {"a": null}]}, "numbers": [0, -1, 1.5, 1e21, 1e-7, 9007199254740991],
    "text": "\\u2028 \\ud83d\\ude00 \\"quoted\\" \\\\ </script> {{x}}", "toJSON": "no function", "$ref": "#", "steps": [{"id": "a", "__proto__": {"y": 2}, "type": "modal"}]
  }`);

  it('comes back as it went in, live, drafted and published, over GraphQL and REST', async () => {
    const { tour } = await create({ content: document }, 'content { raw }');
    const text = JSON.stringify(tour.content.raw);
    expect(Object.keys(tour.content.raw)).toEqual(expect.arrayContaining(Object.keys(document)));
    expect(tour.content.raw.nested).toEqual(document.nested);
    expect(tour.content.raw.numbers).toEqual(document.numbers);
    expect(tour.content.raw.text).toBe(document.text);
    expect(Object.hasOwn(tour.content.raw, '__proto__')).toBe(true);
    const [, proto] = Object.entries(tour.content.raw).find(([key]) => key === '__proto__') ?? [];
    expect(JSON.stringify(proto)).toBe('{"toString":null,"__proto__":{"polluted":true}}');
    const tourId = tour.uuid;
    const drafted = await mutate(gateway.graphql, 'saveTourDraft', { tourId, content: document }, 'tour { draft { raw } }');
    expect(Object.hasOwn(drafted.tour.draft.raw.content, '__proto__')).toBe(true);
    const published = await mutate(gateway.graphql, 'publishTourDraft', { tourId }, 'tour { content { raw } }');
    expect(JSON.stringify(published.tour.content.raw)).toBe(text);
    const read = await gateway.rest('GET', `${gateway.projectId}/product_tours/${tourId}/`);
    expect(JSON.stringify(read.body.content)).toBe(text);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('means the same as a literal in the document', async () => {
    const literal = '{a: [1, 2.5, "three", true, null, {b: $variable}], __proto__: {c: 1}, enumLike: VALUE}';
    const { createTour } = await gateway.graphql(
      `mutation ($variable: JSON) {
        createTour(input: {projectId: ${gateway.projectId}, name: "Literal", content: ${literal}}) { ... on CreateTourSuccess { tour { content { raw } } } }
      }`,
      { variable: { deep: [null] } },
    );
    const { raw } = createTour.tour.content;
    expect(raw).toMatchObject({ a: [1, 2.5, 'three', true, null, { b: { deep: [null] } }], enumLike: 'VALUE' });
    expect(Object.hasOwn(raw, '__proto__')).toBe(true);
  });
});
