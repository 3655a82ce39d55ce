import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { runOverWebSocket } from '../../support/run-over-websocket.ts';

const QUERY = '{ viewer { scopes } }';
const DATA = { viewer: { scopes: ['*', 'installation'] } };

const it = gatewayTest();
let gateway: TestApp;
it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

async function post(body: string, headers: Record<string, string> = {}, path = '/graphql') {
  const response = await fetch(`${gateway.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.key}`, ...headers },
    body: Buffer.from(body),
  });
  return { status: response.status, body: await response.json() };
}

describe('an operation', () => {
  it('may have an empty name, over every transport', async () => {
    const request = { query: QUERY, operationName: '' };
    expect(await post(JSON.stringify(request))).toEqual({ status: 200, body: { data: DATA } });
    expect(await (await get({ query: QUERY, operationName: '', variables: '', extensions: '' })).json()).toEqual({ data: DATA });
    expect(await (await get(request, 'text/event-stream')).text()).toContain(JSON.stringify({ data: DATA }));
    expect(await runOverWebSocket(gateway.url, gateway.key, request)).toEqual({ data: DATA });
  });

  it('with an empty name still has to name one of several', async () => {
    const { status, body } = await post(JSON.stringify({ query: 'query A { __typename } query B { __typename }', operationName: '' }));
    expect([status, body]).toMatchObject([400, { errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] }]);
  });

  it('may be sent to the address with a slash at its end', async () => {
    expect(await post(JSON.stringify({ query: QUERY }), {}, '/graphql/')).toEqual({ status: 200, body: { data: DATA } });
    expect(await post('{', {}, '/graphql/')).toMatchObject({ status: 400, body: { errors: [{}] } });
    expect(await post('{}', { 'content-type': 'text/plain' }, '/graphql/')).toMatchObject({ status: 415, body: { errors: [{}] } });
    expect(await runOverWebSocket(gateway.url, gateway.key, { query: QUERY }, '/graphql/')).toEqual({ data: DATA });
  });
});

describe('a request that is refused says why', () => {
  it.each([
    ['{}', /names no document/],
    ['{"query":""}', /names no document/],
    ['{"query":null,"documentId":"","extensions":{}}', /names no document/],
    ['[]', /batching is not supported/],
    ['[{"query":"{ __typename }"},{"query":"{ __typename }"}]', /batching is not supported/],
    ['{', /JSON/],
    ['"text"', /./],
    ['{"query":7}', /"query"/],
    ['{"query":"{ __typename }","variables":[]}', /"variables"/],
  ])('as %s is', async (request, message) => {
    for (const accept of ['*/*', 'application/graphql-response+json', 'text/event-stream']) {
      const { status, body } = await post(request, { accept });
      expect(status).toBe(400);
      expect(body).toMatchObject({ errors: [{ message: expect.stringMatching(message), extensions: { code: expect.any(String) } }] });
    }
  });

  it('as a GET without a document is', async () => {
    expect(await (await get({})).json()).toMatchObject({ errors: [{ message: expect.stringContaining('names no document') }] });
  });

  it.each([
    [undefined, 'The request has no Content-Type header.'],
    ['text/plain', 'The Content-Type "text/plain" is not supported.'],
    ['application/graphql', 'The Content-Type "application/graphql" is not supported.'],
    ['application/x-www-form-urlencoded', 'The Content-Type "application/x-www-form-urlencoded" is not supported.'],
    ['multipart/form-data; boundary=x', 'The Content-Type "multipart/form-data; boundary=x" is not supported.'],
    ['application/jsonx', 'The Content-Type "application/jsonx" is not supported.'],
    ['application/json; charset=utf-16', 'The Content-Type "application/json; charset=utf-16" is not supported.'],
  ])('as one of the type %s is', async (type, reason) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${gateway.key}`, ...(type !== undefined && { 'content-type': type }) },
      body: Buffer.from(JSON.stringify({ query: QUERY })),
    });
    expect(response.status).toBe(415);
    const message = `${reason} Send JSON in UTF-8, with "Content-Type: application/json".`;
    expect(await response.json()).toMatchObject({ errors: [{ message, extensions: { code: 'UNSUPPORTED_MEDIA_TYPE' } }] });
  });

  it.each(['application/json;charset=UTF-8', 'Application/JSON ; charset="utf-8"', 'application/json; charset= utf8'])(
    'but not one of the type %s',
    async (type) => {
      expect(await post(JSON.stringify({ query: QUERY }), { 'content-type': type })).toEqual({ status: 200, body: { data: DATA } });
    },
  );
});

function get(parameters: Record<string, string>, accept = 'application/json'): Promise<Response> {
  return fetch(`${gateway.url}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { accept, authorization: `Bearer ${gateway.key}` },
  });
}
