import { expect, onTestFinished, vi } from 'vitest';
import type { TestApp } from '../../../support/app.ts';
import { gatewayTest } from '../../../support/gateway-test.ts';
import { addPerson } from '../../../support/people.ts';

const it = gatewayTest();
let gateway: TestApp;
const globalId = (type: string, id: unknown) => Buffer.from(`${type}:${id}`).toString('base64');

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  await gateway.app.db.sql.query("INSERT INTO tours (project_id, name) SELECT 1, 'Tour ' || n FROM generate_series(1, 30) n");
  await gateway.app.db.sql.query(
    "INSERT INTO feature_flags (project_id, key, name, filters) SELECT 1, 'flag-' || n, '', '{}' FROM generate_series(1, 30) n",
  );
  for (let n = 0; n < 5; n++) await addPerson(gateway);
});

it('nodes are read with as many statements for each type as one of them, however many are asked for', async () => {
  const { sql } = gateway.app.db;
  const rows = async (type: string, table: string) =>
    (await sql.query<{ id: string }>(`SELECT id FROM ${table}`)).map(({ id }) => globalId(type, id));
  const types = [
    await rows('Tour', 'tours'),
    await rows('FeatureFlag', 'feature_flags'),
    await rows('User', 'users'),
    await rows('Project', 'projects'),
  ];
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id
    ... on Tour { name } ... on FeatureFlag { key } ... on User { email } ... on Project { name } } }`;
  async function statements(ids: string[]): Promise<number> {
    const { queries } = gateway.app.db.stats();
    const { nodes } = await gateway.graphql(query, { ids });
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual(ids);
    return gateway.app.db.stats().queries - queries;
  }
  const one = types.map((ids) => ids[0] as string);
  await statements(one);
  const all = types.flat();
  expect(all.length).toBeGreaterThan(66);
  // What the gateway remembers of the key does not age; notifications of what was written before may still be on their way.
  const now = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  onTestFinished(() => now.mockRestore());
  await expect.poll(async () => (await statements(all)) - (await statements(one)), { timeout: 10_000 }).toBe(0);
});
