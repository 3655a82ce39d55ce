import { expect } from 'vitest';
import type { TestApp } from '../../support/app.ts';
import { gatewayTest } from '../../support/gateway-test.ts';
import { mutate } from '../../support/mutate.ts';
import { addPerson } from '../../support/people.ts';

const it = gatewayTest();
let gateway: TestApp;
const ids: string[] = [];

it.beforeAll(async ({ gateway: started }) => {
  gateway = started;
  for (let n = 0; n < 20; n++) {
    const input = { projectId: gateway.projectId, name: `Tour ${n}`, description: 'shared' };
    ids.push((await mutate(gateway.graphql, 'createTour', input, 'tour { uuid }')).tour.uuid);
  }
});

const READ = 'query ($id: UUID!) { tour(id: $id) { uuid name } }';

it('reads with one statement what is asked for at the same moment', async () => {
  await gateway.graphql('{ viewer { scopes } }');
  const before = gateway.app.db.stats().queries;
  const query = `{ ${ids.map((id, n) => `t${n}: tour(id: "${id}") { name }`).join(' ')} }`;
  expect(Object.values(await gateway.graphql(query))).toEqual(ids.map((_, n) => ({ name: `Tour ${n}` })));
  expect(gateway.app.db.stats().queries - before).toBe(1);
});

it('answers each of many requests that arrive together with its own tour', async () => {
  const answers = await Promise.all([...ids, ...ids].map((id) => gateway.graphql(READ, { id })));
  expect(answers.map(({ tour }) => tour)).toEqual([...ids, ...ids].map((uuid, n) => ({ uuid, name: `Tour ${n % 20}` })));
});

it('keeps a tour from a stranger whose request arrives together with that of a member', async () => {
  const stranger = await addPerson(gateway, { projectIds: [] });
  for (let round = 0; round < 5; round++) {
    const [own, others] = await Promise.all([gateway.graphql(READ, { id: ids[0] }), stranger.graphql(READ, { id: ids[0] })]);
    expect(own.tour).toEqual({ uuid: ids[0], name: 'Tour 0' });
    expect(others.tour).toBeNull();
  }
});

it('shows a write to a read that is asked for after it', async () => {
  for (let round = 0; round < 10; round++) {
    const name = `Renamed ${round}`;
    const busy = Promise.all(ids.map((id) => gateway.graphql(READ, { id })));
    await mutate(gateway.graphql, 'updateTour', { tourId: ids[0], name }, 'tour { uuid }');
    expect((await gateway.graphql(READ, { id: ids[0] })).tour.name).toBe(name);
    await busy;
  }
});
