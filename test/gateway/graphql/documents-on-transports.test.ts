import { afterAll, beforeAll, describe, expect } from 'vitest';
import WebSocket from 'ws';
import { startTestApp, type TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

interface Answer {
  status: number;
  errors: { message: string; extensions: { code: string } }[];
}

/** The longest document without a credential, in characters. */
const MAX_ANONYMOUS_LENGTH = 16 * 1024;

const JSON_TYPE = { 'content-type': 'application/json' };
const RESPONSE_TYPE = 'application/graphql-response+json';

/** Sends a document over each transport, and gives what comes back. The status of a WebSocket is that of GraphQL errors. */
const TRANSPORTS: Record<string, (url: string, query: string, key: string | null) => Promise<Answer>> = {
  POST: (url, query, key) => read(fetch(url, { method: 'POST', headers: headers(key, JSON_TYPE), body: JSON.stringify({ query }) })),
  'POST for graphql-response+json': (url, query, key) =>
    read(fetch(url, { method: 'POST', headers: headers(key, { ...JSON_TYPE, accept: RESPONSE_TYPE }), body: JSON.stringify({ query }) })),
  'POST with preferences': (url, query, key) => {
    const accept = `text/plain;q=0.1, ${RESPONSE_TYPE};q=0.9`;
    return read(fetch(url, { method: 'POST', headers: headers(key, { ...JSON_TYPE, accept }), body: JSON.stringify({ query }) }));
  },
  GET: (url, query, key) => read(fetch(`${url}?query=${encodeURIComponent(query)}`, { headers: headers(key, { accept: RESPONSE_TYPE }) })),
  'event stream': async (url, query, key) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: headers(key, { ...JSON_TYPE, accept: 'text/event-stream' }),
      body: JSON.stringify({ query }),
    });
    const data = /^data: (.+)$/m.exec(await response.text())?.[1] ?? '{}';
    return { status: response.status, ...JSON.parse(data) };
  },
  WebSocket: async (url, query, key) => ({ status: 200, errors: await overWebSocket(url, query, key) }),
};

function headers(key: string | null, others: Record<string, string>): Record<string, string> {
  return key === null ? others : { ...others, authorization: `Bearer ${key}` };
}

async function read(sent: Promise<Response>): Promise<Answer> {
  const response = await sent;
  return { status: response.status, ...((await response.json()) as { errors: Answer['errors'] }) };
}

function overWebSocket(url: string, query: string, key: string | null): Promise<Answer['errors']> {
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: key === null ? {} : { authorization: `Bearer ${key}` } })),
    );
    socket.on('message', (message) => {
      const { type, payload } = JSON.parse(String(message));
      if (type === 'connection_ack') socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
      if (type !== 'next' && type !== 'error') return;
      socket.close();
      resolve(type === 'error' ? payload : payload.errors);
    });
  });
}

const deepDocuments = (levels: number): [string, string][] => [
  ['lists', `{ a(b: ${'['.repeat(levels)}${']'.repeat(levels)}) }`],
  ['objects', `{ a(b: ${'{c:'.repeat(levels)}1${'}'.repeat(levels)}) }`],
  ['selections', `${'{a'.repeat(levels)}${'}'.repeat(levels)}`],
  ['fragments', `{${'...{'.repeat(levels)}a${'}'.repeat(levels)}}`],
  ['types', `query($a:${'['.repeat(levels)}Int${']'.repeat(levels)}){__typename}`],
];

