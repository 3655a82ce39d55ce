import { describe, expect, it } from 'vitest';
import { readBody } from '../../../src/rest/body.ts';

function read(type: string | undefined, body: string | Buffer) {
  return readBody({ headers: type === undefined ? {} : { 'content-type': type }, body: Buffer.from(body as string) });
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

async function fieldsOf(type: string, body: string | Buffer): Promise<Record<string, unknown>> {
  const result = await read(type, body);
  return 'body' in result ? Object.fromEntries(result.body.fields) : {};
}

async function refusalOf(type: string | undefined, body: string | Buffer) {
  const result = await read(type, body);
  return 'refusal' in result ? { status: result.refusal.status, ...(result.refusal.body as object) } : result;
}

describe('a request body', () => {
  it.each([undefined, JSON_TYPE, FORM_TYPE, 'multipart/form-data', 'text/plain'])(
    'has no fields when it is empty, with type %s',
    async (type) => {
      expect(await read(type, '')).toEqual({ body: { kind: 'json', fields: new Map() } });
    },
  );

  it('is read as JSON', async () => {
    expect(await fieldsOf('Application/JSON; charset=utf-8', '{"name": "a", "name": "b", "content": {"x": 1}}')).toEqual({
      name: 'b',
      content: { x: 1 },
    });
  });

  it('is read as a form, the last of equal names counting', async () => {
    expect(await fieldsOf(FORM_TYPE, 'name=a+b%21&name=%C3%A9&archived')).toEqual({ name: 'é', archived: '' });
    expect(await fieldsOf(FORM_TYPE, '?name=a')).toEqual({ '?name': 'a' });
  });

  it('is read as a multipart form, a file counting as its text', async () => {
    const form = new FormData();
    form.set('name', 'Größe');
    form.set('content', new Blob(['{"steps":[]}']), 'tour.json');
    const request = new Response(form);
    const bytes = Buffer.from(await request.clone().arrayBuffer());
    expect(await fieldsOf(request.headers.get('content-type') ?? '', bytes)).toEqual({ name: 'Größe', content: '{"steps":[]}' });
  });

  it.each(['multipart/form-data', 'multipart/form-data; boundary=x'])('refuses a form that is none (%s)', async (type) => {
    expect(await refusalOf(type, 'not a form')).toMatchObject({ status: 400, type: 'invalid_request', code: 'parse_error', attr: null });
  });

  it.each(['text/plain', 'text/plain; charset=utf-8', 'application/xml'])('refuses %s', async (type) => {
    const detail = `Unsupported media type "${type}" in request.`;
    expect(await refusalOf(type, 'x')).toEqual({
      status: 415,
      type: 'invalid_request',
      code: 'unsupported_media_type',
      detail,
      attr: null,
    });
  });

  it('refuses a body without a type', async () => {
    expect(await refusalOf(undefined, '{}')).toMatchObject({ status: 415, detail: 'Unsupported media type "" in request.' });
  });

  it('tells malformed JSON in the words of the original, also where it was declared and a form was sent', async () => {
    const detail = 'JSON parse error - Expecting value: line 1 column 1 (char 0)';
    expect(await refusalOf(JSON_TYPE, 'name=string')).toEqual({
      status: 400,
      type: 'invalid_request',
      code: 'parse_error',
      detail,
      attr: null,
    });
    expect(await refusalOf(JSON_TYPE, Buffer.from([0xff]))).toMatchObject({
      code: 'parse_error',
      detail: expect.stringContaining('invalid start byte'),
    });
  });

  it.each([
    ['[]', 'list'],
    ['"a"', 'str'],
    ['5', 'int'],
    [' -5\n', 'int'],
    ['5.0', 'float'],
    ['NaN', 'float'],
    ['true', 'bool'],
  ])('refuses %s, which is no dictionary', async (body, name) => {
    const detail = `Invalid data. Expected a dictionary, but got ${name}.`;
    expect(await refusalOf(JSON_TYPE, body)).toEqual({ status: 400, type: 'validation_error', code: 'invalid_input', detail, attr: null });
  });

  it('refuses null', async () => {
    const problem = { type: 'validation_error', code: 'null', detail: 'No data provided', attr: null };
    expect(await refusalOf(JSON_TYPE, 'null')).toEqual({ status: 400, ...problem });
  });
});
