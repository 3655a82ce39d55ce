import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';

const it = gatewayTest();
let gateway: TestApp;
const word = (n: number) => `${n.toString(36)}q${((n * 7919) % 100_003).toString(36)}`;
const words = (count: number) => Array.from({ length: count }, (_, n) => word(n)).join(' ');

it.beforeAll(({ gateway: started }) => {
  gateway = started;
});

async function found(search: string): Promise<string[]> {
  const { tours } = await gateway.graphql('query ($search: String!) { tours(projectId: 1, search: $search) { nodes { name } } }', {
    search,
  });
  return tours.nodes.map(({ name }: { name: string }) => name);
}

it('a search looks at the first 4,000 characters of a description', async () => {
  const create = async (name: string, description: string) =>
    expect((await gateway.rest('POST', '1/product_tours/', { name, description })).status).toBe(201);
  await create('Early', `${words(200)} zebracrossing`);
  await create('Late', `${words(1000)} zebracrossing`);
  await create('Huge', words(250_000));
  expect(await found('zebracrossing')).toEqual(['Early']);
});

it('a long description is not compared as a whole', async () => {
  const { sql } = gateway.app.db;
  const [plan] = await sql.query<{ indexdef: string }>("SELECT indexdef FROM pg_indexes WHERE indexname = 'tours_description_start_idx'");
  expect(plan?.indexdef).toContain('4000');
  const [{ prosrc } = { prosrc: '' }] = await sql.query<{ prosrc: string }>("SELECT prosrc FROM pg_proc WHERE proname = 'similar_tours'");
  expect(prosrc.replaceAll('left(t.description, 4000)', '')).not.toContain('description');
});
