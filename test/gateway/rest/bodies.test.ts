import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { invalid } from '../../support/problem-body.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const CONTENT = { steps: [{ type: 'modal', id: 'a', content: 'Grüße & "quotes" 🎉 + %41' }], more: { deep: [1, null, true] } };

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
});

/** The same fields in each of the three encodings. */
const ENCODINGS: [string, (fields: Record<string, unknown>) => unknown][] = [
  ['JSON', (fields) => fields],
  ['a form', (fields) => new URLSearchParams(asText(fields))],
  [
    'a multipart form',
    (fields) => {
      const form = new FormData();
      for (const [name, value] of asText(fields)) form.set(name, value);
      return form;
    },
  ],
];

function asText(fields: Record<string, unknown>): [string, string][] {
  return Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
}

describe.each(ENCODINGS)('%s', (encoding, encode) => {
  it('makes, changes, drafts and publishes a tour', async () => {
    const created = await tours.send(
      'POST',
      '/',
      encode({ name: `  In ${encoding} `, description: ' d ', content: CONTENT, auto_launch: true }),
    );
    expect(created).toMatchObject({ status: 201, body: { name: `In ${encoding}`, description: 'd', content: CONTENT, auto_launch: true } });
    const { id } = created.body;
    const changed = await tours.send(
      'PATCH',
      `/${id}/`,
      encode({ start_date: '2024-01-01', archived: false, targeting_flag_filters: { groups: [] } }),
    );
    expect(changed).toMatchObject({ status: 200, body: { start_date: '2024-01-01T00:00:00Z', auto_launch: true, content: CONTENT } });
    const drafted = await tours.send('PATCH', `/${id}/draft/`, encode({ content: { a: 1 }, auto_launch: false }));
    expect(drafted).toMatchObject({ status: 200, body: { draft_content: { content: { a: 1 }, auto_launch: false }, content: CONTENT } });
    const published = await tours.send('POST', `/${id}/publish_draft/`, encode({ name: `Published in ${encoding}` }));
    expect(published).toMatchObject({ status: 200, body: { name: `Published in ${encoding}`, content: { a: 1 }, auto_launch: false } });
  });

  it('may ask for generated texts', async () => {
    const { id } = await tours.create();
    const answer = await tours.send('POST', `/${id}/generate/`, encode({ title: 'T', steps: [{ id: 'a', type: 'modal' }] }));
    expect(answer).toMatchObject({ status: 400, body: invalid('Product Tour AI generation is only supported in PostHog Cloud.') });
  });

  it('passes over unknown and read-only fields', async () => {
    const { id, created_at } = await tours.create();
    const fields = {
      id: 'x',
      created_at: '2020-01-01',
      created_by: 'me',
      updated_at: 'never',
      has_draft: true,
      linked_flag: 5,
      constructor: 'x',
    };
    const changed = await tours.send('PATCH', `/${id}/`, encode({ ...fields, name: `Kept in ${encoding}` }));
    expect(changed).toMatchObject({ status: 200, body: { id, created_at, name: `Kept in ${encoding}`, linked_flag: null } });
    const drafted = await tours.send('PATCH', `/${id}/draft/`, encode({ ...fields, description: 'd' }));
    expect(Object.keys(drafted.body.draft_content)).toHaveLength(6);
  });

  it('has dates and integers in the wide sense', async () => {
    const { id } = await tours.create();
    for (const [given, shown] of DATES) {
      const { body } = await tours.send('PATCH', `/${id}/`, encode({ end_date: given }));
      expect(body.end_date, given).toBe(shown);
    }
    expect(await tours.send('PATCH', `/${id}/`, encode({ linked_flag_id: '999999' }))).toMatchObject({
      body: invalid('Feature Flag with this ID does not exist'),
    });
  });
});

const DATES: [string, string][] = [
  ['2024-01-01', '2024-01-01T00:00:00Z'],
  ['2024-01-01T10:20:30', '2024-01-01T10:20:30Z'],
  ['2024-01-01 10:20', '2024-01-01T10:20:00Z'],
  ['20240101', '2024-01-01T00:00:00Z'],
  ['2024-W01-3', '2024-01-03T00:00:00Z'],
  ['2024-01-01T10:20:30.5+02:00', '2024-01-01T08:20:30.500000Z'],
  ['2024-01-01T10:20:30.123456789Z', '2024-01-01T10:20:30.123456Z'],
  ['2026-11-23T04:04:14.677854Z', '2026-11-23T04:04:14.677854Z'],
  ['0001-01-01', '0001-01-01T00:00:00Z'],
  ['9999-12-31T23:59:59.999999Z', '9999-12-31T23:59:59.999999Z'],
];

