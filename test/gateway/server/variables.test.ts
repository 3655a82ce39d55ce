import { expect } from 'vitest';
import { gatewayTest } from '../../support/gateway-test.ts';
import { openRawSocket } from '../../support/raw-socket.ts';

const it = gatewayTest();

type Variables = Record<string, unknown>;

/** A document, variables that do not fit it, and the place of the first problem with its code. */
const WRONG: [query: string, variables: Variables, path: string, code: string][] = [
  ['query ($id: UUID!) { tour(id: $id) { name } }', { id: 'no UUID' }, 'id', 'invalid_input'],
  ['query ($id: UUID!) { tour(id: $id) { name } }', { id: null }, 'id', 'null'],
  ['query ($id: UUID!) { tour(id: $id) { name } }', {}, 'id', 'required'],
  ['query ($id: Int!) { project(id: $id) { name } }', { id: '1' }, 'id', 'invalid_input'],
  ['query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', {}] }, 'ids.1', 'invalid_input'],
  ['query ($f: TourFilter) { tours(projectId: 1, filter: $f) { totalCount } }', { f: { status: ['GONE'] } }, 'f.status.0', 'invalid_input'],
  ['mutation ($i: CreateUserInput!) { createUser(input: $i) { __typename } }', { i: { mail: 'a@example.com' } }, 'i', 'invalid_input'],
];

it.for(WRONG)('which do not fit are refused at their place, with a code: %s %j', async ([query, variables, path, code], { gateway }) => {
  const { data, errors } = await gateway.graphql.send(query, variables);
  expect(data).toBeUndefined();
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path, code }] });
});

it('is a request error: 400 for the media type of GraphQL, and an error message of a socket', async ({ gateway }) => {
  const [query, variables] = WRONG[0] as (typeof WRONG)[number];
  for (const [accept, status] of [
    ['application/json', 200],
    ['application/graphql-response+json', 400],
  ] as const) {
    const headers = { 'content-type': 'application/json', accept, authorization: `Bearer ${gateway.key}` };
    const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    expect([accept, response.status]).toEqual([accept, status]);
  }
  const socket = await openRawSocket(gateway.url, gateway.key);
  expect(await socket.next()).toEqual({ type: 'connection_ack' });
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }));
  expect(await socket.next()).toMatchObject({ type: 'error', id: '1', payload: [{ extensions: { code: 'VALIDATION_FAILED' } }] });
});

it('neither quotes a long value in full nor reports a problem for each of many keys', async ({ gateway }) => {
  const [long] = WRONG[0] as (typeof WRONG)[number];
  const one = await gateway.graphql.send(long, { id: 'x'.repeat(1_000_000) });
  expect(one.errors).toHaveLength(1);
  expect(String(one.errors?.[0]?.message).length).toBeLessThan(1100);

  const unknown = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`key${n}`, n]));
  const input = { email: 'a@example.com', ...unknown };
  const many = await gateway.graphql.send('mutation ($i: CreateUserInput!) { createUser(input: $i) { __typename } }', { i: input });
  expect(many.errors).toHaveLength(20);
  expect(JSON.stringify(many).length).toBeLessThan(10_000);
});

it.for([
  '{ tours(projectId: 1) { nodes { versions(first: -1) { nodes { number } } } } }',
  '{ tours(projectId: 1) { nodes { versions(after: "no cursor") { nodes { number } } } } }',
  'query ($first: Int) { tours(projectId: 1) { nodes { activity(first: $first) { nodes { id } } } } }',
])('an argument that a resolver refuses has a code: %s', async (query, { gateway }) => {
  await gateway.rest('POST', '1/product_tours/', { name: `With versions ${query.length}` });
  const { errors } = await gateway.graphql.send(query, { first: -5 });
  expect(errors?.[0]?.extensions.code).toBe('VALIDATION_FAILED');
});
