import { describe, expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const it = gatewayTest();
let gateway: TestApp;
it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

async function send(request: { query: string; variables?: object; operationName?: string }, headers: Record<string, string>) {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${gateway.key}`, ...headers },
    body: JSON.stringify(request),
  });
  return response.json();
}

const TOURS = 'query ($first: Int) { tours(projectId: 1, first: $first) { nodes { name } } }';
const asked = { 'graphql-cost': 'report' };

describe('the cost of an operation', () => {
  it.each([{ 'graphql-cost': 'report' }, { 'x-graphql-cost': ' Report ' }])(
    'is reported with its limit to a client that sends %j',
    async (headers) => {
      expect(await send({ query: TOURS, variables: { first: 10 } }, headers)).toEqual({
        data: { tours: { nodes: [] } },
        extensions: {
          cost: { requested: 61, limit: 20_000, depth: { requested: 3, limit: 15 }, fields: { requested: 3, limit: 500 } },
        },
      });
    },
  );

  it('is not reported to others', async () => {
    for (const headers of [{}, { 'graphql-cost': 'no' }]) expect(await send({ query: TOURS }, headers)).not.toHaveProperty('extensions');
  });

  it('depends on variables, and is that of the operation which runs', async () => {
    const costOf = async (first: number) =>
      (await send({ query: TOURS, variables: { first } }, asked)) as { extensions: { cost: { requested: number } } };
    expect((await costOf(100)).extensions.cost.requested).toBeGreaterThan((await costOf(1)).extensions.cost.requested);
    const query = 'query Small { __typename } query Large { tours(projectId: 1) { nodes { ...F } } } fragment F on Tour { name uuid }';
    expect(await send({ query, operationName: 'Large' }, asked)).toMatchObject({ extensions: { cost: { fields: { requested: 4 } } } });
    expect(await send({ query, operationName: 'Small' }, asked)).toMatchObject({ extensions: { cost: { fields: { requested: 1 } } } });
  });

  it('is reported with the refusal of an operation that costs too much', async () => {
    const query = '{ tours(projectId: 1, first: 100) { nodes { versions(first: 100) { nodes { publishedBy { email } } } } } }';
    expect(await send({ query }, asked)).toMatchObject({
      errors: [{ extensions: { code: 'TOO_COMPLEX' } }],
      extensions: { cost: { limit: 20_000 } },
    });
  });

  it('is missing where variables do not fit their types', async () => {
    const result = await send({ query: TOURS, variables: { first: 'ten' } }, asked);
    expect(result).toMatchObject({ errors: [{}] });
    expect(result).not.toHaveProperty('extensions');
  });
});
