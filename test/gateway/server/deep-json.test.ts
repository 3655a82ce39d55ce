import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { openRawSocket } from '../../support/raw-socket.ts';

const it = gatewayTest();
let gateway: TestApp;

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

const DEPTHS = [500, 900, 1001, 5000, 100_000];
const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const deepObject = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

async function post(path: string, body: string): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${gateway.key}` };
  const response = await fetch(`${gateway.url}${path}`, { method: 'POST', headers, body });
  return { status: response.status, text: await response.text() };
}

const SAVE = 'mutation ($a: JSON!) { createTour(input: { projectId: 1, name: "Deep", content: $a }) { __typename ... on Error { code } } }';
const QUERIES = [
  SAVE.replace('content: $a', 'content: { raw: $a }'),
  SAVE,
  'query ($a: [ID!]!) { nodes(ids: $a) { __typename } }',
  'query ($a: String) { tours(projectId: 1, filter: { search: $a }) { nodes { uuid } } }',
  'query ($a: Int!) { tours(projectId: $a) { nodes { uuid } } }',
  '{ __typename }',
];

it.each(QUERIES)('in variables is never a fault: %s', async (query) => {
  for (const depth of DEPTHS) {
    for (const value of [deep(depth), deepObject(depth)]) {
      const { status, text } = await post('/graphql', `{"query":${JSON.stringify(query)},"variables":{"a":${value}}}`);
      expect(status, text.slice(0, 200)).toBe(depth > 1000 ? 400 : status);
      expect(status, text.slice(0, 200)).toBeLessThan(500);
      expect(text).not.toContain('INTERNAL_SERVER_ERROR');
    }
  }
});

it('in the query string is never a fault', async () => {
  for (const parameter of ['variables', 'extensions']) {
    for (const depth of [500, 1001, 5000]) {
      const response = await fetch(`${gateway.url}/graphql?query=%7B__typename%7D&${parameter}={"a":${deep(depth)}}`);
      expect(response.status, `${parameter} ${depth}`).toBe(depth > 1000 ? 400 : 200);
    }
  }
});

it.each(['/e/', '/batch/', '/flags/', '/api/product_tours/', '/api/projects/1/product_tours/'])(
  'below %s is never a fault',
  async (path) => {
    const about = `"api_key":"${gateway.token}","token":"${gateway.token}","event":"$identify","distinct_id":"ada"`;
    for (const depth of DEPTHS) {
      for (const value of [deep(depth), deepObject(depth)]) {
        for (const body of [
          `{${about},"properties":{"$set":{"a":${value}}},"person_properties":{"a":${value}}}`,
          `{${about},"$set":{"a":${value}},"content":${value},"targeting_flag_filters":${value}}`,
          value,
          `{"batch":${value}}`,
        ]) {
          const { status, text } = await post(path, body);
          expect(status, `${depth} ${text.slice(0, 200)}`).toBeLessThan(500);
        }
      }
    }
  },
);

it('in a message of a socket closes it', async () => {
  for (const depth of [1001, 100_000]) {
    const socket = await openRawSocket(gateway.url, gateway.key);
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    socket.send(`{"id":"1","type":"subscribe","payload":{"query":"{ __typename }","variables":{"a":${deep(depth)}}}}`);
    expect(await socket.closed).toEqual({ code: 4400, reason: 'The message is nested deeper than 1000 levels' });
  }
});
