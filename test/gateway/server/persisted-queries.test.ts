import { createHash, randomUUID } from 'node:crypto';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, fetchExchange, gql as urqlGql } from '@urql/core';
import { persistedExchange } from '@urql/exchange-persisted';
import { createClient } from 'graphql-ws';
import { describe, expect } from 'vitest';
import WebSocket from 'ws';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { runOverWebSocket } from '../../support/run-over-websocket.ts';

const it = gatewayTest();
let gateway: TestApp;
it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
/** A document that no other case has registered. */
const newQuery = () => `query Viewer${randomUUID().replaceAll('-', '')} { viewer { scopes } }`;
const named = (sha256Hash: string, version = 1) => ({ persistedQuery: { version, sha256Hash } });
const NOT_FOUND = { message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } };
const DATA = { viewer: { scopes: ['*', 'installation'] } };

async function post(body: object, headers: Record<string, string> = {}) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.key}`, ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.json() };
}

async function get(parameters: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(`${gateway.url}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { authorization: `Bearer ${gateway.key}`, ...headers },
  });
  return { status: response.status, body: await response.json() };
}

const overWebSocket = (payload: object) => runOverWebSocket(gateway.url, gateway.key, payload);

interface Sent {
  method: string;
  hasText: boolean;
}

/** fetch that notes what a client sends. */
function recordingFetch(sent: Sent[]): typeof fetch {
  return async (input, init) => {
    const url = new URL(String(input));
    const text = url.searchParams.get('query') ?? JSON.parse(String(init?.body ?? '{}')).query;
    sent.push({ method: init?.method ?? 'GET', hasText: Boolean(text) });
    return fetch(input, { ...init, headers: { ...init?.headers, authorization: `Bearer ${gateway.key}` } });
  };
}

describe('Apollo Client', () => {
  it.each([
    ['POST', false],
    ['GET', true],
  ])('sends a hash with %s, the text once, and from then on hashes alone', async (method, useGETForHashedQueries) => {
    const sent: Sent[] = [];
    const query = gql(newQuery());
    const run = async () => {
      const link = new PersistedQueryLink({ sha256, useGETForHashedQueries }).concat(
        new HttpLink({ uri: `${gateway.url}/graphql`, fetch: recordingFetch(sent) }),
      );
      const client = new ApolloClient({ link, cache: new InMemoryCache() });
      return (await client.query({ query, fetchPolicy: 'no-cache' })).data;
    };
    expect(await run()).toMatchObject(DATA);
    expect(sent).toEqual([
      { method, hasText: false },
      { method: 'POST', hasText: true },
    ]);
    sent.length = 0;
    // Another client, as in another browser.
    expect(await run()).toMatchObject(DATA);
    expect(sent).toEqual([{ method, hasText: false }]);
  });
});

describe('urql', () => {
  it('runs a query that is not registered, and finds it with its hash the next time', async () => {
    const sent: Sent[] = [];
    const query = urqlGql(newQuery());
    const client = () =>
      new Client({
        url: `${gateway.url}/graphql`,
        preferGetMethod: false,
        fetch: recordingFetch(sent),
        exchanges: [persistedExchange({ preferGetForPersistedQueries: true }), fetchExchange],
      });
    expect((await client().query(query, {}).toPromise()).data).toEqual(DATA);
    expect(sent.map(({ hasText }) => hasText)).toEqual([false, true]);
    sent.length = 0;
    expect((await client().query(query, {}).toPromise()).data).toEqual(DATA);
    expect(sent).toEqual([{ method: 'GET', hasText: false }]);
  });
});

describe('graphql-ws', () => {
  it('sends a hash with an empty text, the text once, and from then on hashes alone', async () => {
    const client = createClient({
      url: `${gateway.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${gateway.key}` },
      lazy: false,
      onNonLazyError: () => {},
    });
    const run = async (query: string, extensions: Record<string, unknown>) => {
      const results = client.iterate({ query, extensions });
      const { value } = await results.next();
      await results.next();
      return value;
    };
    const query = newQuery();
    const extensions = named(sha256(query));
    await expect(run('', extensions)).rejects.toEqual([NOT_FOUND]);
    expect(await run(query, extensions)).toEqual({ data: DATA });
    expect(await run('', extensions)).toEqual({ data: DATA });
    await client.dispose();
  });
});

describe('an unknown hash', () => {
  const hash = sha256('never registered');

  it('is answered in the form that clients expect, to everyone', async () => {
    const request = { extensions: named(hash) };
    expect(await post(request)).toMatchObject({ status: 200, body: { errors: [NOT_FOUND] } });
    expect(await post({ ...request, query: '' })).toMatchObject({ status: 200, body: { errors: [NOT_FOUND] } });
    expect(await post(request, { authorization: '' })).toMatchObject({ status: 200, body: { errors: [NOT_FOUND] } });
    expect(await get({ extensions: JSON.stringify(named(hash)) })).toMatchObject({ status: 200, body: { errors: [NOT_FOUND] } });
    const strict = await post(request, { accept: 'application/graphql-response+json' });
    expect(strict).toEqual({ status: 404, type: 'application/graphql-response+json; charset=utf-8', body: { errors: [NOT_FOUND] } });
  });

  it('of a documentId is named', async () => {
    for (const documentId of [`sha256:${hash}`, hash, 'a1b2', 'x-team:7']) {
      const { errors } = (await post({ documentId })).body as { errors: unknown[] };
      expect(errors).toEqual([{ message: `There is no document with the id "${documentId}".`, extensions: NOT_FOUND.extensions }]);
    }
  });
});

