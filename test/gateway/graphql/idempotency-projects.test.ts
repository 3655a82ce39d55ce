import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { newProject } from '../../support/new-project.ts';
import { addPerson } from '../../support/people.ts';

const it = gatewayTest();
let gateway: TestApp;
let other: number;
it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  other = await newProject(gateway.graphql);
});

it('an idempotency key belongs to a user and a project', async () => {
  const create = async (projectId: number, graphql = gateway.graphql) =>
    (await mutate(graphql, 'createTour', { projectId, name: 'Once', idempotencyKey: 'key' })).tour.uuid as string;
  const here = await create(1);
  const there = await create(other);
  expect(there).not.toBe(here);
  expect([await create(1), await create(other)]).toEqual([here, there]);
  const { rows } = { rows: await gateway.app.db.sql.query<{ count: number }>('SELECT count(*)::int AS count FROM tours') };
  expect(rows[0]?.count).toBe(2);

  const colleague = await addPerson(gateway);
  const query = 'mutation ($input: CreateTourInput!) { createTour(input: $input) { ... on ValidationError { fields { code } } } }';
  const input = { projectId: 1, name: 'Once', idempotencyKey: 'key' };
  expect((await colleague.graphql(query, { input })).createTour.fields).toEqual([{ code: 'unique' }]);
});
