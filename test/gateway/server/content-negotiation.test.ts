import { Client, fetchExchange, gql } from '@urql/core';
import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const QUERY = '{ viewer { scopes } }';
const URQL = 'application/graphql-response+json, application/json, text/event-stream, multipart/mixed';
const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8';

const it = gatewayTest();
let gateway: TestApp;
it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

function post(query: string, accept: string): Promise<Response> {
  return fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.key}`, accept },
    body: JSON.stringify({ query }),
  });
}

function get(query: string, accept: string, path = '/graphql'): Promise<Response> {
  return fetch(`${gateway.url}${path}?${new URLSearchParams({ query })}`, { headers: { authorization: `Bearer ${gateway.key}`, accept } });
}

const typeOf = ({ headers }: Response) => headers.get('content-type');

describe('a query', () => {
  it.each([
    [URQL, 'application/graphql-response+json; charset=utf-8'],
    ['application/json, text/event-stream', 'application/json; charset=utf-8'],
    ['text/event-stream;q=0.5, application/json', 'application/json; charset=utf-8'],
    ['text/event-stream, application/json;q=0.9', 'text/event-stream; charset=utf-8'],
    ['application/json;q=0, */*;q=0.1', 'application/graphql-response+json; charset=utf-8'],
    ['garbage, */*', 'application/json; charset=utf-8'],
  ])('that accepts %s gets %s', async (accept, type) => {
    for (const response of [await post(QUERY, accept), await get(QUERY, accept)]) {
      expect([response.status, typeOf(response)]).toEqual([200, type]);
      expect(await response.text()).toContain('{"data":{"viewer":{"scopes":["*","installation"]}}}');
    }
  });

  it.each(['multipart/mixed', 'text/plain, image/*', 'application/json;q=0', 'garbage'])(
    'that accepts %s gets 406, and does not run',
    async (accept) => {
      const name = `Not made for ${accept}`;
      const mutation = `mutation { createTour(input: { projectId: ${gateway.projectId}, name: "${name}" }) { __typename } }`;
      for (const response of [await post(mutation, accept), await get(QUERY, accept)]) {
        expect([response.status, typeOf(response)]).toEqual([406, 'application/json; charset=utf-8']);
        expect(await response.json()).toMatchObject({
          errors: [{ message: expect.stringContaining('application/json'), extensions: { code: 'NOT_ACCEPTABLE' } }],
        });
      }
      expect(await gateway.app.db.prisma.tour.count({ where: { name } })).toBe(0);
    },
  );

  it('of urql is no stream', async () => {
    const types: (string | null)[] = [];
    const client = new Client({
      url: `${gateway.url}/graphql`,
      preferGetMethod: false,
      exchanges: [fetchExchange],
      fetchOptions: () => ({ headers: { authorization: `Bearer ${gateway.key}` } }),
      async fetch(...request) {
        const response = await fetch(...request);
        types.push(typeOf(response));
        return response;
      },
    });
    const query = await client.query(gql('query Scopes { viewer { scopes } }'), {}).toPromise();
    expect([query.data, query.error]).toEqual([{ viewer: { scopes: ['*', 'installation'] } }, undefined]);
    const mutation = gql('mutation M { createTour(input: { projectId: 1, name: "By urql" }) { __typename } }');
    expect((await client.mutation(mutation, {}).toPromise()).data).toEqual({ createTour: { __typename: 'CreateTourSuccess' } });
    expect(types).toEqual(Array(2).fill('application/graphql-response+json; charset=utf-8'));
  });

  it('may vary with Accept', async () => {
    expect((await get(QUERY, URQL)).headers.get('vary')).toContain('accept');
  });
});

describe('a subscription', () => {
  const subscription = () => `subscription { projectDraftsChanged(projectId: ${gateway.projectId}) { kind } }`;

  it.each([URQL, 'application/json, text/event-stream;q=0.1', 'text/*', '*/*'])('that accepts %s gets an event stream', async (accept) => {
    const response = await post(subscription(), accept);
    expect([response.status, typeOf(response)]).toEqual([200, 'text/event-stream; charset=utf-8']);
    await response.body?.cancel();
  });

  it.each(['application/json', 'application/graphql-response+json', 'application/json, text/event-stream;q=0', 'application/*'])(
    'that accepts %s gets 406 with the reason',
    async (accept) => {
      for (const response of [await post(subscription(), accept), await get(subscription(), accept)]) {
        expect(response.status).toBe(406);
        expect(await response.json()).toMatchObject({
          errors: [{ message: expect.stringContaining('text/event-stream'), extensions: { code: 'NOT_ACCEPTABLE' } }],
        });
      }
    },
  );
});

describe('a browser', () => {
  it.each([
    ['a query', QUERY],
    ['a subscription', 'subscription { projectDraftsChanged(projectId: 1) { kind } }'],
    ['a mutation', 'mutation { __typename }'],
    ['nonsense', '{'],
  ])('that navigates to %s gets GraphiQL', async (_, query) => {
    for (const path of ['/graphql', '/graphql/']) {
      const response = await get(query, BROWSER, path);
      expect([response.status, typeOf(response)]).toEqual([200, 'text/html; charset=utf-8']);
      expect(await response.text()).toContain('GraphiQL');
    }
  });

  it.each(['application/json, text/html;q=0.9', 'text/html;q=0, */*', 'text/event-stream, text/html;q=0.1'])(
    'that prefers a result, with %s, gets it',
    async (accept) => {
      expect(typeOf(await get(QUERY, accept))).not.toContain('text/html');
    },
  );
});