describe('a registered document', () => {
  it('is found over POST, GET, event streams and WebSockets', async () => {
    const query = newQuery();
    const extensions = named(sha256(query));
    expect(await post({ query, extensions })).toMatchObject({ status: 200, body: { data: DATA } });
    expect(await post({ extensions })).toMatchObject({ body: { data: DATA } });
    expect(await get({ extensions: JSON.stringify(extensions) })).toMatchObject({ body: { data: DATA } });
    expect(await post({ documentId: `sha256:${sha256(query)}` })).toMatchObject({ body: { data: DATA } });
    expect(await get({ documentId: `sha256:${sha256(query)}`, operationName: '' })).toMatchObject({ body: { data: DATA } });
    const stream = await fetch(`${gateway.url}/graphql?${new URLSearchParams({ extensions: JSON.stringify(extensions) })}`, {
      headers: { accept: 'text/event-stream', authorization: `Bearer ${gateway.key}` },
    });
    expect(await stream.text()).toContain(`data: ${JSON.stringify({ data: DATA })}`);
    for (const payload of [{ query: '', extensions }, { extensions }, { documentId: `sha256:${sha256(query)}` }])
      expect(await overWebSocket(payload)).toEqual({ data: DATA });
  });

  it('is also registered over a WebSocket', async () => {
    const query = newQuery();
    const extensions = named(sha256(query));
    await expect(overWebSocket({ extensions })).rejects.toEqual([NOT_FOUND]);
    expect(await overWebSocket({ query, extensions })).toEqual({ data: DATA });
    expect(await overWebSocket({ extensions })).toEqual({ data: DATA });
  });

  it('is registered with documentId, too', async () => {
    const query = newQuery();
    const documentId = `sha256:${sha256(query)}`;
    expect(await post({ query, documentId })).toMatchObject({ body: { data: DATA } });
    expect(await post({ documentId })).toMatchObject({ body: { data: DATA } });
  });

  it('is not found without a credential, nor registered', async () => {
    const query = '{ __typename }';
    const request = { query, extensions: named(sha256(query)) };
    expect(await post(request, { authorization: '' })).toMatchObject({ body: { data: { __typename: 'Query' } } });
    expect(await post({ extensions: request.extensions })).toMatchObject({ body: { errors: [NOT_FOUND] } });
    await post(request);
    expect(await post({ extensions: request.extensions })).toMatchObject({ body: { data: { __typename: 'Query' } } });
    expect(await post({ extensions: request.extensions }, { authorization: '' })).toMatchObject({ body: { errors: [NOT_FOUND] } });
  });

  it('may be a mutation, which GET does not run', async () => {
    const query = 'mutation M { deleteTour(input: { tourId: "00000000-0000-4000-8000-000000000000" }) { __typename } }';
    const extensions = named(sha256(query));
    await post({ query, extensions });
    expect(await post({ extensions })).toMatchObject({ body: { data: { deleteTour: { __typename: 'NotFoundError' } } } });
    expect((await get({ extensions: JSON.stringify(extensions) })).status).toBe(405);
  });
});

describe('a text', () => {
  it('is not registered under the hash of another one', async () => {
    const query = newQuery();
    const other = newQuery();
    for (const request of [{ extensions: named(sha256(other)) }, { documentId: `sha256:${sha256(other)}` }]) {
      expect(await post({ ...request, query })).toMatchObject({
        status: 400,
        body: { errors: [{ extensions: { code: 'PERSISTED_QUERY_MISMATCH' } }] },
      });
      expect(await post(request)).toMatchObject({ body: { errors: [{ extensions: NOT_FOUND.extensions }] } });
    }
  });

  it('is not registered when it is not valid', async () => {
    const query = '{ nonsense }';
    const extensions = named(sha256(query));
    expect(await post({ query, extensions })).toMatchObject({ body: { errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] } });
    expect(await post({ extensions })).toMatchObject({ body: { errors: [NOT_FOUND] } });
  });
});

it('a malformed identifier is named as such', async () => {
  const malformed = [
    { version: 2, sha256Hash: 'a' },
    { version: 1 },
    { sha256Hash: sha256('a') },
    'a',
    ['a'],
    { version: 1, sha256Hash: 7 },
  ];
  for (const persistedQuery of malformed) {
    const { status, body } = await post({ extensions: { persistedQuery } });
    expect(status, JSON.stringify(persistedQuery)).toBe(400);
    expect(body).toMatchObject({ errors: [{ message: expect.stringContaining('sha256Hash'), extensions: { code: 'BAD_REQUEST' } }] });
  }
});
