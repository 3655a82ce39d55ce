import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { Client, createRequest, fetchExchange, makeOperation } from '@urql/core';
import { describe, expect, it as test } from 'vitest';
import { openRemoteGateway } from '../../../src/cli/remote-gateway.ts';
import { watchDraft } from '../../../src/client/client.ts';
import { CliListUsersDocument } from '../../../src/generated/operations.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { runOverWebSocket } from '../../support/run-over-websocket.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const VIEWER = 'query Viewer {\n  viewer {\n    user {\n      email\n    }\n  }\n}';
const CHANGED = 'subscription Changed($id: UUID!) { tourDraftChanged(tourId: $id) { kind } }';
const CREATE = 'mutation Create($input: CreateTourInput!) { createTour(input: $input) { ... on CreateTourSuccess { tour { uuid } } } }';
const RELAY_ID = 'e1d0f3a5c8b74f0f9a3d6c2b1e0f9a8d';
const EMAIL = { viewer: { user: { email: 'admin@example.com' } } };

const folder = mkdtempSync(path.join(tmpdir(), 'trusted-'));
const manifest = path.join(folder, 'persisted_queries.json');
writeFileSync(manifest, JSON.stringify({ [RELAY_ID]: VIEWER, changed: CHANGED, create: CREATE, stale: '{ gone }' }));

const it = gatewayTest({ TRUSTED_DOCUMENTS: manifest });
let gateway: TestApp;
it.beforeAll(({ gateway: started }) => {
  gateway = started;
});
it.afterAll(() => rmSync(folder, { recursive: true }));

async function send(body: object, headers: Record<string, string> = {}, key: string | null = gateway.key) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key !== null && { authorization: `Bearer ${key}` }), ...headers },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text, ...(text.startsWith('{') && JSON.parse(text)) };
}

async function get(parameters: Record<string, string>, accept = 'application/json') {
  const headers = { accept, authorization: `Bearer ${gateway.key}` };
  return (await fetch(`${gateway.url}/graphql?${new URLSearchParams(parameters)}`, { headers })).text();
}

const NAMES: [string, Record<string, unknown>][] = [
  ['an id of the manifest', { documentId: RELAY_ID }],
  ['a hash with its prefix', { documentId: `sha256:${sha256(VIEWER)}` }],
  ['a hash', { documentId: sha256(VIEWER) }],
  ['the hash of a persisted query', { extensions: { persistedQuery: { version: 1, sha256Hash: sha256(VIEWER) } } }],
  ['an id in the place of a hash', { extensions: { persistedQuery: { version: 1, sha256Hash: RELAY_ID } } }],
  ['its text', { query: VIEWER }],
  ['its text without white space', { query: '{viewer{user{email}}}'.replace('{', 'query Viewer{') }],
  ['its text with `__typename`', { query: 'query Viewer { viewer { user { email __typename } __typename } }' }],
  ['its text and hash', { query: VIEWER, extensions: { persistedQuery: { version: 1, sha256Hash: sha256(VIEWER) } } }],
];