describe.each(Object.entries(TRANSPORTS))('over %s', (name, send) => {
  let open: TestApp;
  let closed: TestApp;
  beforeAll(async () => {
    open = await startTestApp();
    closed = await startTestApp({ INTROSPECTION: 'off' });
  });
  afterAll(async () => {
    await open?.stop();
    await closed?.stop();
  });

  it('a deeply nested document is refused with its reason', async () => {
    // The address of a GET request has to fit into 16 kB.
    for (const [what, query] of deepDocuments(name === 'GET' ? 1000 : 5000)) {
      for (const key of [open.key, null]) {
        const { status, errors } = await send(`${open.url}/graphql`, query, key);
        // Longer than what anyone may ask without a credential, which is not even read.
        const isUnread = key === null && query.length > MAX_ANONYMOUS_LENGTH;
        const [message, code] = isUnread ? ['credentials', 'UNAUTHENTICATED'] : ['nested deeper', 'TOO_COMPLEX'];
        expect(errors, what).toEqual([{ message: expect.stringContaining(message), extensions: { code } }]);
        if (!/stream|Socket/.test(name) && key !== null) expect(status, what).toBe(400);
      }
    }
  });

  it('nothing but the schema is open without a credential', async () => {
    const queries = ['{ viewer { scopes } }', '{ nonsense }', 'mutation { deleteTour(input: { tourId: 1 }) { nonsense } }'];
    if (name !== 'GET') queries.push('subscription { tourDraftChanged(tourId: "x") { nonsense } }');
    for (const query of queries) {
      const { errors } = await send(`${open.url}/graphql`, query, null);
      expect(errors, query).toMatchObject([
        { message: 'Authentication credentials were not provided.', extensions: { code: 'UNAUTHENTICATED' } },
      ]);
    }
    expect((await send(`${open.url}/graphql`, '{ __typename __schema { queryType { name } } }', null)).errors).toBeUndefined();
  });

  it('an anonymous caller learns nothing of a schema that is hidden', async () => {
    const first = await send(`${closed.url}/graphql`, '{ nonsense }', null);
    for (const query of [
      '{ __schema { types { name } } }',
      '{ viewer }',
      '{ __typename ... on Tour { uuid } }',
      '{',
      '{ __typename(a: 1) }',
    ])
      expect(await send(`${closed.url}/graphql`, query, null), query).toEqual(first);
  });

  it('no caller gets suggestions for a schema that is hidden', async () => {
    for (const query of [
      '{ viewer { scope } }',
      '{ tours(projectId: 1, filter: { status: DRAFTT }) { totalCount } }',
      '{ tour(ID: 1) { name } }',
    ]) {
      const { errors } = await send(`${closed.url}/graphql`, query, closed.key);
      expect(errors.length).toBeGreaterThan(0);
      for (const { message } of errors) expect(message).not.toMatch(/did you mean/i);
    }
  });
});

const it = gatewayTest({ INTROSPECTION: 'off' });

describe('variables', () => {
  let gateway: TestApp;
  it.beforeAll(({ gateway: started }) => {
    gateway = started;
  });

  const post = async (body: string, key: string | null = gateway.key, accept = 'application/json') =>
    read(fetch(`${gateway.url}/graphql`, { method: 'POST', headers: headers(key, { ...JSON_TYPE, accept }), body }));

  it('suggest nothing of a schema that is hidden', async () => {
    const query = 'query ($filter: TourFilter) { tours(projectId: 1, filter: $filter) { totalCount } }';
    for (const filter of [{ statuss: 'DRAFT' }, { status: ['DRAFTT'] }]) {
      const { errors } = await post(JSON.stringify({ query, variables: { filter } }));
      expect(errors[0]?.message).toMatch(/^Variable "\$filter/);
      expect(errors[0]?.message).not.toMatch(/did you mean/i);
      const anonymous = await post(JSON.stringify({ query, variables: { filter } }), null);
      expect(anonymous.errors).toMatchObject([{ message: 'Authentication credentials were not provided.' }]);
    }
  });

  it.each([
    [
      'saveTourDraft',
      'mutation ($v: JSON) { saveTourDraft(input: { tourId: "00000000-0000-4000-8000-000000000000", content: $v }) { __typename } }',
    ],
    [
      'createTour',
      'mutation ($v: JSON) { createTour(input: { projectId: 1, name: "Deep", content: $v, idempotencyKey: "k" }) { __typename } }',
    ],
    ['ids', 'query ($v: [ID!]!) { nodes(ids: $v) { id } }'],
    ['filter', 'query ($v: TourFilter) { tours(projectId: 1, filter: $v) { totalCount } }'],
    ['projectId', 'query ($v: Int!) { tours(projectId: $v) { totalCount } }'],
  ])('nested without end are refused: %s', async (_, query) => {
    for (const [from, to] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const deep = `${from.repeat(100_000)}1${to.repeat(100_000)}`;
      for (const accept of ['application/json', 'text/plain;q=0.1, application/json;q=0.9']) {
        const { status, errors } = await post(`{"query":${JSON.stringify(query)},"variables":{"v":${deep}}}`, gateway.key, accept);
        expect(errors[0]?.extensions.code).toBe('MALFORMED_REQUEST');
        expect(status).toBe(400);
      }
    }
  });
});