describe('an empty body', () => {
  it.each(['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', ''])(
    'of the type “%s” has no fields',
    async (type) => {
      const { id } = await tours.create({ description: 'kept' });
      const answer = await tours.sendRaw('PATCH', `/${id}/`, Buffer.from(''), type);
      expect(answer).toMatchObject({ status: 200, body: { description: 'kept' } });
      expect(await tours.sendRaw('PATCH', `/${id}/draft/`, Buffer.from(''), type)).toMatchObject({
        status: 200,
        body: { has_draft: false },
      });
      const refused = await tours.sendRaw('POST', '/', Buffer.from(''), type);
      expect(refused).toMatchObject({ status: 400, body: invalid('This field is required.', 'name', 'required') });
    },
  );
});

describe('in JSON', () => {
  it.each([
    ...[true, 1, 'true', 'TRUE', 't', 'T', 'yes', 'Y', 'on', 'ON', '1'].map((given) => [given, true] as const),
    ...[false, 0, 'false', 'False', 'f', 'F', 'no', 'N', 'off', 'Off', '0'].map((given) => [given, false] as const),
  ])('%j is the boolean %s', async (given, shown) => {
    expect((await tours.create({ auto_launch: given })).auto_launch).toBe(shown);
  });

  it('1.0 and 0.0 are booleans and integers, and numbers are text', async () => {
    const answer = await tours.sendRaw(
      'POST',
      '/',
      '{"name": 5, "description": 1.50, "auto_launch": 1.0, "archived": 0.0, "linked_flag_id": null}',
    );
    expect(answer).toMatchObject({ status: 201, body: { name: '5', description: '1.5', auto_launch: true, archived: false } });
  });

  it('the last of two keys counts, and white space does not', async () => {
    const answer = await tours.sendRaw('POST', '/', '\n\t {"name": "first", "name" : "last one"} \r\n');
    expect(answer).toMatchObject({ status: 201, body: { name: 'last one' } });
  });
});

describe('in a form', () => {
  const form = (fields: Record<string, string>) => new URLSearchParams(fields);

  it('an absent boolean is false on POST and unchanged on PATCH', async () => {
    const { id, auto_launch } = (await tours.send('POST', '/', form({ name: 'Unticked' }))).body;
    expect(auto_launch).toBe(false);
    await tours.send('PATCH', `/${id}/`, form({ auto_launch: 'on' }));
    expect((await tours.send('PATCH', `/${id}/`, form({ description: 'x' }))).body.auto_launch).toBe(true);
  });

  it('empty text is null for dates and the flag, and itself for the description', async () => {
    const { id } = await tours.create({ description: 'd', start_date: '2024-01-01', end_date: '2024-01-02' });
    const { body } = await tours.send('PATCH', `/${id}/`, form({ start_date: '', end_date: '', linked_flag_id: '', description: '' }));
    expect(body).toMatchObject({ start_date: null, end_date: null, linked_flag_id: null, description: '' });
  });

  it('text that is no JSON is refused, in drafts as well', async () => {
    const { id } = await tours.create();
    for (const path of ['/', '/draft/']) {
      const answer = await tours.send('PATCH', `/${id}${path}`, form({ content: '{steps' }));
      expect(answer, path).toMatchObject({ status: 400, body: invalid('Value must be valid JSON.', 'content') });
    }
  });

  it('a null written as JSON is null', async () => {
    const { id } = await tours.create({ auto_launch: true, targeting_flag_filters: { groups: [{ properties: [{ key: 'a' }] }] } });
    const { body } = await tours.send('PATCH', `/${id}/`, form({ targeting_flag_filters: 'null' }));
    expect(body.targeting_flag_filters).toBeNull();
  });

  it('may be what curl sends by itself', async () => {
    const answer = await tours.sendRaw(
      'POST',
      '/',
      'name=From+curl&description=a%20b&unknown',
      'application/x-www-form-urlencoded; charset=UTF-8',
    );
    expect(answer).toMatchObject({ status: 201, body: { name: 'From curl', description: 'a b' } });
  });
});