describe('a trusted document', () => {
  it.each(NAMES)('runs over every transport, named by %s', async (_, request) => {
    expect((await send(request)).data.viewer.user.email).toBe(EMAIL.viewer.user.email);
    expect((await send({ ...request, operationName: 'Viewer' })).data.viewer.user.email).toBe(EMAIL.viewer.user.email);
    const parameters = Object.fromEntries(
      Object.entries(request).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
    );
    expect(await get(parameters)).toContain('admin@example.com');
    expect(await get(parameters, 'text/event-stream')).toContain('admin@example.com');
    expect(JSON.stringify(await runOverWebSocket(gateway.url, gateway.key, request))).toContain('admin@example.com');
  });

  it('may be a mutation or a subscription', async () => {
    const { data } = await send({ documentId: 'create', variables: { input: { projectId: gateway.projectId, name: 'Trusted' } } });
    const variables = { id: data.createTour.tour.uuid };
    expect(await runOverWebSocket(gateway.url, gateway.key, { documentId: 'changed', variables })).toMatchObject({
      data: { tourDraftChanged: { kind: 'SNAPSHOT' } },
    });
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${gateway.key}` },
      body: JSON.stringify({ documentId: 'changed', variables }),
    });
    const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream() as never).getReader();
    let text = '';
    while (!text.includes('SNAPSHOT')) text += (await reader.read()).value;
    await reader.cancel();
  });

  it('opens nothing to a client without a credential', async () => {
    expect(await send({ documentId: RELAY_ID }, {}, null)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('that does not fit the schema is reported when it runs', async () => {
    expect(await send({ documentId: 'stale' })).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });
});

describe('any other document', () => {
  const query = '{ viewer { scopes } }';

  it('is refused over every transport, with the reason', async () => {
    const error = { message: expect.stringContaining('TRUSTED_DOCUMENTS'), extensions: { code: 'DOCUMENT_NOT_TRUSTED' } };
    expect(await send({ query })).toMatchObject({ status: 200, errors: [error] });
    expect(await send({ query }, { accept: 'application/graphql-response+json' })).toMatchObject({ status: 403, errors: [error] });
    expect(await get({ query }, 'text/event-stream')).toContain('DOCUMENT_NOT_TRUSTED');
    await expect(runOverWebSocket(gateway.url, gateway.key, { query })).rejects.toEqual([error]);
    expect(await send({ query: '{ __schema { queryType { name } } }' })).toMatchObject({ errors: [error] });
    expect(await send({ query: '{ __typename }' }, {}, null)).toMatchObject({ errors: [error] });
  });

  it('is refused though it contains a trusted one', async () => {
    for (const more of [
      `${VIEWER} query More { viewer { scopes } }`,
      VIEWER.replace('email', 'email lastName'),
      VIEWER.replace('email', 'x: email'),
    ])
      expect(await send({ query: more, operationName: 'Viewer' })).toMatchObject({
        errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }],
      });
  });

  it('is not registered by its hash', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
    const error = { message: 'PersistedQueryNotSupported', extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED' } };
    expect(await send({ extensions })).toMatchObject({ errors: [error] });
    expect(await send({ query, extensions })).toMatchObject({ errors: [{ extensions: { code: 'DOCUMENT_NOT_TRUSTED' } }] });
    expect(await send({ extensions })).toMatchObject({ errors: [error] });
    expect(await send({ documentId: sha256(query) })).toMatchObject({ errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] });
  });
});

describe('clients', () => {
  const authorization = () => `Bearer ${gateway.key}`;

  it('Apollo Client runs a trusted document whose hash is another one, since it adds `__typename`', async () => {
    const http = new HttpLink({ uri: `${gateway.url}/graphql`, headers: { authorization: authorization() } });
    const client = new ApolloClient({ link: new PersistedQueryLink({ sha256 }).concat(http), cache: new InMemoryCache() });
    expect((await client.query({ query: gql(VIEWER) })).data).toMatchObject(EMAIL);
    await expect(client.query({ query: gql('query Other { viewer { scopes } }') })).rejects.toThrow(/TRUSTED_DOCUMENTS/);
  });

  it('urql runs a document by its id', async () => {
    const client = new Client({ url: `${gateway.url}/graphql`, exchanges: [fetchExchange] });
    const fetchOptions = { headers: { authorization: authorization() } };
    // What a bundler leaves of a document: its id. The type of the operation is no longer in it.
    const request = createRequest({ kind: 'Document', definitions: [], documentId: RELAY_ID } as never, {});
    const context = { url: `${gateway.url}/graphql`, requestPolicy: 'network-only', preferGetMethod: false, fetchOptions } as const;
    const results = client.executeRequestOperation(makeOperation('query', request, context));
    expect((await results.toPromise()).data).toMatchObject(EMAIL);
  });

  it('the command line needs no entry', async () => {
    const { page } = await openRemoteGateway({ url: gateway.url, key: gateway.key }).ask(CliListUsersDocument, {});
    expect(page.nodes).toMatchObject([{ email: 'admin@example.com' }]);
  });

  it('the client package, REST and the browser endpoints need no entry', async () => {
    const { body } = await gateway.rest('POST', `${gateway.projectId}/product_tours/`, { name: 'Untold' });
    expect(body.name).toBe('Untold');
    const watch = watchDraft({ url: gateway.url, key: gateway.key, tourId: body.id });
    await watch.save({ description: 'Saved by the client package' });
    watch.close();
    expect((await gateway.rest('GET', `${gateway.projectId}/product_tours/${body.id}/`)).body.draft_content.description).toBe(
      'Saved by the client package',
    );
    expect((await fetch(`${gateway.url}/api/product_tours/?token=${gateway.token}`)).status).toBe(200);
  });

  it('GraphiQL says that it runs nothing else', async () => {
    const page = await (await fetch(`${gateway.url}/graphql`, { headers: { accept: 'text/html' } })).text();
    const script = /src="([^"]+)"/.exec(page)?.[1];
    expect(await (await fetch(new URL(String(script), `${gateway.url}/graphql`))).text()).toContain(
      'This gateway runs only trusted documents',
    );
  });
});

test('a manifest that cannot be used stops the start with one line', async () => {
  await expect(startTestApp({ TRUSTED_DOCUMENTS: '/no/such/manifest.json' })).rejects.toThrow(
    /^TRUSTED_DOCUMENTS: \/no\/such\/manifest\.json: [^\n]+$/,
  );
});
