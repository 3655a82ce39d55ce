import { randomUUID } from 'node:crypto';
import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { invalid, NO_ACTION, NO_PROJECT, NOT_FOUND } from '../../support/problem-body.ts';
import { type RestTours, restTours } from '../../support/rest-tours.ts';

const it = gatewayTest();
let gateway: TestApp;
let tours: RestTours;
let tourId: string;

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  tours = restTours(gateway, gateway.projectId);
  tourId = (await tours.create()).id;
});

describe('a request', () => {
  const invalidRequest = (code: string, detail: string) => ({ type: 'invalid_request', code, detail, attr: null });
  const parse = (message: string) => invalidRequest('parse_error', `JSON parse error - ${message}`);

  it.each([
    ['name=string', parse('Expecting value: line 1 column 1 (char 0)')],
    ['{"a": }', parse('Expecting value: line 1 column 7 (char 6)')],
    ['{"a": 1', parse("Expecting ',' delimiter: line 1 column 8 (char 7)")],
    ['{"a": 1}{', parse('Extra data: line 1 column 9 (char 8)')],
    ['[]', invalid('Invalid data. Expected a dictionary, but got list.')],
    ['"a"', invalid('Invalid data. Expected a dictionary, but got str.')],
    ['5', invalid('Invalid data. Expected a dictionary, but got int.')],
    ['5.5', invalid('Invalid data. Expected a dictionary, but got float.')],
    ['true', invalid('Invalid data. Expected a dictionary, but got bool.')],
    ['null', invalid('No data provided', null, 'null')],
  ])('with the body %s is refused by every endpoint that reads one', async (body, expected) => {
    await tours.draft(tourId, { name: 'A draft to publish' });
    for (const [method, path] of [
      ['POST', '/'],
      ['PATCH', `/${tourId}/`],
      ['PATCH', `/${tourId}/draft/`],
      ['POST', `/${tourId}/publish_draft/`],
    ] as const) {
      const answer = await tours.sendRaw(method, path, body);
      expect([answer.status, answer.body], `${method} ${path}`).toEqual([400, expected]);
    }
  });

  it.each(['text/plain', 'application/xml', 'application/json-patch+json', ''])('of the type “%s” is refused', async (type) => {
    const answer = await tours.sendRaw('POST', '/', Buffer.from('name=a'), type);
    expect(answer).toMatchObject({
      status: 415,
      body: invalidRequest('unsupported_media_type', `Unsupported media type "${type}" in request.`),
    });
  });

  it('has to take JSON', async () => {
    const answer = await tours.send('GET', '/', undefined, { accept: 'text/html' });
    expect(answer).toMatchObject({ status: 406, body: invalidRequest('not_acceptable', 'Could not satisfy the request Accept header.') });
    expect(await tours.send('GET', '/?format=xml')).toMatchObject({ status: 404, body: NOT_FOUND });
    expect((await tours.send('GET', '/?format=json', undefined, { accept: 'text/html, */*;q=0.1' })).status).toBe(200);
  });

  it('leads to a project, a tour and an action', async () => {
    expect(await gateway.rest('GET', '0/product_tours/')).toMatchObject({ status: 404, body: NO_PROJECT });
    expect(await tours.send('GET', `/${randomUUID()}/`)).toMatchObject({ status: 404, body: NOT_FOUND });
    expect(await tours.send('PUT', `/${tourId}/draft/`)).toMatchObject({ status: 403, body: NO_ACTION });
  });

  it('searches with no more than 200 characters, counted before trimming', async () => {
    expect((await tours.send('GET', `/?search=${'+'.repeat(200)}`)).status).toBe(200);
    const answer = await tours.send('GET', `/?search=${'+'.repeat(201)}`);
    expect(answer).toMatchObject({ status: 400, body: invalid('Search query must be 200 characters or fewer.', 'search') });
  });

  it('publishes only what there is', async () => {
    const { id } = await tours.create();
    expect(await tours.send('POST', `/${id}/publish_draft/`)).toMatchObject({ status: 400, text: '{"detail":"No draft to publish."}' });
  });

  it('is no larger than 20 MB', async () => {
    const answer = await tours.send('POST', '/', { name: 'a', content: { a: 'x'.repeat(20 * 1024 * 1024) } });
    expect(answer).toMatchObject({ status: 413, body: { type: 'invalid_request', attr: null } });
  });
});
